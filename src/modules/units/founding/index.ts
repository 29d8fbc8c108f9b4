import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { ensure } from '#platform/refuse.ts'
import { checkCreditCode } from '../credit-code.ts'
import { type NewName, writeNames } from '../names/index.ts'
import { queueForUnits, recordEvents } from '../rows/index.ts'
import { nameTaken } from '../words.ts'
import { type NewUnit, newUnit, type UnitFacts } from './unit-facts.ts'
import * as no from './words.ts'

export type { NewUnit, UnitFacts } from './unit-facts.ts'

/** For rooms that have asked whether the actor may. Refuses a name that an open unit bears, a wrong or taken credit code and a taken number. */
export async function foundUnit(ctx: Ctx, unit: NewUnit): Promise<{ id: string }> {
  await queueForUnits(ctx)
  const { name, short, aliases, formerNames, ...facts } = newUnit.parse(unit)
  await ensureNameFree(ctx, name)
  const checked = await checkFacts(ctx, facts, null)
  const id = newId(ctx.now.getTime())
  await ctx.db
    .insertInto('unit')
    .values({ county: ctx.actor.county, id, name, short, ...columnsOf(checked) })
    .execute()
  const from = facts.openedOn
  const named = (kind: NewName['kind'], names: readonly string[]) =>
    names.map((one) => ({ unitId: id, kind, name: one }))
  await writeNames(ctx, [
    { unitId: id, kind: 'name', name, from },
    ...(short ? [{ unitId: id, kind: 'short' as const, name: short, from }] : []),
    ...named('alias', aliases),
    ...named('former', formerNames),
  ])
  await recordEvents(ctx, [{ unitId: id, kind: 'founded', on: from ?? officeDay(ctx.now), version: 1 }])
  ctx.emit({ type: 'units.founded', data: { unitId: id } })
  return { id }
}

/** No two open units bear one name; the index says so too. */
export async function ensureNameFree(ctx: Ctx, name: string, self?: string): Promise<void> {
  const bearer = await ctx.db
    .selectFrom('unit')
    .select('id')
    .where('county', '=', ctx.actor.county)
    .where('name', '=', name)
    .where('status', '=', 'open')
    .executeTakeFirst()
  ensure(!bearer || bearer.id === self, () => nameTaken({ name, id: bearer?.id ?? '' }))
}

export async function checkFacts(ctx: Ctx, facts: UnitFacts, self: string | null): Promise<UnitFacts> {
  const creditCode = checkedCreditCode(facts.creditCode)
  if (creditCode) {
    const holder = await holderOf(ctx, 'credit_code', creditCode)
    ensure(!holder || holder.id === self, () => no.creditCodeTaken({ code: creditCode, name: holder?.name ?? '' }))
  }
  const { code } = facts
  if (code) {
    const holder = await holderOf(ctx, 'code', code)
    ensure(!holder || holder.id === self, () => no.codeTaken({ code, name: holder?.name ?? '' }))
  }
  if (facts.parentId) await ensureParent(ctx, facts.parentId, self)
  if (facts.placeCode) await ensurePlace(ctx, facts.placeCode)
  return { ...facts, creditCode }
}

function checkedCreditCode(text: string | null): string | null {
  if (text === null) return null
  const check = checkCreditCode(text)
  if (check.result === 'valid') return check.code
  throw no.badCreditCode({ code: text, reason: check.reason })
}

async function holderOf(
  ctx: Ctx,
  column: 'code' | 'credit_code',
  value: string,
): Promise<{ id: string; name: string } | undefined> {
  const units = ctx.db.selectFrom('unit').select(['id', 'name']).where('county', '=', ctx.actor.county)
  return units.where(column, '=', value).executeTakeFirst()
}

/** Walks up from the parent: it is open, and the unit itself is not on the way. */
async function ensureParent(ctx: Ctx, parentId: string, self: string | null): Promise<void> {
  const above = await sql<{ id: string; status: string }>`
    with recursive above as (
      select id, parent_id, status from unit where county = ${ctx.actor.county} and id = ${parentId}
      union
      select u.id, u.parent_id, u.status from unit u join above a on u.county = ${ctx.actor.county} and u.id = a.parent_id
    ) select id, status from above`.execute(ctx.db)
  const isOpen = above.rows.some((unit) => unit.id === parentId && unit.status === 'open')
  const isBelowItself = above.rows.some((unit) => unit.id === self)
  ensure(isOpen && !isBelowItself, no.badParent)
}

async function ensurePlace(ctx: Ctx, code: string): Promise<void> {
  const place = ctx.db
    .selectFrom('place')
    .select('code')
    .where('county', '=', ctx.actor.county)
    .where('code', '=', code)
  ensure(await place.executeTakeFirst(), no.noSuchPlace)
}

export function columnsOf({ creditCode, isVertical, parentId, placeCode, openedOn, ...same }: UnitFacts) {
  return {
    ...same,
    credit_code: creditCode,
    is_vertical: isVertical,
    parent_id: parentId,
    place_code: placeCode,
    opened_on: openedOn,
  }
}
