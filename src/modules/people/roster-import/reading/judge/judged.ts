import type { Row } from '../file/book.ts'
import type { NoPerson, PersonRecord, Reason, RowPlace } from '../shapes.ts'

/** A row on its way through the judgement. Reasons gather; the class follows from them at the end. */
export type Judged = RowPlace & {
  /** Place in the order of the file. */
  order: number
  source: Row | undefined
  person?: number
  why?: NoPerson
  refused?: Reason
  reasons: Reason[]
  record?: PersonRecord
  relatedTo?: RowPlace
  duplicateOf?: RowPlace
  isDuplicate?: boolean
}
