import { sql } from 'kysely'
import { placeRange } from '#modules/places/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { rowsOf } from '#platform/scope.ts'
import { nextMonth } from '../../settlement/rules.ts'
import type { Line } from '../rules.ts'

export type Drafted = Line & { whole: string; communityCode: string | null }

/** What moved in the books in a month for those who live in a place: by the day it was posted, so that a month that is over does not change. */
export async function draftOf(
  ctx: Ctx,
  { month, placeCode }: { month: string; placeCode: string },
): Promise<Drafted[]> {
  const county = ctx.actor.county
  const [from, to] = [`${month}-01`, nextMonth(`${month}-01`)]
  const { lo, hi } = placeRange(placeCode)
  const { rows } = await sql<Drafted>`
    with moved as (
      select a.owner_id as person_id, t.unit, coalesce(o.code, t.code) as code, coalesce(o.ref_id, t.ref_id) as ref_id,
             case when t.credit_id = a.id then t.amount else -t.amount end as amount
        from ledger_transfer t
        join ledger_account a on a.county = t.county and a.kind = 'wallet' and a.id in (t.debit_id, t.credit_id)
        left join ledger_transfer o on o.county = t.county and o.id = t.reverses_id
       where t.county = ${county} and t.step in ('post', 'settle')
         and t.at >= ${from}::timestamp at time zone 'Asia/Shanghai' and t.at < ${to}::timestamp at time zone 'Asia/Shanghai'),
    summed as (
      select m.person_id, e.team_id,
             coalesce(sum(amount) filter (where unit = 'minutes' and code in ('earn', 'award')), 0)::int as minutes,
             coalesce(sum(amount) filter (where unit = 'points' and code in ('earn', 'award')), 0)::int as earned,
             coalesce(-sum(amount) filter (where unit = 'points' and code = 'redeem'), 0)::int as redeemed,
             coalesce(-sum(amount) filter (where unit = 'points' and code = 'donate'), 0)::int as donated,
             coalesce(sum(amount) filter (where unit = 'points' and code = 'grant'), 0)::int as granted
        from moved m left join bank_earning e on e.county = ${county} and e.record_id = m.ref_id
       group by m.person_id, e.team_id)
    select s.person_id as "personId", s.team_id as "teamId", p.name as whole, c.code as "communityCode", c.short as community, t.name as team,
           s.minutes, s.earned, s.redeemed, s.donated, s.granted,
           case when p.status in ('living', 'moved_out')
             and not exists (select from bank_unnamed u where u.county = p.county and u.person_id = p.id and u.ended_at is null)
             then p.name end as name
      from summed s
      join person p on p.county = ${county} and p.id = s.person_id and p.place_code between ${lo}::bigint and ${hi}::bigint and ${rowsOf(ctx.actor, 'p')}
      left join place c on c.county = p.county and c.code = p.place_code / 10000000 * 10000000
      left join volunteer_team t on t.county = ${county} and t.id = s.team_id
     where s.minutes <> 0 or s.earned <> 0 or s.redeemed <> 0 or s.donated <> 0 or s.granted <> 0
     order by c.code nulls last, p.name_sort, p.id, t.name nulls last`.execute(ctx.db)
  return rows
}

export type PoolMonth = { in: number; out: number; balance: number }

/** The pool of the county in a month, by the day things were posted: what it took in, gave, and held at the end. */
export async function poolIn(ctx: Ctx, month: string): Promise<PoolMonth> {
  const [from, to] = [`${month}-01`, nextMonth(`${month}-01`)]
  const { rows } = await sql<PoolMonth>`
    with moved as (
      select coalesce(o.code, t.code) as code, case when t.credit_id = a.id then t.amount else -t.amount end as amount,
             t.at >= ${from}::timestamp at time zone 'Asia/Shanghai' as is_of_month
        from ledger_account a
        join ledger_transfer t on t.county = a.county and a.id in (t.debit_id, t.credit_id) and t.step in ('post', 'settle')
        left join ledger_transfer o on o.county = t.county and o.id = t.reverses_id
       where a.county = ${ctx.actor.county} and a.kind = 'pool' and a.unit = 'points' and t.at < ${to}::timestamp at time zone 'Asia/Shanghai')
    select coalesce(sum(amount) filter (where code = 'donate' and is_of_month), 0)::int as in,
           coalesce(-sum(amount) filter (where code = 'grant' and is_of_month), 0)::int as out,
           coalesce(sum(amount), 0)::int as balance from moved`.execute(ctx.db)
  return rows[0] ?? { in: 0, out: 0, balance: 0 }
}
