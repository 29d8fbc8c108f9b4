import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import { checkFacts, columnsOf, foundUnit as found, type UnitFacts } from '../founding/index.ts'
import { lockForChange, mayManage } from '../policy.ts'
import { recordChange, type UnitRow } from '../rows/index.ts'
import { differences } from '../rules.ts'
import { outsideUnits } from '../words.ts'
import type { contract } from './contract.ts'

/** Whoever does not manage the whole county founds units only below their own. */
export async function foundUnit(
  ctx: Ctx,
  unit: Input<typeof contract.foundUnit>,
): Promise<Output<typeof contract.foundUnit>> {
  ensure(mayManage(ctx.actor, unit.parentId ? [unit.parentId] : []), () => outsideUnits({ name: unit.name }))
  return found(ctx, unit)
}

/** All facts at once, as the page shows them. What differs is kept with who changed it; nothing differing changes nothing. */
export async function changeUnitFacts(
  ctx: Ctx,
  { id, version, ...wanted }: Input<typeof contract.changeUnitFacts>,
): Promise<Output<typeof contract.changeUnitFacts>> {
  const unit = await lockForChange(ctx, id, version)
  const facts = await checkFacts(ctx, wanted, id)
  const fields = differences<UnitFacts>(factsOf(unit), facts)
  if (!Object.keys(fields).length) return { id, version }
  if ('parentId' in fields && facts.parentId) {
    ensure(mayManage(ctx.actor, [facts.parentId]), () => outsideUnits({ name: unit.name }))
  }
  await ctx.db
    .updateTable('unit')
    .set(columnsOf(facts))
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .execute()
  return { id, version: await recordChange(ctx, unit, fields) }
}

function factsOf(unit: UnitRow): UnitFacts {
  return {
    kind: unit.kind as UnitFacts['kind'], // the column's check allows exactly the contract's kinds
    nature: unit.nature as UnitFacts['nature'], // as above
    code: unit.code,
    level: unit.level,
    creditCode: unit.credit_code,
    isVertical: unit.is_vertical,
    parentId: unit.parent_id,
    placeCode: unit.place_code,
    address: unit.address,
    openedOn: unit.opened_on,
    note: unit.note,
  }
}
