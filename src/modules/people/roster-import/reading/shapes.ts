/** What a row is in the end, as the bureau counts it. */
export type RowClass = 'ok' | 'doubtful' | 'refused' | 'duplicate' | 'not-a-person'

export const REFUSING = ['NAME_MISSING', 'NAME_INVALID', 'COLUMN_SHIFT'] as const
export const DOUBTING = [
  'ID_PRECISION_LOST',
  'ID_CHECKSUM',
  'ID_LENGTH',
  'ID_DATE_INVALID',
  'ID_BIRTH_MISMATCH',
  'ID_GENDER_MISMATCH',
  'ID_SHARED',
  'BIRTH_TRAILING_ZERO',
  'BIRTH_LUNAR',
  'BIRTH_FROM_AGE',
  'BIRTH_UNREADABLE',
  'BIRTH_IMPLAUSIBLE',
  'DATE_ORDER',
  'KIND_DATE_CONFLICT',
  'OUT_OF_SCOPE',
  'NAME_PUA',
  'NAME_LOST_CHAR',
  'TWO_PERSONS',
  'CELLS_SWAPPED',
  'UNIT_UNKNOWN',
  'UNIT_AMBIGUOUS',
  'FORMAT_ONLY_MARK',
  'HIDDEN_SHEET',
  'IDENTITY_WEAK',
  'POSSIBLE_DUPLICATE',
] as const
export type Reason = (typeof REFUSING)[number] | (typeof DOUBTING)[number]

/** Why a row holds nobody; shown beside the grey row. */
export type NoPerson = 'title' | 'note' | 'header' | 'section' | 'total' | 'footer' | 'blank' | 'list'

export type DatePrecision = 'day' | 'month' | 'year'
export type BirthPrecision = DatePrecision | 'about'
export type IdStatus = 'valid' | 'converted15' | 'missing' | 'unrecoverable' | 'invalid'
export type Gender = '1' | '2'
export type Kind = '离休' | '退休' | '遗属' | '其他'
export type Phone = { number: string; label: string }

/** A person as the row says, in normal form; codes are those of the national tables (GB/T 2261.1, 3304, 4762, 4658, 2261.3, 12407). */
export type PersonRecord = {
  name?: string
  former_name?: string
  id_status?: IdStatus
  id?: string
  id_text?: string
  gender?: Gender
  birth?: string
  birth_precision?: BirthPrecision
  ethnicity?: string
  political?: string
  kind?: Kind
  post?: string
  rank?: string
  rank_treatment?: string
  title?: string
  education?: string
  native_place?: string
  nature?: string
  street?: string
  community?: string
  community_code?: string
  address?: string
  health?: string
  party_date?: string
  work_start?: string
  retire_date?: string
  death_date?: string
  pension?: number
  relation?: string
  unit_text?: string
  unit?: string
  phones?: Phone[]
  flags?: string[]
}

export type RowPlace = { sheet: string; row: number }

export type RosterRow = RowPlace & {
  person?: number
  class: RowClass
  reasons: Reason[]
  duplicate_of?: RowPlace
  related_to?: RowPlace
  why?: NoPerson
  record?: PersonRecord
  /** The row as it stands in the file, column by column, to be kept for ever. */
  cells: string[]
}
