import type { Condition } from '#modules/people/search/contract.ts'
import type { Bilingual, Lang } from '#platform/words.ts'
import { type FilterField, filterFieldOf, type Op } from './filter-fields.ts'

export const opWords: Record<Op, Bilingual> = {
  is: { zh: '是', en: 'is' },
  not: { zh: '不是', en: 'is not' },
  in: { zh: '是', en: 'is one of' },
  contains: { zh: '包含', en: 'contains' },
  under: { zh: '属于', en: 'is under' },
  atLeast: { zh: '不小于', en: 'is at least' },
  atMost: { zh: '不大于', en: 'is at most' },
  between: { zh: '介于', en: 'is between' },
  empty: { zh: '没有填写', en: 'is not filled in' },
  filled: { zh: '已填写', en: 'is filled in' },
}
const kindOps: Partial<Record<FilterField['kind'], Partial<Record<Op, Bilingual>>>> = {
  date: {
    is: { zh: '就是', en: 'is' },
    atLeast: { zh: '不早于', en: 'is not before' },
    atMost: { zh: '不晚于', en: 'is not after' },
  },
  choices: {
    in: { zh: '有其中任一', en: 'has one of' },
    is: { zh: '同时有', en: 'has all of' },
    not: { zh: '没有', en: 'has none of' },
  },
  words: { in: { zh: '有其中任一', en: 'has one of' }, not: { zh: '没有', en: 'has none of' } },
  tag: {
    in: { zh: '有其中任一', en: 'has one of' },
    not: { zh: '没有', en: 'has none of' },
    empty: { zh: '一个也没有', en: 'has none' },
    filled: { zh: '有任意标签', en: 'has any' },
  },
  known: { empty: { zh: '没有', en: 'has no' }, filled: { zh: '有', en: 'has a' } },
  yesno: { is: { zh: '为', en: 'is' } },
}

export function opWord(field: FilterField, op: Op): Bilingual {
  return kindOps[field.kind]?.[op] ?? opWords[op]
}

/** Names of values that only the server knows: places and units by their number. */
export type Naming = (kind: 'place' | 'unit', id: string) => string

/** A condition as a sentence of its chip: 健康状况 是 有慢性病、糖尿病. */
export function conditionText(condition: Condition, lang: Lang, naming: Naming): string {
  const field = filterFieldOf(condition.field)
  if (!field) return `${condition.field} ${condition.op}`
  if (field.kind === 'known') return knownText(field, condition.op, lang)
  const value = valueText(condition, field, { lang, naming })
  const words = [field.label[lang], opWord(field, condition.op)[lang], value].filter(Boolean)
  return words.join(' ')
}

/** 没有电话: here the comparison comes first. */
function knownText(field: FilterField, op: Op, lang: Lang): string {
  const word = opWord(field, op)[lang]
  return lang === 'zh' ? `${word}${field.label.zh}` : `${word} ${field.label.en.toLowerCase()}`
}

type Telling = { lang: Lang; naming: Naming }

function valueText({ value, op }: Condition, field: FilterField, { lang, naming }: Telling): string {
  if (op === 'empty' || op === 'filled' || value === null) return ''
  const one = (item: string | number | boolean): string => {
    if (typeof item === 'boolean' || field.kind === 'yesno')
      return item === true || item === 'true' ? (lang === 'zh' ? '是' : 'yes') : lang === 'zh' ? '否' : 'no'
    if (field.kind === 'place' || field.kind === 'unit') return naming(field.kind, String(item))
    if (field.kind === 'cents') return (Number(item) / 100).toFixed(2)
    return field.options.find((option) => option.value === String(item))?.label[lang] ?? String(item)
  }
  const items = (Array.isArray(value) ? value : [value]).map(one)
  return items.join(op === 'between' ? ' – ' : lang === 'zh' ? '、' : ', ')
}
