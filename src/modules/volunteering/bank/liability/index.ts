import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { contract } from '../contract.ts'

type Liability = Output<(typeof contract)['readLiability']>

/** What the bank has promised: the sum of all wallets, whoever asks, since no person can be read from it. */
export async function readLiability(ctx: Ctx): Promise<Liability> {
  const county = ctx.actor.county
  const sums = await sql<Omit<Liability, 'issued' | 'ages'>>`
    select coalesce(sum(has) filter (where kind = 'wallet' and unit = 'minutes'), 0)::int as minutes,
           coalesce(sum(has) filter (where kind = 'wallet' and unit = 'points'), 0)::int as points,
           coalesce(sum(debits_pending) filter (where kind = 'wallet' and unit = 'points'), 0)::int as held,
           coalesce(sum(has) filter (where kind = 'payable'), 0)::int as payable,
           coalesce(sum(has) filter (where kind = 'pool' and unit = 'points'), 0)::int as pool
      from (select *, credits_posted - debits_posted as has from ledger_account where county = ${county}) a`.execute(
    ctx.db,
  )
  const issued = await sql<Liability['issued']['items'][number]>`
    select g.year, g.points_budget as "pointsBudget",
           coalesce(sum(a.debits_posted - a.credits_posted) filter (where a.unit = 'minutes'), 0)::int as minutes,
           coalesce(sum(a.debits_posted - a.credits_posted) filter (where a.unit = 'points'), 0)::int as points
      from bank_programme g left join ledger_account a on a.county = g.county and a.kind = 'issue' and a.owner_id = g.id
     where g.county = ${county} group by g.year, g.points_budget order by g.year desc`.execute(ctx.db)
  const [found] = sums.rows
  if (!found) throw new Error('an aggregate answers one row')
  return { ...found, issued: { items: issued.rows, total: issued.rows.length }, ages: await agesOf(ctx) }
}

async function agesOf(ctx: Ctx): Promise<Liability['ages']> {
  const year = Number(officeDay(ctx.now).slice(0, 4))
  const { rows } = await sql<Liability['ages'][number]>`
    select case when age is null then null when age < 60 then 0 when age >= 90 then 90 else (age / 10 * 10)::int end as "from",
           count(*)::int as people, sum(minutes)::int as minutes, sum(points)::int as points
      from (select ${year} - nullif(substr(p.birth_on, 1, 4), '')::int as age,
                   coalesce(sum(a.credits_posted - a.debits_posted) filter (where a.unit = 'minutes'), 0) as minutes,
                   coalesce(sum(a.credits_posted - a.debits_posted) filter (where a.unit = 'points'), 0) as points
              from ledger_account a left join person p on p.county = a.county and p.id = a.owner_id
             where a.county = ${ctx.actor.county} and a.kind = 'wallet' group by a.owner_id, p.birth_on) w
     group by 1 order by 1 nulls last`.execute(ctx.db)
  return rows
}
