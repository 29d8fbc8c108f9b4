import { badInput, ensure, refusal } from '../../refuse.ts'

/** Deeper than any form of ours; whatever walks through an input step by step never runs out of room. */
const DEEPEST = 32

const tooDeep = refusal('input.too_deep', 400, (p: { deepest: number }) => ({
  zh: `提交的内容嵌套超过 ${p.deepest} 层，没有处理。请刷新页面后重新填写；由程序提交的，请改为较浅的结构。`,
  en: `The request is nested more than ${p.deepest} levels deep and was not read. Reload the page and fill it in again; a program sends a flatter form.`,
}))

const notText = {
  path: '',
  message: {
    zh: '含有不能保存的字符（空字符或不完整的字）',
    en: 'holds a character that cannot be kept (NUL, or half of a character)',
  },
}

/** Shown as nothing, or turning what stands beside them around: two names that look alike would not be equal, and a text would not read as it was written. */
const INVISIBLE = /\p{Cf}/gu

/** Every text of an input as it is kept, without invisible characters; refuses what cannot be kept, and what is nested beyond any form. */
export function plainTexts(raw: Record<string, unknown>): Record<string, unknown> {
  return recordOf(raw, 1)
}

function plainOf(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return plainText(value)
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  ensure(depth <= DEEPEST, () => tooDeep({ deepest: DEEPEST }))
  return Array.isArray(value) ? value.map((one) => plainOf(one, depth + 1)) : recordOf(value, depth)
}

function recordOf(value: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [plainText(key), plainOf(one, depth + 1)]))
}

function plainText(text: string): string {
  ensure(!text.includes('\0') && text.isWellFormed(), () => badInput({ issues: [notText] }))
  return text.replace(INVISIBLE, '')
}
