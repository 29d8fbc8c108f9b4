import type { PoolClient } from 'pg'
import type { Clock } from '../clock.ts'
import type { Vault } from '../crypto/index.ts'
import type { Actor, AuditNote, Call, Ctx, JobRequest, OfficeEvent } from '../ctx.ts'
import { handleOf } from '../db/driver.ts'
import type { Pools } from '../db/pool.ts'
import { inReading, inTransaction } from '../db/transaction.ts'
import type { HomeKeys } from '../home.ts'
import { newId } from '../ids.ts'
import { requestJobs } from './jobs.ts'
import { type Listener, saveEvents } from './outbox.ts'

/** Who comes to the counter: a session's holder, an account on whose behalf a job works, the office itself, or nobody yet. */
export type Who = { session: string } | { account: string; county: number } | { system: number } | 'nobody'

/** How the accounts room turns the database's answer into an actor. */
export type Doorkeeper = {
  /** The statement that finds out who comes and sets the rows they may touch: for one transaction, or for a reading until the next opening. */
  openingOf: (who: Who, visit: { now: Date; isReading: boolean }) => string
  actorOf: (who: Who, opened: Record<string, unknown> | undefined) => Actor
}

export type ActOptions = { readOnly: boolean; requestId?: string; call?: Call; admit?: (actor: Actor) => void }

export type House = {
  act: <T>(who: Who, options: ActOptions, work: (ctx: Ctx) => Promise<T>) => Promise<T>
  listeners: readonly Listener[]
  clock: Clock
  pools: Pools
  vault: Vault
  /** Where the installation keeps what must outlive its database; a test may have none. */
  home?: string | undefined
  /** The keys of the home, for those who rotate them; a test may have none. */
  keys?: HomeKeys | undefined
  /** Called after a commit that left events in the outbox. */
  onEvents: (county: number) => void
}

export type HouseParts = {
  pools: Pools
  vault: Vault
  clock: Clock
  doorkeeper: Doorkeeper
  listeners?: readonly Listener[]
  home?: string | undefined
  keys?: HomeKeys | undefined
}

/** Puts the house together. `act` is the only way to the database: one actor, one transaction, everything said in it saved with it. */
export function openHouse(parts: HouseParts): House {
  const house: House = {
    act: (who, options, work) => act(parts, house, { who, options, work }),
    listeners: parts.listeners ?? [],
    clock: parts.clock,
    pools: parts.pools,
    vault: parts.vault,
    home: parts.home,
    keys: parts.keys,
    onEvents: () => {},
  }
  return house
}

type Said = { events: OfficeEvent[]; notes: AuditNote[]; jobs: JobRequest[] }
type Visit<T> = { who: Who; options: ActOptions; work: (ctx: Ctx) => Promise<T> }

async function act<T>(parts: HouseParts, house: House, { who, options, work }: Visit<T>): Promise<T> {
  const now = parts.clock()
  const opening = parts.doorkeeper.openingOf(who, { now, isReading: options.readOnly })
  let county: number | undefined
  const visit = async (client: PoolClient, opened: Record<string, unknown> | undefined) => {
    const actor = parts.doorkeeper.actorOf(who, opened)
    options.admit?.(actor)
    const said: Said = { events: [], notes: [], jobs: [] }
    const ctx: Ctx = {
      actor,
      db: handleOf(client),
      now,
      vault: parts.vault,
      call: options.call ?? { address: null, agent: null, session: 'keep' },
      emit: (event) => said.events.push(event),
      note: (entry) => said.notes.push(entry),
      enqueue: (job) => said.jobs.push(job),
    }
    const answer = await work(ctx)
    await saveEvents(ctx, said.events)
    await saveNotes(ctx, said.notes, options.requestId)
    await requestJobs(ctx, said.jobs)
    if (said.events.length) county = ctx.actor.county
    return answer
  }
  const { readers, writers } = parts.pools
  const result = options.readOnly
    ? await inReading(readers, { text: opening, who: JSON.stringify(who), now }, visit)
    : await inTransaction(writers, opening, visit)
  if (county !== undefined) house.onEvents(county)
  return result
}

/** The audit trail is written in the transaction it tells of: neither exists without the other. */
async function saveNotes(ctx: Ctx, notes: AuditNote[], requestId: string | undefined): Promise<void> {
  if (!notes.length) return
  const rows = notes.map((entry) => ({
    county: ctx.actor.county,
    id: newId(ctx.now.getTime()),
    at: ctx.now.toISOString(),
    account_id: ctx.actor.accountId,
    action: entry.action,
    subject: entry.subject ?? null,
    detail: JSON.stringify(entry.detail ?? {}),
    request_id: requestId ?? null,
  }))
  await ctx.db.insertInto('audit_event').values(rows).execute()
}
