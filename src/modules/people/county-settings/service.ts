import { sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import { areaCode as areaCodeOf, requiredFields } from '../book/index.ts'
import type { contract } from './contract.ts'
import { RECOUNT } from './jobs.ts'
import { isAreaCode, unknownFields } from './rules.ts'
import { badAreaCode, unknownRequired } from './words.ts'

type Doors = typeof contract

export async function readCountySettings(ctx: Ctx): Promise<Output<Doors['readCountySettings']>> {
  const { county } = ctx.actor
  const row = await ctx.db
    .selectFrom('county')
    .select([
      'name',
      sql<string | null>`settings ->> 'bureauPhone'`.as('phone'),
      sql<string | null>`settings ->> 'siteAddress'`.as('site'),
      sql<boolean>`settings ? 'recounting'`.as('recounting'),
    ])
    .where('county', '=', county)
    .executeTakeFirstOrThrow()
  return {
    county,
    name: row.name,
    areaCode: await areaCodeOf(ctx),
    bureauPhone: row.phone ?? '',
    siteAddress: row.site ?? '',
    requiredFields: [...(await requiredFields(ctx))],
    recounting: row.recounting,
  }
}

/** Keeps the settings; when the list of required fields is another one, every record is counted again by a job that can be left. */
export async function saveCountySettings(
  ctx: Ctx,
  { areaCode, bureauPhone, siteAddress, requiredFields: asked }: Input<Doors['saveCountySettings']>,
): Promise<Output<Doors['saveCountySettings']>> {
  const { county } = ctx.actor
  ensure(isAreaCode(areaCode), () => badAreaCode({ areaCode }))
  const keys = unknownFields(asked)
  ensure(keys.length === 0, () => unknownRequired({ keys }))
  const required = [...new Set(asked)]
  const before = new Set(await requiredFields(ctx))
  const isOther = before.size !== required.length || required.some((key) => !before.has(key))
  const contact = { areaCode, bureauPhone, siteAddress: siteAddress && new URL(siteAddress).origin }
  const kept = { ...contact, requiredFields: required, ...(isOther ? { recounting: true } : {}) }
  await ctx.db
    .updateTable('county')
    .set({ settings: sql`settings || ${JSON.stringify(kept)}::jsonb` })
    .where('county', '=', county)
    .execute()
  if (isOther) ctx.enqueue({ task: RECOUNT, payload: {}, key: `${RECOUNT}.${county}` })
  return { ok: true }
}
