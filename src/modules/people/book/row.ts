import type { Selectable } from 'kysely'
import type { Vault } from '#platform/crypto/index.ts'
import type { Person } from '#platform/db/tables.ts'
import { checkIdNumber } from '../codes/index.ts'
import { catalogue, columnOf, type Field, type FieldValue, type FieldValues, isSealed } from '../fields/index.ts'
import { ensurePurpose } from '../privacy/registry/index.ts'
import { nameKeys, nameSort } from './name-keys.ts'

export type PersonRow = Selectable<Person>
export type Columns = Record<string, unknown>

/** Purposes of the blind index: the same number in two columns gives two different fingerprints. */
export const idPurpose = 'id'
export const phonePurpose = 'phone'

/** Digits only, so that 0534-423 1234 and 05344231234 are found as one number; an extension is left out. */
export function phoneDigits(number: string): string {
  const [area = '', rest = ''] = number.split('-')
  return (area.length <= 4 ? area + rest : area).replace(/\D/g, '')
}

export const spellings = { [phonePurpose]: phoneDigits }

/** The columns that hold given fields, sealed by the person's own vault. The identity number brings its fingerprint and status; a name brings its search keys. */
export function columnsFrom(values: FieldValues, vault: Vault, idStatus?: string): Columns {
  const columns: Columns = {}
  for (const field of catalogue) {
    const value = values[field.key]
    if (value === undefined) continue
    ensurePurpose(field.key)
    if (field.key === 'idNumber') Object.assign(columns, idColumns(value, vault, idStatus))
    else columns[columnOf(field)] = toColumn(field, value, vault)
  }
  if ('name' in values || 'formerName' in values) columns.keys = nameKeys(text(values.name), text(values.formerName))
  if (typeof values.name === 'string') columns.name_sort = nameSort(values.name)
  return columns
}

function text(value: FieldValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}

function toColumn(field: Field, value: FieldValue, vault: Vault): unknown {
  if (value === null || value === '')
    return field.kind === 'codes' || field.kind === 'words' ? [] : field.key === 'isCounted' ? true : null
  return isSealed(field) ? vault.seal(String(value)) : value
}

/** Only a number that passes GB 11643 is stored as one. Whatever else was written is kept aside, sealed, and never searched as valid. */
export function idColumns(value: FieldValue, vault: Vault, status?: string): Columns {
  const empty = { id_sealed: null, id_index: null, id_text_sealed: null }
  if (typeof value !== 'string' || !value) return { ...empty, id_status: 'missing' }
  const check = checkIdNumber(value)
  const isLost = status === 'unrecoverable' || status === 'invalid'
  if (check.result === 'invalid' || isLost)
    return {
      ...empty,
      id_text_sealed: vault.seal(value),
      id_status: status === 'unrecoverable' ? status : 'invalid',
    }
  const { number } = check
  return {
    ...empty,
    id_sealed: vault.seal(number),
    id_index: vault.index(idPurpose, number),
    id_status: status === 'converted15' ? status : check.result,
  }
}

/** Whether a row, or what is about to be written of it, holds an identity number that can be used. */
export function holdsId(columns: { id_sealed?: unknown }): boolean {
  return columns.id_sealed != null
}

/** Fields of a stored row, which brings its person's secret. Sealed ones are opened only when named in `open`. */
export function valuesFrom(row: Partial<PersonRow>, vault: Vault, open: ReadonlySet<string> = new Set()): FieldValues {
  const own = vault.of(row.secret ?? null)
  const columns = row as Record<string, unknown> // looked up by the catalogue's names
  const values: FieldValues = {}
  for (const field of catalogue) {
    const stored = columns[columnOf(field)]
    if (stored === undefined) continue
    if (!isSealed(field))
      values[field.key] = stored as FieldValue // every other column holds a field value as it is
    else if (open.has(field.key)) values[field.key] = stored instanceof Uint8Array ? own.open(stored) : null
  }
  return values
}

export const sealedKeys: ReadonlySet<string> = new Set(catalogue.filter(isSealed).map((field) => field.key))
