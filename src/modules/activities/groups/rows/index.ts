import { type RawBuilder, sql } from 'kysely'
import { placeRange } from '#modules/places/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { contract } from '../contract.ts'
import { termState, WARNED_DAYS } from '../rules.ts'

type Line = Output<typeof contract.listGroups>['items'][number]
type Asked = Input<typeof contract.listGroups>

const untilOn = sql<string | null>`(select min(o.until_on) from group_officer o
  where o.county = g.county and o.group_id = g.id and o.ended_on is null)`

export function linesOf(ctx: Ctx) {
  const year = officeDay(ctx.now).slice(0, 4)
  return ctx.db
    .selectFrom('activity_group as g')
    .innerJoin('place as p', (on) => on.onRef('p.county', '=', 'g.county').onRef('p.code', '=', 'g.place_code'))
    .select(['g.id', 'g.name', 'g.interests', 'g.place_code as placeCode', 'p.short as place'])
    .select(['g.founded_on as foundedOn', 'g.closed_on as closedOn'])
    .select([sql<Line['kind']>`g.kind`.as('kind'), sql<Line['filing']>`g.filing`.as('filing')])
    .select(untilOn.as('untilOn'))
    .select(
      sql<number>`(select count(*)::int from group_member m
        where m.county = g.county and m.group_id = g.id and m.left_on is null)`.as('members'),
    )
    .select(
      sql<string | null>`(select n.name from group_officer o join person n on n.county = o.county and n.id = o.person_id
        where o.county = g.county and o.group_id = g.id and o.ended_on is null and o.post = 'head' order by o.from_on limit 1)`.as(
        'head',
      ),
    )
    .select(
      sql<number>`(select count(*)::int from group_gathering l join gathering e on e.county = l.county and e.id = l.gathering_id
        where l.county = g.county and l.group_id = g.id and e.status = 'held'
          and to_char(lower(e.during) at time zone 'Asia/Shanghai', 'YYYY') = ${year})`.as('held'),
    )
    .where('g.county', '=', ctx.actor.county)
}

type Row = Awaited<ReturnType<ReturnType<typeof linesOf>['execute']>>[number]

export function lineOf(row: Row, today: string): Line {
  const { untilOn: until } = row
  const state = until === null ? 'none' : termState({ untilOn: until, endedOn: null }, today)
  return { ...row, term: state === 'ended' ? 'none' : state }
}

export function matching(asked: Asked, today: string): RawBuilder<boolean> {
  const { under, kind, interest, term, status, q } = asked
  const parts = [sql`true`]
  if (status !== 'all') parts.push(status === 'open' ? sql`g.closed_on is null` : sql`g.closed_on is not null`)
  if (under) {
    const { lo, hi } = placeRange(under)
    parts.push(sql`g.place_code between ${lo}::bigint and ${hi}::bigint`)
  }
  if (kind) parts.push(sql`g.kind = ${kind}`)
  if (interest) parts.push(sql`${interest} = any(g.interests)`)
  if (q) parts.push(sql`g.name like ${`%${q.replace(/[\\%_]/g, '\\$&')}%`}`)
  if (term === 'overdue') parts.push(sql`${untilOn} < ${today}::date`)
  if (term === 'ends_soon')
    parts.push(sql`${untilOn} between ${today}::date and ${today}::date + ${sql.lit(WARNED_DAYS)}::int`)
  return sql<boolean>`(${sql.join(parts, sql` and `)})`
}
