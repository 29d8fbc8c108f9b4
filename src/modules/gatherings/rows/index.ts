import { type RawBuilder, sql } from 'kysely'
import { placeRange } from '#modules/places/index.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { contract } from '../contract.ts'
import type { State } from '../rules.ts'

type Line = Output<typeof contract.listGatherings>['items'][number]
type Asked = Input<typeof contract.listGatherings>

/** An offered place is kept for whoever it was offered to, until the offer lapses. */
const TAKEN = `s.status in ('in', 'offered')`

const signedUp = (condition: string) =>
  sql<number>`(select count(*)::int from gathering_sign_up s where s.county = g.county and s.gathering_id = g.id and ${sql.raw(condition)})`

export function linesOf(ctx: Ctx) {
  return ctx.db
    .selectFrom('gathering as g')
    .innerJoin('place as p', (on) => on.onRef('p.county', '=', 'g.county').onRef('p.code', '=', 'g.place_code'))
    .leftJoin('site as s', (on) => on.onRef('s.county', '=', 'g.county').onRef('s.id', '=', 'g.site_id'))
    .select(['g.id', 'g.title', 'g.place_code', 'p.short as place', 'g.site_id', 's.name as site', 'g.address'])
    .select(['g.capacity', sql<Line['intensity']>`g.intensity`.as('intensity')])
    .select([sql<string>`lower(g.during)`.as('starts_at'), sql<string>`upper(g.during)`.as('ends_at')])
    .select([sql<Line['kind']>`g.kind`.as('kind'), sql<State>`g.status`.as('status')])
    .select(sql<Line['signUp']>`g.sign_up`.as('sign_up'))
    .select([signedUp(TAKEN).as('taken'), signedUp(`s.status = 'waiting'`).as('waiting')])
    .select(
      sql<number>`(select count(*)::int from gathering_attendance a
        where a.county = g.county and a.gathering_id = g.id and a.state in ('present', 'home'))`.as('present'),
    )
    .where('g.county', '=', ctx.actor.county)
}

type Row = Awaited<ReturnType<ReturnType<typeof linesOf>['execute']>>[number]

export function lineOf(row: Row): Line {
  const { id, kind, title, place, site, address, intensity, status, capacity, taken, waiting, present } = row
  const same = { id, kind, title, place, site, address, intensity, status, capacity, taken, waiting, present }
  return {
    ...same,
    placeCode: row.place_code,
    siteId: row.site_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    signUp: row.sign_up,
  }
}

/** The conditions of a calendar: a window of time, a place with all below it, a venue, somebody’s own. */
export function matching(asked: Asked): RawBuilder<boolean> {
  const { from, to, under, siteId, personId, kind, status, q } = asked
  const parts = [sql`true`]
  if (from || to) parts.push(sql`g.during && tstzrange(${from ?? null}::timestamptz, ${to ?? null}::timestamptz)`)
  if (under) {
    const { lo, hi } = placeRange(under)
    parts.push(sql`g.place_code between ${lo}::bigint and ${hi}::bigint`)
  }
  if (siteId) parts.push(sql`g.site_id = ${siteId}`)
  if (kind) parts.push(sql`g.kind = ${kind}`)
  if (status) parts.push(sql`g.status = ${status}`)
  if (q) parts.push(sql`g.title like ${`%${q.replace(/[\\%_]/g, '\\$&')}%`}`)
  if (personId)
    parts.push(sql`(exists (select from gathering_sign_up s where s.county = g.county and s.gathering_id = g.id
      and s.person_id = ${personId} and s.status not in ('cancelled', 'declined'))
      or exists (select from gathering_attendance a where a.county = g.county and a.gathering_id = g.id and a.person_id = ${personId}))`)
  return sql<boolean>`(${sql.join(parts, sql` and `)})`
}

/** The volunteers' shift a gathering is, if it is one. */
export async function shiftIn(ctx: Ctx, id: string): Promise<string | null> {
  const shift = ctx.db.selectFrom('shift').select('id').where('county', '=', ctx.actor.county)
  return (await shift.where('gathering_id', '=', id).executeTakeFirst())?.id ?? null
}

export function resourcesOf(ctx: Ctx, id: string) {
  return ctx.db
    .selectFrom('gathering_resource as r')
    .leftJoin('unit as u', (on) => on.onRef('u.county', '=', 'r.county').onRef('u.id', '=', 'r.unit_id'))
    .select(['r.id', 'r.name', 'r.count', 'r.cents', 'r.unit_id as unitId', 'u.name as unit'])
    .select(sql<'funds' | 'people' | 'equipment' | 'vehicle'>`r.kind`.as('kind'))
    .where('r.county', '=', ctx.actor.county)
    .where('r.gathering_id', '=', id)
    .orderBy('r.kind')
    .orderBy('r.id')
    .execute()
}
