import { catalogue, fieldOf, sectionWords, shaanxiFields } from '#modules/people/fields/catalogue.ts'
import type { Field } from '#modules/people/fields/field.ts'
import { codesOf } from '#modules/people/fields/tables.ts'
import type { Condition } from '#modules/people/search/contract.ts'
import type { Bilingual } from '#platform/words.ts'

export type Op = Condition['op']
/** How a condition's value is asked for; `known` asks only whether there is one. */
export type FilterKind =
  | 'text'
  | 'words'
  | 'choice'
  | 'choices'
  | 'date'
  | 'cents'
  | 'number'
  | 'age'
  | 'yesno'
  | 'place'
  | 'unit'
  | 'tag'
  | 'percent'
  | 'known'
export type FilterField = {
  key: string
  label: Bilingual
  group: Bilingual
  kind: FilterKind
  ops: readonly Op[]
  options: readonly { value: string; label: Bilingual }[]
}

const presence = ['filled', 'empty'] as const
const OPS: Record<FilterKind, readonly Op[]> = {
  text: ['contains', 'is', 'not', ...presence],
  words: ['in', 'not', ...presence],
  choice: ['in', 'not', ...presence],
  choices: ['in', 'is', 'not', ...presence],
  date: ['between', 'atLeast', 'atMost', 'is', ...presence],
  cents: ['atLeast', 'atMost', 'between', ...presence],
  number: ['atLeast', 'atMost', 'between', 'is', ...presence],
  age: ['between', 'atLeast', 'atMost', 'is', ...presence],
  yesno: ['is', ...presence],
  place: ['under', ...presence],
  unit: ['under', ...presence],
  tag: ['in', 'not', ...presence],
  percent: ['atMost', 'atLeast'],
  known: presence,
}
const kindOf: Partial<Record<Field['kind'], FilterKind>> = {
  text: 'text',
  long: 'text',
  words: 'words',
  code: 'choice',
  codes: 'choices',
  date: 'date',
  cents: 'cents',
  count: 'number',
  number: 'number',
  yesno: 'yesno',
}

export const idStatusWords: Record<string, Bilingual> = {
  valid: { zh: '有效', en: 'valid' },
  converted15: { zh: '由15位换算', en: 'converted from 15 digits' },
  missing: { zh: '未填', en: 'not filled in' },
  unrecoverable: { zh: '号码残缺，无法还原', en: 'digits lost' },
  invalid: { zh: '有误', en: 'wrong' },
}
const precisionWords: Record<string, Bilingual> = {
  day: { zh: '到日', en: 'to the day' },
  month: { zh: '到月', en: 'to the month' },
  year: { zh: '到年', en: 'to the year' },
  about: { zh: '大约', en: 'about' },
}
const besides: Record<string, Bilingual> = {
  placeCode: { zh: '居住社区', en: 'Community' },
  phone: { zh: '电话', en: 'Telephone' },
}

/** The name of something a record may lack: a field, or the home or telephone beside the fields. */
export function missingWord(key: string): Bilingual {
  return fieldOf(key) ?? besides[key] ?? { zh: key, en: key }
}

const person: Bilingual = { zh: '人员与归属', en: 'Person and affiliation' }
const quality: Bilingual = { zh: '数据质量', en: 'Data quality' }
const optionsOf = (words: Record<string, Bilingual>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

type Special = [key: string, zh: string, en: string, group: Bilingual, kind: FilterKind, more?: Partial<FilterField>]
const specials: Special[] = [
  ['age', '年龄', 'Age', person, 'age'],
  ['place', '居住地（含下级）', 'Place, with all below', person, 'place'],
  ['street', '所在街道', 'Known street', person, 'known'],
  ['community', '所在社区', 'Known community', person, 'known'],
  ['unit', '单位（含下级）', 'Unit, with all below', person, 'unit'],
  ['originalUnit', '原单位（仅本单位）', 'Original unit alone', person, 'unit', { ops: ['in', ...presence] }],
  ['tag', '标签', 'Tag', person, 'tag'],
  ['phone', '电话', 'Telephone', person, 'known'],
  ['completeness', '完整度（%）', 'Completeness (%)', quality, 'percent'],
  [
    'missing',
    '缺少的项目',
    'What is missing',
    quality,
    'choice',
    { ops: ['in'], options: shaanxiFields.map((key) => ({ value: key, label: missingWord(key) })) },
  ],
  [
    'idStatus',
    '身份证号状态',
    'Identity number is',
    quality,
    'choice',
    { ops: ['in'], options: optionsOf(idStatusWords) },
  ],
  ['precision', '出生日期精确', 'Birth known', quality, 'choice', { ops: ['is'], options: optionsOf(precisionWords) }],
  ['verified', '核实记录', 'Record of a check', quality, 'known'],
]

function ofField(field: Field): FilterField[] {
  const kind = field.isSealed ? 'known' : kindOf[field.kind]
  if (!kind) return []
  const table = codesOf(field)
  const options = table
    ? table.codes.map((value) => ({ value, label: table.words.get(value) ?? { zh: value, en: value } }))
    : []
  return [{ key: field.key, label: field, group: sectionWords[field.section], kind, ops: OPS[kind], options }]
}

/** Everything a list can be narrowed by, in the order of the builder's groups. */
export const filterFields: readonly FilterField[] = [
  ...specials.map(([key, zh, en, group, kind, more]) => ({
    key,
    label: { zh, en },
    group,
    kind,
    ops: OPS[kind],
    options: [],
    ...more,
  })),
  ...catalogue.flatMap(ofField),
]

const byKey = new Map(filterFields.map((field) => [field.key, field]))
export function filterFieldOf(key: string): FilterField | undefined {
  return byKey.get(key)
}
