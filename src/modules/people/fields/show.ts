import type { Lang } from '#platform/words.ts'
import { wordOf } from '../codes/index.ts'
import { fieldOf } from './catalogue.ts'
import type { Field, FieldValue } from './field.ts'
import { codesOf } from './tables.ts'

/** Whether a value may stand in a sentence, where no contract cuts it: in a history, a plan, a refusal. Numbers kept sealed never do. */
export function isTold(actor: { sees: ReadonlySet<string> }, key: string): boolean {
  const field = fieldOf(key)
  return field?.kind !== 'sealed' && (!field?.fieldClass || actor.sees.has(field.fieldClass))
}

/** Whether somebody may know that a field is empty. Of illness, money and the Party the gap itself tells: who has no date of joining is no member. */
export function isLackTold(actor: { sees: ReadonlySet<string> }, key: string): boolean {
  return fieldOf(key)?.fieldClass !== 'restricted' || actor.sees.has('restricted')
}

/** Of a number that is cut nothing is left but that it is there. */
const registered = { zh: '已登记（号码不显示）', en: 'registered (not shown)' }

/** A value as it is printed: words for codes, yuan for fen, an empty text for nothing. Used by pages, exports, papers and history alike. */
export function showValue(field: Field, value: FieldValue | undefined, lang: Lang): string {
  if (value === null || value === undefined) return ''
  if (field.kind === 'sealed' && String(value).startsWith('*')) return registered[lang]
  const table = codesOf(field)
  if (Array.isArray(value)) return value.map((item) => (table ? wordOf(table, item, lang) : item)).join('、')
  if (typeof value === 'boolean') return lang === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no'
  if (field.kind === 'cents' && typeof value === 'number') return (value / 100).toFixed(2)
  if (field.kind === 'date' && typeof value === 'string') return showDate(value, lang)
  return table ? wordOf(table, String(value), lang) : String(value)
}

/** 1931-05 stays 1931-05; an "about" year says so. */
export function showDate(date: string, lang: Lang): string {
  if (!date.endsWith('~')) return date
  return lang === 'zh' ? `约${date.slice(0, 4)}` : `about ${date.slice(0, 4)}`
}
