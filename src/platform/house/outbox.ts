import { sql } from 'kysely'
import type { Ctx, OfficeEvent } from '../ctx.ts'
import { asText, countyAsText } from '../db/transaction.ts'
import { newId } from '../ids.ts'
import type { House } from './house.ts'
import { newSetbacks, type Setbacks } from './setbacks.ts'

export type SavedEvent = OfficeEvent & { id: string }

/** A room's ear: told after the commit, at least once, and idempotent because a heard event is never told again. */
export type Listener = {
  name: string
  hears: string
  hear: (ctx: Ctx, event: SavedEvent) => Promise<void>
}

/** The statement that saves events, in the transaction that caused them, so a rollback takes them back too. */
export function saving({ actor, now }: Pick<Ctx, 'actor' | 'now'>, events: readonly OfficeEvent[]): string {
  const rows = events.map(({ type, data }) => ({ id: newId(now.getTime()), type, data, at: now.toISOString() }))
  return `insert into outbox (county, id, type, data, at) select ${countyAsText(actor.county)}, e.*
    from jsonb_to_recordset(${asText(rows)}) as e(id uuid, type text, data jsonb, at timestamptz)`
}

const BATCH = 100

/**
 * Tells every waiting event of a county, in the order they happened, to every listener that has not heard it, until none is left.
 * Returns how many were told to all. A listener that throws holds up neither the others nor, in the long run, its own later
 * events; it is asked again after a while. What it threw is thrown when all the rest is told.
 */
export async function deliver(house: House, county: number): Promise<number> {
  const round: Round = { house, county, held: new Set(), faults: [] }
  let last: { at: string; id: string } | undefined
  let told = 0
  for (;;) {
    const waiting = await waitingAfter(round, last)
    if (!waiting.length) break
    last = waiting.at(-1)
    const done: string[] = []
    for (const event of waiting) if (await tellAll(round, event)) done.push(event.id)
    await tickOff(round, done)
    told += done.length
  }
  if (round.faults.length) throw new AggregateError(round.faults, round.faults.map((fault) => fault.message).join('\n'))
  return told
}

/** One pass over what waits. `held` are listeners that may not yet go on to what happened later. */
type Round = { house: House; county: number; held: Set<string>; faults: Error[] }

type Waiting = SavedEvent & { at: string }

async function waitingAfter({ house, county }: Round, last: { at: string; id: string } | undefined) {
  const rows = await house.act({ system: county }, { readOnly: true }, (ctx) =>
    ctx.db
      .selectFrom('outbox')
      .select(['id', 'type', 'data', 'at'])
      .where('county', '=', county)
      .where('delivered_at', 'is', null)
      .$if(last !== undefined, (query) =>
        query.where(sql<boolean>`(at, id) > (${last?.at}::timestamptz, ${last?.id}::uuid)`),
      )
      .orderBy('at')
      .orderBy('id')
      .limit(BATCH)
      .execute(),
  )
  return rows.map(
    (row): Waiting => ({ ...row, data: row.data as Record<string, unknown> }), // `saving` writes objects only
  )
}

/** True when everybody who listens to it has heard it. */
async function tellAll(round: Round, event: SavedEvent): Promise<boolean> {
  let isHeard = true
  for (const listener of round.house.listeners)
    if (listener.hears === event.type && !(await tryToTell(round, listener, event))) isHeard = false
  return isHeard
}

const setbacks = new WeakMap<House, Setbacks>()

function setbacksOf(house: House): Setbacks {
  const known = setbacks.get(house) ?? newSetbacks()
  setbacks.set(house, known)
  return known
}

async function tryToTell(round: Round, listener: Listener, event: SavedEvent): Promise<boolean> {
  const { house, held, faults } = round
  if (held.has(listener.name)) return false
  const [known, key] = [setbacksOf(house), `${event.id} ${listener.name}`]
  if (known.isDue(key, house.clock())) {
    try {
      await tell(round, listener, event)
      known.passed(key)
      return true
    } catch (error) {
      known.failed(key, house.clock())
      const reason = error instanceof Error ? error.message : String(error)
      faults.push(new Error(`${listener.name} did not take in ${event.type} ${event.id}: ${reason}`, { cause: error }))
    }
  }
  if (known.isHolding(key)) held.add(listener.name)
  return false
}

async function tickOff({ house, county }: Round, ids: string[]): Promise<void> {
  if (!ids.length) return
  await house.act({ system: county }, { readOnly: false }, (ctx) =>
    ctx.db
      .updateTable('outbox')
      .set({ delivered_at: ctx.now.toISOString() })
      .where('county', '=', county)
      .where(sql<boolean>`id = any(${ids}::uuid[])`)
      .execute(),
  )
}

async function tell({ house, county }: Round, listener: Listener, event: SavedEvent): Promise<void> {
  await house.act({ system: county }, { readOnly: false }, async (ctx) => {
    const heard = await ctx.db
      .insertInto('outbox_heard')
      .values({ county, event_id: event.id, listener: listener.name, at: ctx.now.toISOString() })
      .onConflict((conflict) => conflict.doNothing())
      .returning(sql<number>`1`.as('one'))
      .execute()
    if (heard.length) await listener.hear(ctx, event)
  })
}
