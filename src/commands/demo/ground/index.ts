import { addPlace, addSite, locatePlace, placeDirectory } from '#modules/places/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { Chance } from '../chance.ts'
import type { Home } from '../people/index.ts'
import { BUILDINGS_A_GRID, GRIDDED, GRIDS, OTHER_STREETS, POSITIONS, SITES, STREET_SHARES } from './plan.ts'

const SEED = 37
const DIGITS = 19
const whole = (code: string) => code.padEnd(DIGITS, '0')

type Built = { community: string; code: string; name: string }

export async function layGround(ctx: Ctx): Promise<void> {
  const { streets } = await placeDirectory(ctx)
  const chance = new Chance(SEED)
  for (const street of streets) {
    const [lon, lat] = POSITIONS[street.short] ?? []
    if (lon !== undefined && lat !== undefined) await locatePlace(ctx, { code: whole(street.code), lon, lat })
    for (const community of street.communities)
      if (GRIDDED[street.short]?.includes(community.short)) await drawGrids(ctx, whole(community.code))
  }
  for (const [name, kind, streetName, communityName, isShared = false] of SITES) {
    const street = streets.find((one) => one.short === streetName)
    const community = street?.communities.find((one) => one.short === communityName)
    const [lon = 0, lat = 0] = POSITIONS[streetName] ?? []
    const around = (middle: number) => Number((middle + (chance.next() - 0.5) / 50).toFixed(5))
    const placeCode = whole(community?.code ?? street?.code ?? '')
    const facts = { address: null, phone: null, unitId: null, opens: isShared ? '周一至周五 8:30–17:30' : null }
    await addSite(ctx, { placeCode, kind, name, isShared, ...facts, lon: around(lon), lat: around(lat) })
  }
}

async function drawGrids(ctx: Ctx, community: string): Promise<void> {
  let number = 0
  for (const name of GRIDS) {
    const grid = await addPlace(ctx, { under: community, level: 'grid', name })
    for (let building = 0; building < BUILDINGS_A_GRID; building++) {
      number += 1
      await addPlace(ctx, { under: grid.code, level: 'building', name: `${number}号楼` })
    }
  }
}

/** Where people may live, by weight: buildings where they are drawn, else communities; villages hold few retired cadres. */
export async function homesOf(ctx: Ctx): Promise<Home[]> {
  const { streets } = await placeDirectory(ctx)
  const built = await buildingsOf(ctx)
  return streets.flatMap((street) => {
    const share = STREET_SHARES[street.short] ?? OTHER_STREETS
    const homes = street.communities.flatMap((community) => {
      const base = { street: street.short, community: community.short }
      const own = { ...base, code: whole(community.code), weight: community.short.endsWith('社区') ? 10 : 1 }
      const houses = built.filter((one) => one.community === own.code)
      return [own, ...houses.map(({ code, name }) => ({ ...base, code, building: name, weight: 2 }))]
    })
    const sum = homes.reduce((total, home) => total + home.weight, 0)
    return homes.map((home) => ({ ...home, weight: (home.weight / sum) * share }))
  })
}

async function buildingsOf(ctx: Ctx): Promise<Built[]> {
  const rows = await ctx.db
    .selectFrom('place_published')
    .select(['code', 'name'])
    .where('county', '=', ctx.actor.county)
    .where('level', '=', 'building')
    .orderBy('code')
    .execute()
  return rows.map(({ code, name }) => ({
    code: code ?? '',
    name: name ?? '',
    community: whole((code ?? '').slice(0, 12)),
  }))
}
