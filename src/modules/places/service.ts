import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { ancestorsOf, parentOf, placeRange } from './codes.ts'
import type { contract, Level } from './contract.ts'
import { mayManage, peopleByPlace } from './policy.ts'
import { eventsOf } from './rows/events.ts'
import { countyPlace, type PlaceRow, placeAt, placesAt, rowsUnder } from './rows/index.ts'
import { countUpwards, levelsBelow, stands } from './rules.ts'

type Line = Output<typeof contract.listPlaces>['items'][number]

export async function listPlaces(
  ctx: Ctx,
  { under, depth, q, abolished }: Input<typeof contract.listPlaces>,
): Promise<Output<typeof contract.listPlaces>> {
  const top = under === undefined ? await countyPlace(ctx) : await placeAt(ctx, under)
  ensure(top, notFound)
  const isTree = depth === 'communities'
  const levels: readonly Level[] = q ? [] : isTree ? ['county', 'street', 'community'] : levelsBelow(top.level)
  const rows = await rowsUnder(ctx, top.code, { levels, directOnly: !isTree && !q, q, abolished })
  const grain = isTree && !q ? 12 : 19
  const people = countUpwards(await peopleByPlace(ctx, top.code, grain))
  const items = rows.map((row) => toLine(row, people(row.code)))
  return { items, total: items.length }
}

export async function readPlace(
  ctx: Ctx,
  { code }: Input<typeof contract.readPlace>,
): Promise<Output<typeof contract.readPlace>> {
  const place = await placeAt(ctx, code)
  ensure(place, notFound)
  const people = countUpwards(await peopleByPlace(ctx, code, 19))
  const around = await placesAt(ctx, [...ancestorsOf(code), ...(place.successor ? [place.successor] : [])])
  const mayChange = mayManage(ctx.actor, code) && stands(place, officeDay(ctx.now))
  return {
    ...toLine(place, people(code)),
    formerNames: place.former_names,
    validFrom: place.valid_from,
    successor: around.find((one) => one.code === place.successor) ?? null,
    lon: place.lon,
    lat: place.lat,
    ancestors: around.filter((one) => one.code !== place.successor),
    events: await eventsOf(ctx, { lo: code, hi: code }, 100),
    sites: await sitesIn(ctx, code),
    can: {
      add: mayChange ? [...levelsBelow(place.level)] : [],
      change: mayChange,
      abolish: mayChange && place.level !== 'county',
    },
  }
}

export async function placeHistory(
  ctx: Ctx,
  { code, limit }: Input<typeof contract.placeHistory>,
): Promise<Output<typeof contract.placeHistory>> {
  ensure(await placeAt(ctx, code), notFound)
  const items = await eventsOf(ctx, placeRange(code), limit)
  return { items, total: items.length }
}

function toLine(row: PlaceRow, people: number): Line {
  const { code, level, name, short } = row
  const parent = level === 'county' ? null : (parentOf(code) ?? null)
  return { code, parent, level, name, short, abolishedOn: row.valid_to, people, hasChildren: row.has_children }
}

async function sitesIn(ctx: Ctx, code: string): Promise<Output<typeof contract.readPlace>['sites']> {
  const { lo, hi } = placeRange(code)
  return ctx.db
    .selectFrom('site')
    .select(['id', 'kind', 'name', 'address'])
    .where('county', '=', ctx.actor.county)
    .where(sql<boolean>`place_code between ${lo}::bigint and ${hi}::bigint`)
    .where('closed_on', 'is', null)
    .orderBy('kind')
    .orderBy('name')
    .limit(100)
    .execute()
}
