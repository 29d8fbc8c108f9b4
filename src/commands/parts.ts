import type { Spellings } from '#platform/crypto/rotation/index.ts'
import type { Doorkeeper, House } from '#platform/house/house.ts'
import type { Job } from '#platform/house/jobs.ts'
import type { Listener } from '#platform/house/outbox.ts'
import type { Routes } from '#platform/http/bind.ts'
import type { CodedTable } from '#platform/integrity/index.ts'

/** Everything the rooms bring to the house. Only main.ts, which knows all rooms, can make it. */
export type Parts = {
  rooms: readonly Routes[]
  listeners: readonly Listener[]
  jobs: readonly Job[]
  doorkeeper: Doorkeeper
  /** How values are written before their fingerprints are taken. */
  spellings: Spellings
  /** Tables whose rows stand under codes. */
  codes: readonly CodedTable[]
  onStart: readonly ((house: House, log: (line: string) => void) => Promise<void>)[]
}
