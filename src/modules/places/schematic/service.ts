import type { Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { isUnder } from '../codes.ts'
import { peopleByPlace } from '../policy.ts'
import { countyPlace, type PlaceRow, rowsUnder } from '../rows/index.ts'
import { countUpwards } from '../rules.ts'
import type { contract } from './contract.ts'

type Schematic = Output<typeof contract.readSchematic>

export async function readSchematic(ctx: Ctx): Promise<Schematic> {
  const county = await countyPlace(ctx)
  ensure(county, notFound)
  const rows = await rowsUnder(ctx, county.code, {
    levels: ['street', 'community'],
    directOnly: false,
    abolished: false,
  })
  const people = countUpwards(await peopleByPlace(ctx, county.code, 12))
  const sites = await openSites(ctx)
  const sitesAt = countUpwards(tally(sites.map((site) => site.placeCode)))
  const spot = ({ code, short, lon, lat }: PlaceRow) => ({
    code,
    short,
    lon,
    lat,
    people: people(code),
    sites: sitesAt(code),
  })
  const communities = rows.filter((row) => row.level === 'community')
  const streets = rows.filter((row) => row.level === 'street')
  return {
    county: spot(county),
    streets: streets.map((street) => ({
      ...spot(street),
      communities: communities.filter((one) => isUnder(one.code, street.code)).map(spot),
    })),
    sites,
  }
}

function tally(codes: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return counts
}

async function openSites(ctx: Ctx): Promise<Schematic['sites']> {
  const rows = await ctx.db
    .selectFrom('site')
    .select(['id', 'place_code as placeCode', 'kind', 'name', 'lon', 'lat'])
    .where('county', '=', ctx.actor.county)
    .where('closed_on', 'is', null)
    .orderBy('place_code')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as Schematic['sites'][number]['kind'] })) // the column's check allows exactly these
}
