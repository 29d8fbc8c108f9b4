import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import { placeCode } from '../codes.ts'
import { findRegion, type Region, subtree } from '../regions/index.ts'
import { stands } from '../rules.ts'
import { noSuchCounty } from '../words.ts'

/** From the shipped table; loading again adds what is missing and changes nothing. The county's own row as a tenant must exist. Refuses numbers of no county. */
export async function loadCounty(ctx: Ctx, county: number): Promise<{ streets: number; communities: number }> {
  const own = findRegion(String(county))
  const below = subtree(String(county))
  ensure(own && below.length > 0, () => noSuchCounty({ county }))
  const regions: Region[] = [{ ...own, level: 'county' }, ...below]
  await sql`insert into place (county, code, level, name, short)
    select ${county}::int, * from unnest(
      ${regions.map(({ code }) => placeCode({ region: code }))}::bigint[], ${regions.map((region) => region.level)}::text[],
      ${regions.map((region) => region.name)}::text[], ${regions.map((region) => region.short)}::text[])
    on conflict (county, code) do nothing`.execute(ctx.db)
  const streets = below.filter((region) => region.level === 'street').length
  return { streets, communities: below.length - streets }
}

export type DirectoryPlace = { code: string; name: string; short: string; old_names: string[] }
export type PlaceDirectory = { streets: (DirectoryPlace & { communities: DirectoryPlace[] })[] }

/** Streets (9 digits) and their communities (12 digits) that stand today, in the form of the importer's places file. */
export async function placeDirectory(ctx: Ctx): Promise<PlaceDirectory> {
  const rows = await ctx.db
    .selectFrom('place')
    .select(['code', 'level', 'name', 'short', 'former_names', 'valid_to'])
    .where('county', '=', ctx.actor.county)
    .where('level', 'in', ['street', 'community'])
    .orderBy('code')
    .execute()
  const today = officeDay(ctx.now)
  const standing = rows.filter((row) => stands(row, today))
  const entry = ({ code, name, short, former_names }: (typeof rows)[number], digits: number): DirectoryPlace => ({
    code: code.slice(0, digits),
    name,
    short,
    old_names: former_names,
  })
  const communities = Map.groupBy(
    standing.filter((row) => row.level === 'community'),
    (row) => row.code.slice(0, 9),
  )
  const streets = standing.filter((row) => row.level === 'street')
  return {
    streets: streets.map((street) => ({
      ...entry(street, 9),
      communities: (communities.get(street.code.slice(0, 9)) ?? []).map((row) => entry(row, 12)),
    })),
  }
}
