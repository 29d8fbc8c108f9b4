import { sql } from 'kysely'
import type { Ctx, PlaceSpan } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'

export type PlaceEvent = {
  id: string
  code: string
  name: string
  kind: 'added' | 'renamed' | 'abolished' | 'moved'
  on: string
  by: string | null
  at: string
  detail: Record<string, unknown>
}

export async function eventsOf(ctx: Ctx, { lo, hi }: PlaceSpan, limit: number): Promise<PlaceEvent[]> {
  const events = await sql<PlaceEvent>`
    select e.id, e.code, p.short as name, e.kind, e.happened_on as on, a.name as by, e.at, e.detail
      from place_event e
      join place p on p.county = e.county and p.code = e.code
      left join account a on a.county = e.county and a.id = e.account_id
     where e.county = ${ctx.actor.county} and e.code between ${lo}::bigint and ${hi}::bigint
     order by e.at desc, e.id desc limit ${limit}`.execute(ctx.db)
  return events.rows
}

export type Happened = { code: string; kind: PlaceEvent['kind']; on: string; detail: Record<string, unknown> }

export async function recordEvents(ctx: Ctx, happened: readonly Happened[]): Promise<void> {
  if (!happened.length) return
  const said = { county: ctx.actor.county, account_id: ctx.actor.accountId, at: ctx.now.toISOString() }
  const rows = happened.map(({ code, kind, on, detail }) => ({
    ...said,
    id: newId(ctx.now.getTime()),
    code,
    kind,
    happened_on: on,
    detail: JSON.stringify(detail),
  }))
  await ctx.db.insertInto('place_event').values(rows).execute()
}
