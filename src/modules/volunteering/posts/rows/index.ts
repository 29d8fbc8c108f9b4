import { type RawBuilder, sql } from 'kysely'
import { placeRange } from '#modules/places/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { rowsOf } from '#platform/scope.ts'
import { holdsPlace } from '../../policy.ts'
import type { contract } from '../contract.ts'

type Line = Output<typeof contract.listPosts>['items'][number]
type Holding = Output<typeof contract.readPost>['holdings'][number]
type Asked = Omit<Input<typeof contract.listPosts>, 'offset' | 'limit'>

export function linesOf(ctx: Ctx) {
  const today = officeDay(ctx.now)
  return ctx.db
    .selectFrom('grid_post as g')
    .innerJoin('place as l', (on) => on.onRef('l.county', '=', 'g.county').onRef('l.code', '=', 'g.place_code'))
    .leftJoin('place as b', (on) =>
      on.onRef('b.county', '=', 'g.county').on('b.code', '=', sql<string>`g.place_code / 100 * 100`),
    )
    .leftJoin('place as c', (on) =>
      on.onRef('c.county', '=', 'g.county').on('c.code', '=', sql<string>`g.place_code / 10000000 * 10000000`),
    )
    .leftJoin('post_holding as h', (on) =>
      on
        .onRef('h.county', '=', 'g.county')
        .onRef('h.post_id', '=', 'g.id')
        .on(sql<boolean>`h.during @> ${today}::date`),
    )
    .leftJoin('person as p', (on) =>
      on.onRef('p.county', '=', 'h.county').onRef('p.id', '=', 'h.person_id').on(rowsOf(ctx.actor, 'p')),
    )
    .select(['g.id', 'g.place_code', 'c.short as community', 'g.duties', 'g.intensity', 'g.opened_on', 'g.closed_on'])
    .select(['h.id as holding_id', 'p.id as holder_id', 'p.name as holder'])
    .select(sql<string>`case when l.level = 'entrance' then concat(b.short, l.short) else l.short end`.as('place'))
    .select([sql<Line['kind']>`g.kind`.as('kind'), sql<string | null>`lower(h.during)::text`.as('held_since')])
    .select(
      sql<number>`(select count(*)::int from person r where r.county = g.county and r.status = 'living'
        and r.place_code between g.place_code and g.place_code + case g.kind when 'building_head' then 99 else 0 end)`.as(
        'people',
      ),
    )
    .where('g.county', '=', ctx.actor.county)
}

type Row = Awaited<ReturnType<ReturnType<typeof linesOf>['execute']>>[number]

export function lineOf(ctx: Ctx, row: Row): Line {
  const { id, kind, place, community, duties, intensity, holder, people } = row
  const isOurs = holdsPlace(ctx.actor, row.place_code) && row.closed_on === null
  const isHeld = row.holding_id !== null
  const may = (what: string) => isOurs && ctx.actor.permissions.has(what)
  return {
    id,
    kind,
    place,
    community,
    duties,
    intensity,
    holder,
    people,
    isHeld,
    placeCode: row.place_code,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    holderId: row.holder_id,
    heldSince: row.held_since,
    can: {
      claim: may('volunteering.record') && !isHeld,
      resign: may('volunteering.record') && isHeld,
      close: may('volunteering.manage') && !isHeld,
    },
  }
}

export function matching({ under, kind, held, q }: Asked): RawBuilder<boolean> {
  const parts: RawBuilder<unknown>[] = [sql`g.closed_on is null`]
  if (under) {
    const { lo, hi } = placeRange(under)
    parts.push(sql`g.place_code between ${lo}::bigint and ${hi}::bigint`)
  }
  if (kind) parts.push(sql`g.kind = ${kind}`)
  if (held !== undefined) parts.push(held ? sql`h.id is not null` : sql`h.id is null`)
  if (q) {
    const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
    parts.push(sql`(l.short like ${like} or c.short like ${like} or p.name like ${like})`)
  }
  return sql<boolean>`(${sql.join(parts, sql` and `)})`
}

export async function holdingsOf(ctx: Ctx, postId: string): Promise<Holding[]> {
  return ctx.db
    .selectFrom('post_holding as h')
    .innerJoin('person as p', (on) => on.onRef('p.county', '=', 'h.county').onRef('p.id', '=', 'h.person_id'))
    .select(['h.id', 'h.person_id as personId', 'p.name', 'h.reason'])
    .select([sql<string>`lower(h.during)::text`.as('sinceOn'), sql<string | null>`upper(h.during)::text`.as('untilOn')])
    .select([
      sql<Holding['strength']>`h.strength`.as('strength'),
      sql<Holding['consentBy']>`h.consent_by`.as('consentBy'),
    ])
    .where('h.county', '=', ctx.actor.county)
    .where('h.post_id', '=', postId)
    .where(rowsOf(ctx.actor, 'p'))
    .orderBy(sql`lower(h.during) desc`)
    .execute()
}
