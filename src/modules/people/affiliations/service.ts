import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { loadPerson } from '../policy.ts'
import type { contract } from './contract.ts'
import { leaveHome } from './homes/index.ts'
import { placePaths } from './paths/index.ts'
import { canEndOn, holdsOn, lastDay, leavesNoCustodian, overlap, writeDays } from './rules.ts'
import { bringInStep } from './standing/index.ts'
import { cutTie, ensureRecordable, loadForWrite, tellChange, tiesOf, told } from './ties/index.ts'
import * as no from './words.ts'

type In<K extends keyof typeof contract> = Input<(typeof contract)[K]>
type Out<K extends keyof typeof contract> = Promise<Output<(typeof contract)[K]>>

const isLiving = (row: { status: string }) => row.status === 'living' || row.status === 'moved_out'

export async function listAffiliations(ctx: Ctx, input: In<'listAffiliations'>): Out<'listAffiliations'> {
  const row = await loadPerson(ctx, input.id)
  const ties = await tiesOf(ctx, row)
  const today = officeDay(ctx.now)
  const codes = ties.flatMap((tie) => tie.place_code ?? [])
  const paths = await placePaths(ctx, codes)
  const mayWrite = ctx.actor.permissions.has('people.write') && row.merged_into === null
  const items = ties.map((tie) => ({
    id: tie.id,
    kind: tie.kind as 'home', // the column's check allows exactly the contract's kinds
    unitId: tie.unit_id,
    unitName: tie.unit_name,
    placeCode: tie.place_code,
    placeName: paths.get(tie.place_code ?? '') ?? null,
    address: tie.address,
    from: tie.days.from,
    to: lastDay(tie.days),
    isCurrent: holdsOn(tie.days, today),
    note: tie.note,
    can: { end: mayWrite && !tie.days.until && !leavesNoCustodian(ties, { id: tie.id, on: today }, isLiving(row)) },
  }))
  const rank = (item: (typeof items)[number]) => `${item.isCurrent ? 1 : 0}${item.from ?? ''}`
  return { items: items.sort((a, b) => (rank(a) < rank(b) ? 1 : rank(a) > rank(b) ? -1 : 0)) }
}

/** Adds a unit beside the others; none of them ends. Tells `people.changed`. */
export async function addAffiliation(ctx: Ctx, input: In<'addAffiliation'>): Out<'addAffiliation'> {
  const row = await loadForWrite(ctx, input.id)
  if (input.from) ensureRecordable(ctx, input.from)
  const unit = await openUnit(ctx, input.unitId)
  const days = { from: input.from, until: null }
  const ties = await tiesOf(ctx, row)
  const known = ties.find((tie) => tie.kind === input.kind && tie.unit_id === unit.id && overlap(tie.days, days))
  if (known)
    throw no.alreadyAffiliated({
      name: unit.name,
      kind: input.kind,
      from: known.days.from,
      to: lastDay(known.days),
    })
  const id = newId(ctx.now.getTime())
  await ctx.db
    .insertInto('affiliation')
    .values({
      county: row.county,
      id,
      person_id: row.id,
      kind: input.kind,
      unit_id: unit.id,
      during: writeDays(days),
      note: input.note,
      source: '登记',
      added_by: ctx.actor.accountId,
      added_at: ctx.now.toISOString(),
    })
    .execute()
  const to = told({ kind: input.kind, name: unit.name })
  await tellChange(ctx, row, { key: 'unit', from: null, to, on: input.from, note: input.note })
  ctx.emit({ type: 'people.changed', data: { id: row.id, fields: ['unit'] } })
  await bringInStep(ctx, [row.id])
  return { affiliationId: id }
}

/** A unit that people can be given to; locked so that it is not closed meanwhile. */
async function openUnit(ctx: Ctx, id: string): Promise<{ id: string; name: string }> {
  const unit = await ctx.db
    .selectFrom('unit as u')
    .select(['u.id', 'u.name', 'u.status', 'u.successor_id'])
    .where('u.county', '=', ctx.actor.county)
    .where('u.id', '=', id)
    .forShare()
    .executeTakeFirst()
  ensure(unit, no.noSuchUnit)
  if (unit.status === 'open') return unit
  const successor = await ctx.db
    .selectFrom('unit')
    .select('name')
    .where('county', '=', ctx.actor.county)
    .where('id', '=', unit.successor_id)
    .executeTakeFirst()
  throw no.unitIsClosed({ name: unit.name, successor: successor?.name ?? null })
}

/** Ends one affiliation from a day on; the others stay. Tells `people.changed`, or `people.moved` where it was the home. */
export async function endAffiliation(ctx: Ctx, input: In<'endAffiliation'>): Out<'endAffiliation'> {
  const row = await loadForWrite(ctx, input.id)
  ensureRecordable(ctx, input.on)
  const ties = await tiesOf(ctx, row)
  const tie = ties.find((one) => one.id === input.affiliationId)
  ensure(tie, notFound)
  const { days } = tie
  if (days.until) throw no.alreadyEnded({ to: lastDay(days) ?? '' })
  ensure(canEndOn(days, input.on), () => no.endsBeforeStart({ from: days.from ?? '' }))
  const name = tie.unit_name ?? ''
  ensure(!leavesNoCustodian(ties, { id: tie.id, on: input.on }, isLiving(row)), () => no.lastCustodian({ name }))
  const note = [tie.note, input.note].filter(Boolean).join('；')
  await cutTie(ctx, { id: tie.id, days: { from: days.from, until: input.on }, note })
  if (tie.kind === 'home') {
    await leaveHome(ctx, row, { place: tie.place_code, on: input.on, note: input.note })
    return { ok: true }
  }
  const from = told({ kind: tie.kind, name })
  await tellChange(ctx, row, { key: 'unit', from, to: null, on: input.on, note: input.note })
  ctx.emit({ type: 'people.changed', data: { id: row.id, fields: ['unit'] } })
  await bringInStep(ctx, [row.id])
  return { ok: true }
}
