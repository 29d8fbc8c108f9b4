import { type Selectable, sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import type { BankRule as Row } from '#platform/db/tables.ts'
import { newId } from '#platform/ids.ts'
import { type BankRule, USUAL } from './rules.ts'

export type RuleOfDay = BankRule & { id: string | null }

/** The rules in force on a day of the office; the usual ones where the county has set none by then. */
export async function ruleOn(ctx: Ctx, day: string): Promise<RuleOfDay> {
  return ruleIn(await rulesOn(ctx, [day]), day)
}

type RuleRow = Selectable<Row>
type Rules = ReadonlyMap<string, RuleOfDay>

/** What the county has set for each of the days. */
export async function rulesOn(ctx: Ctx, days: readonly string[]): Promise<Rules> {
  const { rows } = await sql<RuleRow & { day: string }>`
    select to_char(d.day, 'YYYY-MM-DD') as day, r.*
      from unnest(${[...new Set(days)]}::date[]) d(day)
     cross join lateral (select * from bank_rule
                          where county = ${ctx.actor.county} and from_on <= d.day order by from_on desc limit 1) r`.execute(
    ctx.db,
  )
  return new Map(rows.map((row) => [row.day, termsOf(row)]))
}

function termsOf(row: RuleRow): RuleOfDay {
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
    grantAges: row.grant_ages as BankRule['grantAges'], // as above
    grantYearPoints: row.grant_year_points,
  }
}

export function ruleIn(rules: Rules, day: string): RuleOfDay {
  return rules.get(day) ?? { ...USUAL, id: null }
}

export type Programme = { id: string; pointsBudget: number | null }

/** The programmes that issue for the years of some days, locked in one order: two who earn at once find each other's hours. */
export async function programmesOf(ctx: Ctx, days: readonly string[]): Promise<(day: string) => Programme> {
  const { county, accountId } = ctx.actor
  const years = [...new Set(days.map(yearOf))].toSorted((one, other) => one - other)
  const ids = years.map(() => newId())
  await sql`
    insert into bank_programme (county, id, year, set_by, set_at)
    select ${county}, p.id, p.year, ${accountId}::uuid, ${ctx.now.toISOString()}::timestamptz
      from unnest(${ids}::uuid[], ${years}::int[]) p(id, year)
    on conflict on constraint bank_programme_year do nothing`.execute(ctx.db)
  const rows = await ctx.db
    .selectFrom('bank_programme')
    .select(['id', 'year', 'points_budget as pointsBudget'])
    .where('county', '=', county)
    .where(sql<boolean>`year = any(${years}::int[])`)
    .orderBy('year')
    .forUpdate()
    .execute()
  const known = new Map(rows.map(({ year, ...programme }) => [year, programme]))
  return (day) => {
    const programme = known.get(yearOf(day))
    if (!programme) throw new Error(`no programme was locked for ${day}`)
    return programme
  }
}

const yearOf = (day: string) => Number(day.slice(0, 4))
