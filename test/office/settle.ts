import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'

export type Settled = {
  name?: string
  status?: 'living' | 'deceased' | 'moved_out'
  place?: string
  unit?: string
  managingUnit?: string
  /** Since when they belong to their unit and live in their place. */
  since?: string
}

/** Somebody who lives in a place and belongs to units, with the affiliations that say since when. Returns their id. */
export async function settle(
  ctx: Ctx,
  { name = '王秀英', status = 'living', since = '2001-05-01', ...where }: Settled = {},
) {
  const { place = null, unit = null, managingUnit = null } = where
  const at = ctx.now.toISOString()
  const [county, id] = [ctx.actor.county, newId(ctx.now.getTime())]
  const unitIds = [...new Set([unit, managingUnit].filter((one) => one !== null))]
  const stands = { place_code: place, unit_id: unit, managing_unit_id: managingUnit, unit_ids: unitIds }
  await ctx.db
    .insertInto('person')
    .values({ county, id, name, status, ...stands, created_at: at, updated_at: at })
    .execute()
  const affiliations = [
    ...(place ? [{ kind: 'home', place_code: place }] : []),
    ...(unit ? [{ kind: 'original_unit', unit_id: unit }] : []),
    ...(managingUnit ? [{ kind: 'managing_unit', unit_id: managingUnit }] : []),
  ]
  for (const one of affiliations) {
    const row = { county, id: newId(ctx.now.getTime()), person_id: id, during: `[${since},)`, added_at: at, ...one }
    await ctx.db.insertInto('affiliation').values(row).execute()
  }
  return id
}
