import { Erased, type Vault } from '../vault.ts'
import type { Fingerprint, SealedColumn, SealedTable } from './sealed-tables.ts'

/** How a value is written before its fingerprint is taken, by purpose: digits only for telephones. */
export type Spellings = Record<string, (text: string) => string>

export type SealedRow = Record<string, unknown> & { at: string; secret: Uint8Array | null }

export type Work = {
  vault: Vault
  spellings: Spellings
  table: SealedTable
  /** Told of each value that does not open: it was changed, or its key is gone. */
  onBroken: (column: string) => void
}

/** The columns of a row that stand otherwise under the newest keys; none when all is as it should be. */
export function renewed(work: Work, row: SealedRow): Record<string, Buffer | string> {
  const own = ownVault(work, row)
  const changes: Record<string, Buffer | string> = {}
  const keep = (name: string, make: () => Buffer | string | undefined) => {
    const made = whatOpens(work, name, make)
    if (made !== undefined) changes[name] = made
  }
  for (const column of work.table.columns) {
    const before = bytesOf(column, row)
    if (before)
      keep(column.name, () => {
        const after = renewValue(work, { own, column, before })
        return after && column.isBase64 ? after.toString('base64') : after
      })
  }
  for (const fingerprint of work.table.fingerprints)
    keep(fingerprint.name, () => indexOf(work, { own, row, fingerprint }))
  return changes
}

/** Values of somebody who was erased stay what they are: noise. */
function whatOpens<T>(work: Work, column: string, open: () => T): T | undefined {
  try {
    return open()
  } catch (error) {
    if (!(error instanceof Erased)) work.onBroken(column)
    return undefined
  }
}

type Indexed = { own: (sealed: Uint8Array) => Vault; row: SealedRow; fingerprint: Fingerprint }

function indexOf(work: Work, { own, row, fingerprint: { name, from, purpose } }: Indexed): Buffer | undefined {
  const sealed = row[from]
  if (!(sealed instanceof Uint8Array) || sealed.length === 0) return undefined
  const text = contentOf(own(sealed), sealed).toString('utf8')
  const index = work.vault.index(purpose, work.spellings[purpose]?.(text) ?? text)
  const present = row[name]
  return present instanceof Uint8Array && index.equals(present) ? undefined : index
}

/** Bound values need their person's vault; in tables where both kinds stand each keeps its kind. */
function ownVault({ vault, table }: Work, row: SealedRow): (sealed: Uint8Array) => Vault {
  const bound = vault.of(row.secret)
  return (sealed) => (table.isBound || isBoundValue(sealed) ? bound : vault)
}

const WAITING = 0
const isBoundValue = (sealed: Uint8Array) => sealed[0] === 3 || sealed[0] === 4

/** What a migration could not seal stands behind a zero byte. */
function contentOf(own: Vault, sealed: Uint8Array): Buffer {
  return sealed[0] === WAITING ? Buffer.from(sealed.subarray(1)) : own.openBytes(sealed)
}

function bytesOf(column: SealedColumn, row: SealedRow): Uint8Array | null {
  const value = row[column.name]
  if (column.onlyIf && row[column.onlyIf] !== true) return null
  if (typeof value === 'string') return column.isBase64 ? Buffer.from(value, 'base64') : null
  return value instanceof Uint8Array && value.length > 0 ? value : null
}

type Value = { own: (sealed: Uint8Array) => Vault; column: SealedColumn; before: Uint8Array }

function renewValue(work: Work, { own, column, before }: Value): Buffer | undefined {
  const safe = own(before)
  if (before[0] === WAITING) return safe.sealBytes(before.subarray(1))
  if (!column.holdsRows) return safe.renew(before)
  const text = safe.open(before)
  const after = JSON.stringify(renewRows(work, safe, JSON.parse(text)))
  return after === text ? safe.renew(before) : safe.seal(after)
}

/** Rows kept as JSON inside a sealed value: bytes stand as \x…; what belongs to somebody else's secret is left as it is. */
function renewRows(work: Work, own: Vault, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => renewRows(work, own, item))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, renewInner(work, own, [key, inner])] as const)
  const row: Record<string, unknown> = Object.fromEntries(entries)
  if (row.is_sealed === true)
    for (const key of ['old_value', 'new_value']) row[key] = renewText(own, row[key], 'base64')
  for (const [key, purpose] of [
    ['number', 'phone'],
    ['mobile', 'phone'],
  ] as const)
    if (typeof row[`${key}_index`] === 'string') row[`${key}_index`] = indexAgain(work, own, { row, key, purpose })
  return row
}

function renewInner(work: Work, own: Vault, [key, value]: [string, unknown]): unknown {
  return key.endsWith('_sealed') ? renewText(own, value, 'hex') : renewRows(work, own, value)
}

function renewText(own: Vault, value: unknown, encoding: 'hex' | 'base64'): unknown {
  const bytes = decoded(value, encoding)
  if (!bytes) return value
  try {
    const after = own.renew(bytes)
    return after ? `${encoding === 'hex' ? '\\x' : ''}${after.toString(encoding)}` : value
  } catch {
    return value
  }
}

function decoded(value: unknown, encoding: 'hex' | 'base64'): Buffer | undefined {
  if (typeof value !== 'string') return undefined
  if (encoding === 'base64') return Buffer.from(value, 'base64')
  return value.startsWith('\\x') ? Buffer.from(value.slice(2), 'hex') : undefined
}

type Inner = { row: Record<string, unknown>; key: string; purpose: string }

function indexAgain(work: Work, own: Vault, { row, key, purpose }: Inner): unknown {
  const sealed = decoded(row[`${key}_sealed`], 'hex')
  if (!sealed) return row[`${key}_index`]
  try {
    const text = own.open(sealed)
    return `\\x${work.vault.index(purpose, work.spellings[purpose]?.(text) ?? text).toString('hex')}`
  } catch {
    return row[`${key}_index`]
  }
}
