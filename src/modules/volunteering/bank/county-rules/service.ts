import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { ensure } from '#platform/refuse.ts'
import { USUAL } from '../earning/index.ts'
import { listKeptBack, listProgrammes, setBudget } from './budgets/index.ts'
import type { contract } from './contract.ts'
import * as no from './words.ts'

type Doors = typeof contract
type Line = Output<Doors['listRules']>['items'][number]

async function listRules(ctx: Ctx): Promise<Output<Doors['listRules']>> {
  const today = officeDay(ctx.now)
  const rows = await ctx.db
    .selectFrom('bank_rule as r')
    .leftJoin('account as a', (on) => on.onRef('a.county', '=', 'r.county').onRef('a.id', '=', 'r.set_by'))
    .selectAll('r')
    .select('a.name')
    .where('r.county', '=', ctx.actor.county)
    .orderBy('r.from_on', 'desc')
    .execute()
  const inForce = rows.find(({ from_on }) => from_on <= today)
  const items: Line[] = rows.map((row) => ({
    id: row.id,
    fromOn: row.from_on,
    rates: row.rates as Line['rates'], // written by setRule alone
    eventPoints: row.event_points,
    monthPoints: row.month_points,
    dayMinutes: row.day_minutes,
    stockMinutes: row.stock_minutes,
    codeMinutes: row.code_minutes,
    dayRedeemed: row.day_redeemed,
    secondPersonPoints: row.second_person_points,
    grantAges: row.grant_ages as Line['grantAges'], // as above
    grantYearPoints: row.grant_year_points,
    note: row.note,
    setBy: row.name,
    setAt: row.set_at,
    standing: row.from_on > today ? 'coming' : row === inForce ? 'in_force' : 'past',
  }))
  const usual: Line = {
    ...USUAL,
    rates: { ...USUAL.rates },
    grantAges: { ...USUAL.grantAges },
    id: null,
    fromOn: '2000-01-01',
    note: null,
    setBy: null,
    setAt: null,
    standing: inForce ? 'past' : 'in_force',
  }
  return { items: [...items, usual], total: items.length + 1 }
}

export async function setRule(ctx: Ctx, rule: Input<Doors['setRule']>): Promise<{ id: string }> {
  ensure('*' in rule.rates, no.noUsualRate)
  ensure(rule.fromOn >= officeDay(ctx.now), no.inThePast)
  const county = ctx.actor.county
  const id = newId(ctx.now.getTime())
  const written = await ctx.db
    .insertInto('bank_rule')
    .values({
      county,
      id,
      from_on: rule.fromOn,
      rates: JSON.stringify(rule.rates),
      event_points: rule.eventPoints,
      month_points: rule.monthPoints,
      day_minutes: rule.dayMinutes,
      stock_minutes: rule.stockMinutes,
      code_minutes: rule.codeMinutes,
      day_redeemed: rule.dayRedeemed,
      second_person_points: rule.secondPersonPoints,
      grant_ages: JSON.stringify(rule.grantAges),
      grant_year_points: rule.grantYearPoints,
      note: rule.note,
      set_by: ctx.actor.accountId,
      set_at: ctx.now.toISOString(),
    })
    .onConflict((on) => on.constraint('bank_rule_from').doNothing())
    .returning('id')
    .executeTakeFirst()
  ensure(written, no.daySet)
  return { id }
}

export const service: Service<Doors> = { listRules, setRule, listProgrammes, listKeptBack, setBudget }
