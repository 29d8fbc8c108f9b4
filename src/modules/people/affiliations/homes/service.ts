import { isPlaceCode } from '#modules/places/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { ensure } from '#platform/refuse.ts'
import {
  changeFields,
  completenessOf,
  holdsId,
  type PersonRow,
  requiredFields,
  sealedKeys,
  valuesFrom,
} from '../../book/index.ts'
import type { contract } from '../contract.ts'
import { placePaths } from '../paths/index.ts'
import { type Days, holdsOn, planMove, writeDays } from '../rules.ts'
import { bringInStep } from '../standing/index.ts'
import { cutTie, ensureRecordable, loadForWrite, tellChange, tiesOf } from '../ties/index.ts'
import * as no from '../words.ts'

/** A move remembered late takes its place in the past and changes nothing of today. Units stay. Tells `people.moved` where the person lives elsewhere today. */
export async function moveHome(
  ctx: Ctx,
  input: Input<typeof contract.moveHome>,
): Promise<Output<typeof contract.moveHome>> {
  const row = await loadForWrite(ctx, input.id)
  ensureRecordable(ctx, input.on)
  await ensurePlace(ctx, input.placeCode)
  const homes = (await tiesOf(ctx, row)).filter((tie) => tie.kind === 'home')
  const codes = homes.flatMap((home) => home.place_code ?? [])
  const paths = await placePaths(ctx, [input.placeCode, ...codes])
  const nameOf = (code: string | null | undefined) => paths.get(code ?? '') ?? '—'
  const plan = planMove(homes, input.on)
  const begunThen = homes.find((home) => home.days.from === input.on)
  ensure(plan, () => no.homeOverlaps({ name: nameOf(begunThen?.place_code), from: input.on }))
  const left = homes.find((home) => home.id === plan.cut?.id)
  const address = input.address || addressKept(left, input.placeCode)
  const isSame = left?.place_code === input.placeCode && left.address === address
  ensure(!isSame, () => no.sameHome({ name: nameOf(input.placeCode) }))
  if (plan.cut) await cutTie(ctx, plan.cut)
  const home = { place: input.placeCode, address, days: plan.opened, note: input.note }
  await refusingOverlap(() => openHome(ctx, row, home), { name: nameOf(input.placeCode), from: input.on })
  const told = { key: 'home', from: left ? nameOf(left.place_code) : null, to: nameOf(input.placeCode) } as const
  await tellChange(ctx, row, { ...told, on: input.on, note: input.note })
  if (holdsOn(plan.opened, officeDay(ctx.now))) await settle(ctx, row, { place: input.placeCode, address })
  return { ok: true }
}

/** An address said without its place still holds when the place is told; that of another place does not. */
function addressKept(
  left: { place_code: string | null; address: string | null } | undefined,
  place: string,
): string | null {
  return left && (left.place_code === null || left.place_code === place) ? left.address : null
}

/** What follows when a home ends and no other is known: the person is nowhere until a home is told. */
export async function leaveHome(
  ctx: Ctx,
  row: PersonRow,
  left: { place: string | null; on: string; note: string },
): Promise<void> {
  const paths = await placePaths(ctx, left.place ? [left.place] : [])
  const from = paths.get(left.place ?? '') ?? '—'
  await tellChange(ctx, row, { key: 'home', from, to: null, on: left.on, note: left.note })
  await settle(ctx, row, { place: null, address: null })
}

/** A place of this county that stands; locked so that it is not abolished meanwhile. */
async function ensurePlace(ctx: Ctx, code: string): Promise<void> {
  ensure(isPlaceCode(code), no.noSuchPlace)
  const place = await ctx.db
    .selectFrom('place')
    .select(['short', 'valid_to'])
    .where('county', '=', ctx.actor.county)
    .where('code', '=', code)
    .forShare()
    .executeTakeFirst()
  ensure(place, no.noSuchPlace)
  if (place.valid_to) throw no.placeIsAbolished({ name: place.short, on: place.valid_to })
}

type NewHome = { place: string; address: string | null; days: Days; note: string | null }

async function openHome(ctx: Ctx, row: PersonRow, home: NewHome): Promise<void> {
  await ctx.db
    .insertInto('affiliation')
    .values({
      county: row.county,
      id: newId(ctx.now.getTime()),
      person_id: row.id,
      kind: 'home',
      place_code: home.place,
      address: home.address,
      during: writeDays(home.days),
      note: home.note,
      source: '登记',
      added_by: ctx.actor.accountId,
      added_at: ctx.now.toISOString(),
    })
    .execute()
}

const EXCLUSION_VIOLATED = '23P01'

/** The constraint has the last word on homes that overlap; its answer is a refusal like any other. */
async function refusingOverlap<T>(work: () => Promise<T>, home: { name: string; from: string }): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === EXCLUSION_VIOLATED) throw no.homeOverlaps(home)
    throw error
  }
}

/** Where the person lives today: the address of the form, what is missing, and last the place, by which the person may leave the actor's scope. */
async function settle(ctx: Ctx, row: PersonRow, home: { place: string | null; address: string | null }): Promise<void> {
  const required = await requiredFields(ctx)
  const there = { ...row, place_code: home.place }
  const changed = await changeFields(ctx, there, { values: { address: home.address }, required, cause: 'edit' })
  if (!changed.length && (row.place_code === null) !== (home.place === null)) await recount(ctx, there, required)
  await bringInStep(ctx, [row.id])
  if (row.place_code !== home.place)
    ctx.emit({ type: 'people.moved', data: { id: row.id, from: row.place_code, to: home.place } })
}

async function recount(ctx: Ctx, row: PersonRow, required: readonly string[]): Promise<void> {
  const beside = {
    hasPlace: row.place_code !== null,
    hasPhone: !row.missing.includes('phone'),
    hasId: holdsId(row),
  }
  await ctx.db
    .updateTable('person')
    .set(completenessOf(valuesFrom(row, ctx.vault, sealedKeys), beside, required))
    .where('county', '=', row.county)
    .where('id', '=', row.id)
    .execute()
}
