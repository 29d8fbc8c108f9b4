import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import { parentOf } from '../codes.ts'
import { lockForChange } from '../policy.ts'
import { recordEvents } from '../rows/events.ts'
import { childrenOf, lockPlace, type PlaceRow } from '../rows/index.ts'
import { dayOf, levelsBelow } from '../rules.ts'
import type { contract } from './contract.ts'
import { type AddedLevel, codeUnder, freeNumber, isNumberedHere, mostNumbers, numberIn } from './rules.ts'
import * as no from './words.ts'

export { abolishPlace } from './abolish/index.ts'

/** Adds a place under another, which is locked meanwhile: two clerks adding grids at once get two numbers. */
export async function addPlace(
  ctx: Ctx,
  wanted: Input<typeof contract.addPlace>,
): Promise<Output<typeof contract.addPlace>> {
  const parent = await lockForChange(ctx, wanted.under)
  const { level, name } = wanted
  ensure(levelsBelow(parent.level).includes(level), () => no.wrongLevel({ parent: parent.level, level }))
  const on = dayOf(wanted.on, { from: parent.valid_from, today: officeDay(ctx.now) })
  const siblings = await childrenOf(ctx, parent.code, level)
  const twin = siblings.find((one) => one.valid_to === null && (one.short === name || one.name === name))
  ensure(!twin, () => no.nameTaken({ name, code: twin?.code ?? '' }))
  const number = numberFor(siblings, wanted)
  const code = codeUnder(parent.code, level, number)
  await ctx.db
    .insertInto('place')
    .values({ county: ctx.actor.county, code, level, name, short: name, valid_from: on })
    .execute()
  await recordEvents(ctx, [{ code, kind: 'added', on, detail: { name } }])
  return { code }
}

function numberFor(
  siblings: readonly PlaceRow[],
  { level, number }: { level: AddedLevel; number?: number | undefined },
): number {
  if (number === undefined) {
    ensure(isNumberedHere(level), () => no.numberNeeded({ level }))
    const free = freeNumber(new Set(siblings.map((one) => numberIn(one.code, level))), level)
    ensure(free, () => no.noNumberLeft({ most: mostNumbers(level) }))
    return free
  }
  ensure(number <= mostNumbers(level), () => no.noNumberLeft({ most: mostNumbers(level) }))
  const holder = siblings.find((one) => numberIn(one.code, level) === number)
  ensure(!holder, () => no.numberTaken({ number, name: holder?.short ?? '' }))
  return number
}

export async function renamePlace(
  ctx: Ctx,
  wanted: Input<typeof contract.renamePlace>,
): Promise<Output<typeof contract.renamePlace>> {
  const { code, name } = wanted
  const parent = parentOf(code)
  if (parent) await lockPlace(ctx, parent, 'row')
  const place = await lockForChange(ctx, code)
  const short = wanted.short ?? name
  ensure(place.name !== name || place.short !== short, () => no.alreadyNamed({ name }))
  const on = dayOf(wanted.on, { from: place.valid_from, today: officeDay(ctx.now) })
  const siblings = parent && place.level !== 'county' ? await childrenOf(ctx, parent, place.level) : []
  const twin = siblings.find((one) => one.code !== code && one.valid_to === null && one.short === short)
  ensure(!twin, () => no.nameTaken({ name: short, code: twin?.code ?? '' }))
  const before = [place.name, place.short, ...place.former_names]
  const former = [...new Set(before)].filter((one) => one !== name && one !== short)
  await change(ctx, code, { name, short, former_names: former })
  await recordEvents(ctx, [{ code, kind: 'renamed', on, detail: { from: place.name, to: name } }])
  return { code }
}

export async function locatePlace(
  ctx: Ctx,
  { code, lon, lat }: Input<typeof contract.locatePlace>,
): Promise<Output<typeof contract.locatePlace>> {
  await lockForChange(ctx, code)
  await change(ctx, code, { lon, lat })
  return { code }
}

async function change(
  ctx: Ctx,
  code: string,
  values: Partial<Pick<PlaceRow, 'name' | 'short' | 'former_names' | 'lon' | 'lat'>>,
): Promise<void> {
  await ctx.db
    .updateTable('place')
    .set(values)
    .where('county', '=', ctx.actor.county)
    .where('code', '=', code)
    .execute()
}
