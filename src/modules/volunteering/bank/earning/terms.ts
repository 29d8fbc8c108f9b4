import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { type BankRule, USUAL } from './rules.ts'

/** The rules in force on a day of the office; the usual ones where the county has set none by then. */
export async function ruleOn(ctx: Ctx, day: string): Promise<BankRule & { id: string | null }> {
  const row = await ctx.db
    .selectFrom('bank_rule')
    .selectAll()
    .where('county', '=', ctx.actor.county)
    .where('from_on', '<=', day)
    .orderBy('from_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return { ...USUAL, id: null }
  return {
    id: row.id,
    rates: row.rates as BankRule['rates'], // written by the contract of setRule alone
    eventPoints: row.event_points,
    monthPoints: row.month_points,
    dayMinutes: row.day_minutes,
    stockMinutes: row.stock_minutes,
    codeMinutes: row.code_minutes,
    dayRedeemed: row.day_redeemed,
    secondPersonPoints: row.second_person_points,
  }
}

/** The programme that issues for the year of a day, locked: two who earn at once find each other's hours. */
export async function programmeOf(ctx: Ctx, day: string): Promise<{ id: string; pointsBudget: number | null }> {
  const county = ctx.actor.county
  const year = Number(day.slice(0, 4))
  const stamp = { set_by: ctx.actor.accountId, set_at: ctx.now.toISOString() }
  await ctx.db
    .insertInto('bank_programme')
    .values({ county, id: newId(), year, ...stamp })
    .onConflict((on) => on.constraint('bank_programme_year').doNothing())
    .execute()
  const row = await ctx.db
    .selectFrom('bank_programme')
    .select(['id', 'points_budget as pointsBudget'])
    .where('county', '=', county)
    .where('year', '=', year)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row
}
