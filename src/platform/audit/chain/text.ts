import { createHash } from 'node:crypto'

/** A row as it is read back, every value as the text that was hashed. */
export type ChainRow = {
  county: number
  seq: string
  at: string
  account_id: string | null
  roles: string
  on_behalf_of: string | null
  session_hash: string | null
  address: string | null
  device: string | null
  action: string
  subject_kind: string | null
  subject: string | null
  result: string
  purpose: string | null
  changed: string | null
  before_digest: string | null
  after_digest: string | null
  detail: string
  request_id: string | null
  prev_hash: string
  hash: string
}

/** Each field as its length in bytes and itself. Written a second time, apart from audit_text in migrations/0011_audit.sql: who rewrites the one does not rewrite what verifies it. */
export function textOf(row: ChainRow): string {
  const fields = [
    String(row.county),
    row.seq,
    row.at,
    row.account_id,
    row.roles,
    row.on_behalf_of,
    row.session_hash,
    row.address,
    row.device,
    row.action,
    row.subject_kind,
    row.subject,
    row.result,
    row.purpose,
    row.changed,
    row.before_digest,
    row.after_digest,
    row.detail,
    row.request_id,
    row.prev_hash,
  ]
  return piecesOf(fields)
}

/** Each value as its length in bytes and itself, so that no two lists read alike; `audit_piece` in the database does the same. */
export function piecesOf(values: readonly (string | null)[]): string {
  return values.map((value) => (value === null ? '-' : `${Buffer.byteLength(value)}:${value}`)).join(',')
}

export function hashOf(row: ChainRow): string {
  return sha256(textOf(row))
}

/** What the first row of a chain carries as the hash before it. */
export function beginningOf(county: number): string {
  return sha256(`sangyu audit chain ${county}`)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
