import { sql } from 'kysely'
import type { Ctx, OfficeEvent } from '../ctx.ts'
import type { House } from './house.ts'
import { newId } from '../ids.ts'

/** A room's ear: told after the commit, at least once, and idempotent because a heard event is never told again. */
export type Listener = {
  name: string
  hears: string
  hear: (ctx: Ctx, event: OfficeEvent & { id: string }) => Promise<void>
}

/** Written in the transaction that caused the events, so a rollback takes them back too. */
export async function saveEvents(ctx: Ctx, events: OfficeEvent[]): Promise<void> {
  if (!events.length) return
  const rows = events.map((event) => ({
    county: ctx.actor.county,
    id: newId(ctx.now.getTime()),
    type: event.type,
    data: JSON.stringify(event.data),
    at: ctx.now.toISOString(),
  }))
  await ctx.db.insertInto('outbox').values(rows).execute()
}

const BATCH = 100

/** Tells every waiting event of a county to every listener that has not heard it. Returns how many events were told. */
export async function deliver(house: House, county: number): Promise<number> {
  const waiting = await house.act({ system: county }, { readOnly: true }, (ctx) =>
    ctx.db
      .selectFrom('outbox')
      .select(['id', 'type', 'data'])
      .where('county', '=', county)
      .where('delivered_at', 'is', null)
      .orderBy('at')
      .limit(BATCH)
      .execute(),
  )
  for (const row of waiting) {
    // The column is jsonb; only objects are written to it by saveEvents.
    const event = { id: row.id, type: row.type, data: row.data as Record<string, unknown> }
    for (const listener of house.listeners)
      if (listener.hears === event.type) await tell(house, county, { listener, event })
    await house.act({ system: county }, { readOnly: false }, (ctx) =>
      ctx.db
        .updateTable('outbox')
        .set({ delivered_at: ctx.now.toISOString() })
        .where('county', '=', county)
        .where('id', '=', event.id)
        .execute(),
    )
  }
  return waiting.length
}

async function tell(
  house: House,
  county: number,
  { listener, event }: { listener: Listener; event: OfficeEvent & { id: string } },
): Promise<void> {
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
