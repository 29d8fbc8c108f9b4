import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import { isUnder, parentOf, placeRange } from '../../codes.ts'
import type { Level } from '../../contract.ts'
import { placesAbolished } from '../../events.ts'
import { lockForChange } from '../../policy.ts'
import { type Happened, recordEvents } from '../../rows/events.ts'
import { everyBelow, type PlaceRow } from '../../rows/index.ts'
import { dayOf, stands } from '../../rules.ts'
import type { contract } from '../contract.ts'
import { type Move, planMoves, type Standing } from '../rules.ts'
import * as no from '../words.ts'

const HEIGHT: readonly Level[] = ['county', 'street', 'community', 'grid', 'building', 'entrance']

/**
 * Ends a place and everything below it on a day. With a successor, the grids and buildings below are added there under new
 * codes and each old code names its new one; sites move along. Homes are the people room's: it hears `places.abolished`
 * and moves open home affiliations and `person.place_code` from each old code to that place's `successor`. Refused while
 * anybody lives there and no successor is named, and for a street whose communities stand.
 */
export async function abolishPlace(
  ctx: Ctx,
  wanted: Input<typeof contract.abolishPlace>,
): Promise<Output<typeof contract.abolishPlace>> {
  const { code } = wanted
  const place = await lockForChange(ctx, code, 'whole')
  ensure(place.level !== 'county', no.countyStays)
  const today = officeDay(ctx.now)
  const on = dayOf(wanted.on, { from: place.valid_from, today })
  const below = (await everyBelow(ctx, code)).filter((one) => stands(one, today))
  const communities = below.filter((one) => one.level === 'community').length
  ensure(communities === 0, () => no.communitiesBelow({ name: place.short, count: communities }))
  const people = await peopleAnywhereBelow(ctx, code)
  ensure(people === 0 || wanted.successor, () => no.peopleLiveThere({ name: place.short, people }))
  const moves = wanted.successor ? await mergeInto(ctx, { place, below }, { code: wanted.successor, on }) : []
  await end(ctx, [...moves, ...ended(place, below, wanted.successor)], on)
  await recordEvents(ctx, happened({ code, on, successor: wanted.successor, people }, moves))
  ctx.emit(placesAbolished({ code, successor: wanted.successor ?? null, on }))
  return { code, people }
}

type Ended = { from: string; to: string | null }

/** What nobody takes over still ends with its place. */
function ended(place: PlaceRow, below: readonly PlaceRow[], successor: string | undefined): Ended[] {
  const own = { from: place.code, to: successor ?? null }
  return successor ? [own] : [own, ...below.map(({ code }) => ({ from: code, to: null }))]
}

type Leaving = { place: PlaceRow; below: readonly PlaceRow[] }

async function mergeInto(ctx: Ctx, { place, below }: Leaving, into: { code: string; on: string }): Promise<Move[]> {
  ensure(!isUnder(into.code, place.code), no.badSuccessor)
  const successor = await lockForChange(ctx, into.code)
  ensure(HEIGHT.indexOf(successor.level) <= HEIGHT.indexOf(place.level), no.badSuccessor)
  const there = await everyBelow(ctx, into.code)
  const today = officeDay(ctx.now)
  const target = { code: successor.code, level: successor.level, short: successor.short }
  const usedCodes = new Set(there.map((one) => one.code))
  const standing = there.filter((one) => stands(one, today) && !isUnder(one.code, place.code)).map(toStanding)
  const leaving = { code: place.code, short: place.short, below: below.map(toStanding) }
  const moves = planMoves(leaving, { ...target, below: standing, usedCodes })
  const added = moves.filter((move) => move.isNew)
  if (added.length) {
    const rows = added.map(({ to, level, name, short }) => ({ code: to, level, name, short, valid_from: into.on }))
    await ctx.db
      .insertInto('place')
      .values(rows.map((row) => ({ ...row, county: ctx.actor.county })))
      .execute()
  }
  await moveSites(ctx, [...moves, { from: place.code, to: into.code }])
  return moves
}

function toStanding({ code, level, name, short }: PlaceRow): Standing {
  return { code, level, name, short, parent: parentOf(code) ?? '' }
}

async function end(ctx: Ctx, places: readonly Ended[], on: string): Promise<void> {
  await sql`update place p set valid_to = greatest(${on}::date, p.valid_from), successor = e.successor
    from unnest(${places.map(({ from }) => from)}::bigint[], ${places.map(({ to }) => to)}::bigint[]) e (code, successor)
    where p.county = ${ctx.actor.county} and p.code = e.code`.execute(ctx.db)
}

async function moveSites(ctx: Ctx, places: readonly Ended[]): Promise<void> {
  await sql`update site s set place_code = e.successor
    from unnest(${places.map(({ from }) => from)}::bigint[], ${places.map(({ to }) => to)}::bigint[]) e (code, successor)
    where s.county = ${ctx.actor.county} and s.place_code = e.code and s.closed_on is null`.execute(ctx.db)
}

type Abolished = { code: string; on: string; successor: string | undefined; people: number }

function happened({ code, on, successor, people }: Abolished, moves: readonly Move[]): Happened[] {
  const own: Happened = { code, kind: 'abolished', on, detail: successor ? { successor, people } : { people } }
  const moved = moves.map(({ from, to }): Happened => ({ code: from, kind: 'moved', on, detail: { to } }))
  const added = moves.filter((move) => move.isNew)
  return [own, ...moved, ...added.map(({ from, to }): Happened => ({ code: to, kind: 'added', on, detail: { from } }))]
}

/** Everybody living there, also those this actor may not see: `lockForChange` has made sure that the whole place is theirs. */
async function peopleAnywhereBelow(ctx: Ctx, code: string): Promise<number> {
  const { lo, hi } = placeRange(code)
  const { count } = await ctx.db
    .selectFrom('person as p')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('p.county', '=', ctx.actor.county)
    .where('p.status', '=', 'living')
    .where(sql<boolean>`p.place_code between ${lo}::bigint and ${hi}::bigint`)
    .executeTakeFirstOrThrow()
  return Number(count)
}
