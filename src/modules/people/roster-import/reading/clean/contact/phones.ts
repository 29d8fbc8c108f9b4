import type { Phone } from '../../shapes.ts'
import { fold, isNothing } from '../text.ts'
import { labelOf, OWN } from './phone-label.ts'

export type PhoneColumn = { label: string; areaCode: string }

const MOBILE = /^1[3-9]\d{9}$/
const SCIENTIFIC = /\d(\.\d+)?E\+?\d+/i
const EXTENSION = /(?:转分机|转接|分机|转|ext\.?|#|[x×*])[:：]?\s*(\d{1,6})/i

/** 13912345678, 0534-4231234 and 0534-4231234-802; undefined for anything no exchange would put through. */
export function normalNumber(digits: string, areaCode: string): string | undefined {
  const bare = digits.replace(/^(?:\+|00)?86(?=1[3-9]\d{9}$|0?\d{10,11}$)/, '').replace(/^0(?=1[3-9]\d{9}$)/, '')
  if (MOBILE.test(bare)) return bare
  if (/^[2-9]\d{6}$/.test(bare)) return `${areaCode}-${bare}`
  const [, area, local] = /^(010|02\d|0[3-9]\d\d)([2-9]\d{6,7})$/.exec(bare) ?? []
  return area && local ? `${area}-${local}` : undefined
}

/** Where one number ends and the next begins when a part holds several with nothing but spaces between. */
function numbersIn(part: string): string[] {
  const digits = part.replace(EXTENSION, '').replace(/\D/g, '')
  if (digits.length <= 13) return [part]
  const tokens = part.match(/[^\d]*[+(]?\d[\d()+-]*(?:\s*[^\d\s+(]+(?=\s|$))?/g) ?? [part]
  return tokens.length > 1 ? tokens : [part]
}

type Found = { number: string; words: string }

/** A landline written with its extension behind a second hyphen: 0534-4231234-802 or 4231234-802. */
function hyphenated(text: string, areaCode: string): Found | undefined {
  const match = /((?:\(?0\d{2,3}\)?[\s-]*)?[2-9]\d{6,7})\s*-\s*(\d{1,6})(?!\d)/.exec(text)
  const base = match ? normalNumber((match[1] ?? '').replace(/\D/g, ''), areaCode) : undefined
  if (!match || base === undefined) return undefined
  return { number: `${base}-${match[2]}`, words: text.replace(match[0], '') }
}

function oneNumber(text: string, areaCode: string): Found | undefined {
  const extension = EXTENSION.exec(text)
  const without = extension ? text.replace(extension[0], ' ') : text
  const match = /\+?\(?\d[\d\s()-]*/.exec(without)
  const number = match ? normalNumber(match[0].replace(/\D/g, ''), areaCode) : undefined
  if (number === undefined || !match) return extension ? undefined : hyphenated(text, areaCode)
  const words = without.replace(match[0], ' ')
  return { number: extension && number.includes('-') ? `${number}-${extension[1]}` : number, words }
}

function joinAreaCodes(text: string): string {
  return text.replace(/[‐–—―]/g, '-').replace(/(^|[^\d])(0\d{2,3})\s*[/\\]\s*(?=\d{7,8}(?!\d))/g, '$1$2-')
}

/** Every usable number of a cell with whose it is. Numbers a spreadsheet has destroyed and numbers too short are dropped. */
export function readPhones(text: string, column: PhoneColumn): Phone[] {
  const phones: Phone[] = []
  if (isNothing(text)) return phones
  for (const part of joinAreaCodes(fold(text)).split(/[、/；;，,\n|\\]|。(?!\d)/)) {
    if (SCIENTIFIC.test(part)) continue
    for (const one of numbersIn(part)) {
      const found = oneNumber(one, column.areaCode)
      if (!found) continue
      phones.push({ number: found.number, label: whose(found.words, column.label) })
    }
  }
  return phones
}

/** A name beside a number in a column of somebody's own (子女电话: 张伟 139…) is that somebody. */
function whose(words: string, columnOwner: string): string {
  const label = labelOf(words)
  if (label === undefined) return columnOwner
  const isName = label === '其他' && columnOwner !== OWN && !/媳|婿|保姆|护工|邻|侄|甥|弟|哥|姐|妹/.test(words)
  return isName ? columnOwner : label
}
