import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { noneOf, type Row } from '../row.ts'

const SHEET = join(import.meta.dirname, '../../src/web/elder/elder.css')
const LEAST = 7

/** Which colour of words stands on which ground; a sheet that uses another colour than its tokens fails too. */
const PAIRS: readonly (readonly [words: string, ground: string])[] = [
  ['ink', 'paper'],
  ['ink', 'card'],
  ['ink', 'notice'],
  ['ink', 'wrong'],
  ['quiet', 'paper'],
  ['quiet', 'card'],
  ['red', 'card'],
  ['red', 'paper'],
  ['on-dark', 'red'],
  ['on-dark', 'green'],
  ['on-dark', 'blue'],
  ['on-dark', 'brown'],
  ['on-dark', 'ink'],
  ['blue', 'paper'],
  ['blue', 'card'],
]

export const row: Row = {
  id: 'T53',
  about: {
    zh: '长者页面的每一对文字与底色，对比度不低于 7:1',
    en: 'every pair of words and ground on the elder pages at 7:1 or more',
  },
  threshold: '0 pairs < 7:1, 0 colours outside the tokens',
  blocksMerge: false,
  run: async () => {
    const sheet = readFileSync(SHEET, 'utf8')
    const tokens = new Map(
      [...sheet.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
    )
    const low = PAIRS.flatMap(([words, ground]) => {
      const ratio = contrast(tokens.get(words), tokens.get(ground))
      return ratio >= LEAST ? [] : [`${words} on ${ground} ${ratio.toFixed(2)}`]
    })
    const rules = sheet.slice(sheet.indexOf('}') + 1)
    const strays = [...rules.matchAll(/#[0-9a-f]{3,8}\b/g)].map(([hex]) => hex).filter((hex) => hex !== '#ffffff')
    return noneOf([...low, ...strays.map((hex) => `${hex} is no token`)], `${PAIRS.length} pairs`)
  },
}

/** WCAG 2.2, contrast ratio. */
function contrast(one = '#000000', other = '#000000'): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
