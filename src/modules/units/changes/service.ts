import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { endInto, leaveChildrenAbove, markClosed } from '../ending/index.ts'
import { peopleOf } from '../following/index.ts'
import { ensureNameFree } from '../founding/index.ts'
import { endName, writeNames } from '../names/index.ts'
import { lockForChange, lockManyForChange, mayManage } from '../policy.ts'
import { lockUnits, queueForUnits, recordEvents, type UnitRow } from '../rows/index.ts'
import { dayOf } from '../rules.ts'
import { outsideUnits } from '../words.ts'
import type { contract } from './contract.ts'
import * as no from './words.ts'

export { splitUnit } from './split/index.ts'

type In<K extends keyof typeof contract> = Input<(typeof contract)[K]>
type Out<K extends keyof typeof contract> = Promise<Output<(typeof contract)[K]>>

export async function renameUnit(
  ctx: Ctx,
  { id, version, name, short, on: said }: In<'renameUnit'>,
): Out<'renameUnit'> {
  const unit = await lockForChange(ctx, id, version)
  ensure(unit.name !== name || unit.short !== short, () => no.alreadyNamed({ name }))
  await ensureNameFree(ctx, name, id)
  const since = await borneSince(ctx, id, 'name')
  const on = dayOf(said, { from: since ?? unit.opened_on, today: officeDay(ctx.now) })
  await replaceName(ctx, unit, { kind: 'name', now: name, on })
  await replaceName(ctx, unit, { kind: 'short', now: short, on })
  const next = version + 1
  await set(ctx, id, { name, short, version: next })
  const detail = { from: unit.name, to: name }
  await recordEvents(ctx, [{ unitId: id, kind: 'renamed', on, version: next, detail }])
  ctx.emit({ type: 'units.renamed', data: { unitId: id, from: unit.name, to: name, on } })
  return { id, version: next }
}

type Replacement = { kind: 'name' | 'short'; now: string | null; on: string }

/** The name until now goes among the former ones with its days; a roster that still writes it finds the unit. */
async function replaceName(ctx: Ctx, unit: UnitRow, { kind, now, on }: Replacement): Promise<void> {
  const before = unit[kind]
  if (before === now) return
  const since = await borneSince(ctx, unit.id, kind)
  await ctx.db
    .deleteFrom('unit_name')
    .where('county', '=', ctx.actor.county)
    .where('unit_id', '=', unit.id)
    .where('kind', '=', kind)
    .where('valid_to', 'is', null)
    .execute()
  await writeNames(ctx, [
    ...(before ? [{ unitId: unit.id, kind: 'former' as const, name: before, from: since, to: on }] : []),
    ...(now ? [{ unitId: unit.id, kind, name: now, from: on }] : []),
  ])
}

async function borneSince(ctx: Ctx, unitId: string, kind: 'name' | 'short'): Promise<string | null> {
  const names = ctx.db.selectFrom('unit_name').select('valid_from').where('county', '=', ctx.actor.county)
  const borne = names.where('unit_id', '=', unitId).where('kind', '=', kind).where('valid_to', 'is', null)
  return (await borne.executeTakeFirst())?.valid_from ?? null
}

export async function mergeUnits(ctx: Ctx, { from, into: intoId, on: said }: In<'mergeUnits'>): Out<'mergeUnits'> {
  const ids = [...new Set(from)]
  ensure(!ids.includes(intoId), no.sameUnit)
  const [into, ...units] = await lockManyForChange(ctx, [intoId, ...ids])
  ensure(into, notFound)
  const opened = [into, ...units]
    .flatMap((unit) => unit.opened_on ?? [])
    .sort()
    .at(-1)
  const on = dayOf(said, { from: opened ?? null, today: officeDay(ctx.now) })
  return { id: intoId, people: await endInto(ctx, { units, on, cause: 'merged' }, into) }
}

/** A unit that still has anybody, dead or alive, ends only into another: a duty of the original unit is never dropped. */
export async function closeUnit(ctx: Ctx, { id, on: said, successor }: In<'closeUnit'>): Out<'closeUnit'> {
  ensure(successor !== id, no.sameUnit)
  const [unit, into] = await lockManyForChange(ctx, successor ? [id, successor] : [id])
  ensure(unit, notFound)
  const on = dayOf(said, { from: unit.opened_on, today: officeDay(ctx.now) })
  if (into) return { id, people: await endInto(ctx, { units: [unit], on, cause: 'closed' }, into) }
  const people = await peopleOf(ctx, [id])
  ensure(people === 0, () => no.peopleNeedSuccessor({ name: unit.name, people }))
  await markClosed(ctx, [id], { on, successor: null })
  await leaveChildrenAbove(ctx, unit)
  await recordEvents(ctx, [{ unitId: id, kind: 'closed', on, version: unit.version + 1 }])
  ctx.emit({ type: 'units.closed', data: { unitId: id, on } })
  return { id, people }
}

export async function reopenUnit(ctx: Ctx, { id, on: said }: In<'reopenUnit'>): Out<'reopenUnit'> {
  await queueForUnits(ctx)
  const [unit] = await lockUnits(ctx, [id])
  ensure(unit, notFound)
  ensure(mayManage(ctx.actor, [id]), () => outsideUnits({ name: unit.name }))
  ensure(unit.status === 'closed', () => no.notClosed({ name: unit.name }))
  await ensureNameFree(ctx, unit.name)
  const on = dayOf(said, { from: unit.closed_on, today: officeDay(ctx.now) })
  const version = unit.version + 1
  await set(ctx, id, { status: 'open', closed_on: null, successor_id: null, version })
  await endName(ctx, [id], { kind: 'name', on })
  await writeNames(ctx, [{ unitId: id, kind: 'name', name: unit.name, from: on }])
  await recordEvents(ctx, [{ unitId: id, kind: 'reopened', on, version }])
  ctx.emit({ type: 'units.reopened', data: { unitId: id, on } })
  return { id, version }
}

type Settable = Partial<Pick<UnitRow, 'name' | 'short' | 'status' | 'closed_on' | 'successor_id' | 'version'>>

async function set(ctx: Ctx, id: string, values: Settable): Promise<void> {
  await ctx.db.updateTable('unit').set(values).where('county', '=', ctx.actor.county).where('id', '=', id).execute()
}
