import type { Kysely } from 'kysely'
import type { Vault } from './crypto/index.ts'
import type { DB } from './db/tables.ts'
import type { Refusal } from './refuse.ts'

/** Field classes of personal data: plain contact data, identifying or health data, and data only those who treat or decide may read. */
export type FieldClass = 'pi' | 'sensitive' | 'restricted'

export type PlaceSpan = { lo: string; hi: string }

/** The rows an actor may touch: the whole county, or the union of places, units and single people. */
export type RowScope = { all: boolean; places: PlaceSpan[]; units: string[]; people?: string[] }

export type Actor = {
  kind: 'account' | 'system' | 'nobody'
  county: number
  accountId: string | null
  /** Every login of the same natural person, this one too. */
  accounts: readonly string[]
  name: string
  roles: string[]
  permissions: ReadonlySet<string>
  sees: ReadonlySet<FieldClass>
  scope: RowScope
  sessionId: string | null
  /** Whose affairs an elder or a relative does in this request; it stands in the trail with every act. */
  actingFor?: { personId: string; as: 'self' | 'family' }
  /** Why somebody who came with a session is let do nothing. */
  barred?: Refusal | undefined
}

export type OfficeEvent = { type: string; data: Record<string, unknown> }

/** One line of the audit trail. It carries no personal value: ids, counts and field names only. */
export type AuditNote = {
  action: string
  /** The id of what was acted on, and of what kind it is: `people`, `accounts` … */
  subject?: string | undefined
  kind?: string | undefined
  detail?: Record<string, unknown>
  /** Why, in the words of whoever acted. */
  purpose?: string | undefined
  /** `done` unless said. */
  result?: 'done' | 'refused' | 'failed'
  /** Names of the fields that were changed. */
  changed?: readonly string[] | undefined
  /** Keyed digests of what stood there before and after. */
  before?: string | undefined
  after?: string | undefined
}

export type Db = Kysely<DB>

/** What the transport knows of a request, and what it is asked to do with the browser's session. `days`: it outlives the browser's window. */
export type Call = {
  address: string | null
  /** Under which address we were asked, as far as our own server or a trusted proxy knows. */
  site: string | null
  agent: string | null
  session: 'keep' | 'end' | { token: string; days?: number | undefined }
}

export type JobRequest = {
  task: string
  payload: Record<string, unknown>
  key?: string
  /** Not before this instant. */
  at?: Date | undefined
}

/** What a service function is given: one actor, one transaction, one clock. There is no other way to the database. */
export type Ctx = {
  actor: Actor
  db: Db
  now: Date
  vault: Vault
  call: Call
  /** Says what happened: saved in the outbox with the transaction, told to listeners after it commits. */
  emit: (event: OfficeEvent) => void
  /** Adds a line to the audit trail: with the transaction, or before the answer of a reading leaves. */
  note: (entry: AuditNote) => void
  /** Says with keyed digests what a record was and is, so that a later state can be laid beside the trail. */
  attest: (subject: string, digests: { before?: string | undefined; after: string }) => void
  /** Asks for work to be done after the commit, at least once. */
  enqueue: (job: JobRequest) => void
}
