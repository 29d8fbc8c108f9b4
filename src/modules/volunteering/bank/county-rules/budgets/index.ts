import { sql } from 'kysely'
import { balanceOf } from '#modules/ledger/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { ensure } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import { programmesOf } from '../../earning/index.ts'
import type { contract } from '../contract.ts'
import * as no from '../words.ts'

type Doors = typeof contract
type Line = Output<Doors['listProgrammes']>['items'][number]

const KEPT = sql`jsonb_path_query(e.cuts, '$[*] ? (@.cap == "budget")')`

/** Each year with what it may issue; the running year stands there before anything was issued. */
export async function listProgrammes(ctx: Ctx): Promise<Output<Doors['listProgrammes']>> {
  const county = ctx.actor.county
  const thisYear = Number(officeDay(ctx.now).slice(0, 4))
  const { rows } = await sql<Omit<Line, 'left' | 'can'>>`
    with years as (
      select id, year, points_budget from bank_programme where county = ${county}
      union all select null, ${thisYear}, null where not exists (select from bank_programme where county = ${county} and year = ${thisYear}))
    select y.year, y.points_budget as "pointsBudget",
           coalesce((select sum(debits_posted - credits_posted) from ledger_account a
                      where a.county = ${county} and a.kind = 'issue' and a.owner_id = y.id and a.unit = 'points'), 0)::int as points,
           coalesce((select sum(debits_posted - credits_posted) from ledger_account a
                      where a.county = ${county} and a.kind = 'issue' and a.owner_id = y.id and a.unit = 'minutes'), 0)::int as minutes,
           (select jsonb_build_object('people', count(distinct e.person_id), 'points', coalesce(sum((k.cut ->> 'amount')::int), 0))
              from bank_earning e cross join lateral (select ${KEPT} as cut) k
             where e.county = ${county} and e.programme_id = y.id and e.reversed_at is null) as "keptBack",
           coalesce((select jsonb_agg(jsonb_build_object('pointsBudget', b.points_budget, 'basis', b.basis, 'setBy', c.name, 'setAt', b.set_at) order by b.set_at desc)
              from bank_budget b left join account c on c.county = b.county and c.id = b.set_by
             where b.county = ${county} and b.year = y.year), '[]') as history
      from years y order by y.year desc`.execute(ctx.db)
  const can = { set: ctx.actor.permissions.has('bank.approve') }
  const items = rows.map((row) => ({
    ...row,
    left: row.pointsBudget === null ? null : row.pointsBudget - row.points,
    can,
  }))
  return { items, total: items.length }
}

/** Whose points the budget kept back, of those the reader looks after. */
export async function listKeptBack(
  ctx: Ctx,
  { year, offset, limit }: Input<Doors['listKeptBack']>,
): Promise<Output<Doors['listKeptBack']>> {
  const county = ctx.actor.county
  const kept = sql`bank_earning e
    join bank_programme g on g.county = e.county and g.id = e.programme_id and g.year = ${year}
    join person p on p.county = e.county and p.id = e.person_id and ${rowsOf(ctx.actor, 'p')}
    cross join lateral (select ${KEPT} as cut) k
    where e.county = ${county} and e.reversed_at is null`
  const { rows } = await sql<Output<Doors['listKeptBack']>['items'][number]>`
    select e.record_id as "recordId", p.id as "personId", p.name, e.served_on as "servedOn", e.minutes, (k.cut ->> 'amount')::int as points
      from ${kept} order by e.served_on desc, e.record_id offset ${offset} limit ${limit}`.execute(ctx.db)
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total from ${kept}`.execute(ctx.db)
  return { items: rows, total: counted[0]?.total ?? 0 }
}

/** The programme holds the last decision; every one of them stands in the history. */
export async function setBudget(
  ctx: Ctx,
  { year, pointsBudget, basis }: Input<Doors['setBudget']>,
): Promise<{ ok: true }> {
  const county = ctx.actor.county
  const day = `${year}-01-01`
  const programme = (await programmesOf(ctx, [day]))(day)
  const { total } = await balanceOf(ctx, 'points', { kind: 'issue', owner: programme.id })
  ensure(pointsBudget === null || pointsBudget >= -total, () => no.budgetSpent({ issued: -total }))
  const set = { points_budget: pointsBudget, set_by: ctx.actor.accountId, set_at: ctx.now.toISOString() }
  await ctx.db
    .updateTable('bank_programme')
    .set(set)
    .where('county', '=', county)
    .where('id', '=', programme.id)
    .execute()
  await ctx.db
    .insertInto('bank_budget')
    .values({ county, id: newId(ctx.now.getTime()), year, basis, ...set })
    .execute()
  ctx.emit({ type: 'bank.budget_set', data: { year, pointsBudget } })
  return { ok: true }
}
