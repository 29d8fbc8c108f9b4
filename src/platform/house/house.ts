import type { Pool, PoolClient } from 'pg'
import { type Digests, takeIn, withDigests } from '../audit/digests.ts'
import { appending, entryOf } from '../audit/entry.ts'
import { newTrail, type Trail } from '../audit/trail.ts'
import type { Clock } from '../clock.ts'
import type { Vault } from '../crypto/index.ts'
import type { Actor, AuditNote, Call, Ctx, JobRequest, OfficeEvent } from '../ctx.ts'
import { handleOf } from '../db/driver.ts'
import type { Pools } from '../db/pool.ts'
import { inReading, inTransaction } from '../db/transaction.ts'
import type { HomeKeys } from '../home.ts'
import { Refusal } from '../refuse.ts'
import { requesting } from './jobs.ts'
import { type Listener, saving } from './outbox.ts'

/** Who comes to the counter: a session's holder, an account on whose behalf a job works, the office itself, or nobody yet. */
export type Who = { session: string } | { account: string; county: number } | { system: number } | 'nobody'

/** From where somebody comes, and what tells whether their rights are genuine. */
export type DoorSide = { address?: string | null | undefined; vault: Pick<Vault, 'isMac'> }

/** How the accounts room turns the database's answer into an actor. */
export type Doorkeeper = {
  /** The statement that finds out who comes and sets the rows they may touch: for one transaction, or for a reading until the next opening. */
  openingOf: (who: Who, visit: { now: Date; isReading: boolean }) => string
  /** A county may name the networks it lets in, and believes no grant that does not stand under its code. */
  actorOf: (who: Who, opened: Record<string, unknown> | undefined, door: DoorSide) => Actor
}

export type ActOptions = {
  readOnly: boolean
  requestId?: string
  call?: Call
  admit?: (actor: Actor) => void
  /** What is asked for, so that a refusal of it can be noted. */
  door?: AuditNote
}

export type House = {
  act: <T>(who: Who, options: ActOptions, work: (ctx: Ctx) => Promise<T>) => Promise<T>
  listeners: readonly Listener[]
  clock: Clock
  pools: Pools
  vault: Vault
  /** Where the installation keeps what must outlive its database; a test may have none. */
  home?: string | undefined
  keys?: HomeKeys | undefined
  owner?: Pool | undefined
  /** For rows without a transaction of their own. */
  trail: Trail
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
  owner?: Pool | undefined
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
    owner: parts.owner,
    trail: newTrail(parts.pools.writers),
    onEvents: () => {},
  }
  return house
}

type Said = { events: OfficeEvent[]; notes: AuditNote[]; jobs: JobRequest[]; digests: Map<string, Digests> }
type Visit<T> = { who: Who; options: ActOptions; work: (ctx: Ctx) => Promise<T> }
/** What a visit leaves behind when its work is done. */
type Left<T> = { answer: T; ctx: Ctx; notes: AuditNote[]; said: Said }

async function act<T>(parts: HouseParts, house: House, { who, options, work }: Visit<T>): Promise<T> {
  const now = parts.clock()
  const opening = parts.doorkeeper.openingOf(who, { now, isReading: options.readOnly })
  const came: { actor?: Actor } = {}
  const visit = async (client: PoolClient, opened: Record<string, unknown> | undefined): Promise<Left<T>> => {
    const actor = parts.doorkeeper.actorOf(who, opened, { address: options.call?.address, vault: parts.vault })
    came.actor = actor
    if (options.admit) options.admit(actor)
    else if (typeof who === 'object' && 'session' in who && actor.barred) throw actor.barred
    const said: Said = { events: [], notes: [], jobs: [], digests: new Map() }
    const ctx: Ctx = {
      actor,
      db: handleOf(client),
      now,
      vault: parts.vault,
      call: options.call ?? { address: null, site: null, agent: null, session: 'keep' },
      emit: (event) => said.events.push(event),
      note: (entry) => said.notes.push(entry),
      attest: (subject, digests) => takeIn(said.digests, subject, digests),
      enqueue: (job) => said.jobs.push(job),
    }
    const answer = await work(ctx)
    return { answer, ctx, notes: withDigests(said.notes, said.digests), said }
  }
  try {
    if (!options.readOnly) return await write(house, visit, { opening, options })
    const left = await inReading(parts.pools.readers, { text: opening, who: JSON.stringify(who), now }, visit)
    if (left.said.events.length || left.said.jobs.length) throw new Error('a reading causes nothing')
    if (left.notes.length) await house.trail.append(left.ctx.actor.county, entriesOf(left, options))
    return left.answer
  } catch (error) {
    if (came.actor && isForbidden(error)) await noteRefusal(house, came.actor, { now, options, error })
    throw error
  }
}

type Serve<T> = (client: PoolClient, opened: Record<string, unknown> | undefined) => Promise<Left<T>>

/** Events, jobs and the audit trail are written in the transaction they tell of, as its last statements: neither exists without the other. */
async function write<T>(house: House, visit: Serve<T>, at: { opening: string; options: ActOptions }): Promise<T> {
  const left = await inTransaction(house.pools.writers, at.opening, async (client, opened, ending) => {
    const result = await visit(client, opened)
    ending.closing = closingOf(result, at.options)
    return result
  })
  if (left.said.events.length) house.onEvents(left.ctx.actor.county)
  return left.answer
}

/** The head of the trail comes last: what is before it need not be waited for by others. */
function closingOf({ ctx, notes, said }: Left<unknown>, options: ActOptions): string[] {
  const { county } = ctx.actor
  return [
    ...(said.events.length ? [saving(ctx, said.events)] : []),
    ...(said.jobs.length ? [requesting(county, said.jobs)] : []),
    ...(notes.length ? [appending(county, entriesOf({ ctx, notes }, options))] : []),
  ]
}

function entriesOf({ ctx, notes }: Pick<Left<unknown>, 'ctx' | 'notes'>, { call, requestId }: ActOptions) {
  return notes.map((note) => entryOf({ actor: ctx.actor, now: ctx.now, call, requestId }, note))
}

/** Somebody asked for what they may not: too little right, or locked out. */
function isForbidden(error: unknown): error is Refusal {
  return error instanceof Refusal && (error.status === 403 || error.status === 423)
}

type Refused = { now: Date; options: ActOptions; error: Refusal }

/** The refused act was taken back, so its row stands alone. Nobody known leaves none: an outsider could write as much as they like. */
async function noteRefusal(house: House, actor: Actor, { now, options, error }: Refused): Promise<void> {
  const { door, call, requestId } = options
  if (!door || actor.kind !== 'account') return
  const note: AuditNote = { ...door, result: 'refused', detail: { code: error.code } }
  await house.trail.append(actor.county, [entryOf({ actor, now, call, requestId }, note)])
}
