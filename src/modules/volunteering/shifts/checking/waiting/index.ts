import { sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { mask } from '#platform/present/mask.ts'
import { rowsOf } from '#platform/scope.ts'
import type { contract } from '../contract.ts'

type Doors = typeof contract
type Line = Output<Doors['listWaiting']>['items'][number]

/** The shifts of the actor's area, as `mayKeep` says of one. */
function keptBy({ scope }: Ctx['actor']) {
  if (scope.all) return sql`true`
  const spans = scope.places.map(({ lo, hi }) => sql`g.place_code between ${lo}::bigint and ${hi}::bigint`)
  return spans.length ? sql`(${sql.join(spans, sql` or `)})` : sql`false`
}

/** What waits for a second person or for confirmation, the oldest first. */
export async function listWaiting(
  ctx: Ctx,
  { status, offset, limit }: Input<Doors['listWaiting']>,
): Promise<Output<Doors['listWaiting']>> {
  const county = ctx.actor.county
  const from = sql`
    from shift_turn t
    join shift s on s.county = t.county and s.id = t.shift_id
    join gathering g on g.county = s.county and g.id = s.gathering_id
    left join person p on p.county = t.county and p.id = t.person_id and ${rowsOf(ctx.actor, 'p')}
    left join lateral (select name from guests_of(g.id) where person_id = t.person_id and p.id is null) u on true
    where t.county = ${county} and ${status ? sql`t.status = ${status}` : sql`t.status in ('late', 'served')`} and ${keptBy(ctx.actor)}`
  const { rows } = await sql<Omit<Line, 'name'> & { name: string | null }>`
    select t.id, s.id as "shiftId", g.title, s.task, t.person_id as "personId", coalesce(p.name, u.name) as name, p.id is null as "isMasked", t.status, lower(t.during) as "from", upper(t.during) as "to",
           t.minutes, t.in_way as "inWay", t.late_reason as "lateReason", coalesce(t.late_by = any (${ctx.actor.accounts}::uuid[]), false) as "isMine",
           (select short from place l where l.county = g.county and l.code = g.place_code) as place,
           (select name from volunteer_team m where m.county = s.county and m.id = s.team_id) as team,
           (select name from account a where a.county = t.county and a.id = t.late_by) as "lateBy"
      ${from} order by t.status, lower(t.during), t.id offset ${offset} limit ${limit}`.execute(ctx.db)
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total ${from}`.execute(ctx.db)
  const items = rows.map(({ name, ...row }) => ({
    ...row,
    name: (row.isMasked ? mask('name', name ?? '') : name) ?? '*',
  }))
  return { items, total: counted[0]?.total ?? 0 }
}
