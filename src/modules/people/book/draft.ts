import { refusal } from '#platform/refuse.ts'
import { catalogue, codesOf, type FieldValues, fieldOf } from '../fields/index.ts'
import type { ConsentBrought } from '../privacy/consents/gate/index.ts'
import type { Contact, Phone, Relative } from './around.ts'

export type Draft = {
  values: FieldValues
  phones: Phone[]
  contacts?: Contact[] | undefined
  family?: Relative[] | undefined
  /** Set where an importer knows that the number in `values.idNumber` is not usable: unrecoverable, invalid, converted15. */
  idStatus?: string | undefined
  unitId: string | null
  managingUnitId: string | null
  placeCode: string | null
  tags: string[]
  source: string
  /** What the person agreed to when they were written down. */
  consents?: ConsentBrought[] | undefined
  /** Known to have died, perhaps without a date. */
  isDeceased?: boolean | undefined
}

export const nameNeeded = refusal('people.name_needed', 422, () => ({
  zh: '请至少填写姓名。其他各项以后可以补充，系统会列出还缺哪些。',
  en: 'A name is needed. Everything else can follow; the record shows what is missing.',
}))
export const idTaken = refusal('people.id_taken', 409, () => ({
  zh: '这个身份证号已登记在另一条记录上。请用完整号码查找那条记录；若是同一人，请在那条记录上更正，或到“疑似重复”中合并。',
  en: 'This identity number stands on another record. Search for the whole number; if it is the same person, correct that record or merge the two.',
}))
export const badCode = refusal(
  'people.bad_code',
  422,
  (p: { field: string; zh: string; en: string; value: string }) => ({
    zh: `“${p.zh}”没有“${p.value}”这个选项，请从下拉列表中选择。`,
    en: `"${p.en}" has no option "${p.value}"; choose one from the list.`,
  }),
)

/** Refuses a code that its table does not have. */
export function checkCodes(values: FieldValues): void {
  for (const key of Object.keys(values)) {
    const field = fieldOf(key)
    const table = field && codesOf(field)
    if (!field || !table) continue
    const value = values[key]
    for (const code of Array.isArray(value) ? value : [value])
      if (typeof code === 'string' && code !== '' && !table.words.has(code))
        throw badCode({ field: key, zh: field.zh, en: field.en, value: code })
  }
}

export function sectionsOf(values: FieldValues): string[] {
  return [
    ...new Set(
      catalogue
        .filter((field) => values[field.key] !== undefined && values[field.key] !== null)
        .map((field) => field.section),
    ),
  ]
}
