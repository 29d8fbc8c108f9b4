import type { MaskKind } from '#platform/contract.ts'
import type { FieldClass } from '#platform/ctx.ts'

/** The parts of the record that are edited, verified and versioned each by itself. */
export const sectionKeys = [
  'identity',
  'work',
  'treatment',
  'party',
  'home',
  'health',
  'talent',
  'death',
  'keeping',
] as const
export type SectionKey = (typeof sectionKeys)[number]

/** `code` and `codes` hold values of a code table, `date` a partial date (EDTF), `cents` money in fen, `words` free words, `sealed` encrypted text. */
export type FieldKind =
  | 'text'
  | 'long'
  | 'code'
  | 'codes'
  | 'date'
  | 'cents'
  | 'count'
  | 'number'
  | 'yesno'
  | 'words'
  | 'sealed'

export type FieldValue = string | number | boolean | string[] | null
export type FieldValues = Record<string, FieldValue>

export type Field = {
  key: string
  section: SectionKey
  kind: FieldKind
  zh: string
  en: string
  /** Name of the code table, for `code` and `codes`. */
  codes?: string
  fieldClass?: FieldClass
  mask?: MaskKind
  /** Of a list of codes, those that everybody sees. */
  keeps?: ReadonlySet<string>
  /** Free words kept encrypted: nobody can ask for what they say, only whether there are any. */
  isSealed?: boolean
  /** Longest text, in characters; 200 unless said. */
  maxLength?: number
}

type Extra = Partial<Pick<Field, 'codes' | 'fieldClass' | 'mask' | 'maxLength' | 'isSealed' | 'keeps'>>

/** Declares the fields of one section: key → [kind, Chinese, English, more]. */
export function section(key: SectionKey, fields: Record<string, [FieldKind, string, string, Extra?]>): Field[] {
  return Object.entries(fields).map(([name, [kind, zh, en, extra]]) => ({
    key: name,
    section: key,
    kind,
    zh,
    en,
    ...extra,
  }))
}
