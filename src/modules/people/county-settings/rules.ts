import { fieldOf } from '../fields/index.ts'

/** Kept beside the fields of the record: the home and the telephones. */
const BESIDE: ReadonlySet<string> = new Set(['placeCode', 'phone'])

/** Three or four digits with the leading zero, or none (工业和信息化部 长途区号). */
export function isAreaCode(text: string): boolean {
  return text === '' || /^0[1-9]\d{1,2}$/.test(text)
}

export function unknownFields(keys: readonly string[]): string[] {
  return keys.filter((key) => !BESIDE.has(key) && !fieldOf(key))
}
