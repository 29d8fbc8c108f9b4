import type { Ctx } from '#platform/ctx.ts'
import { shaanxiFields } from '../fields/index.ts'

/** The county's list of fields a record should have; 陕西's 22 where the county has set none. */
export async function requiredFields(ctx: Ctx): Promise<readonly string[]> {
  const row = await ctx.db
    .selectFrom('county')
    .select('settings')
    .where('county', '=', ctx.actor.county)
    .executeTakeFirst()
  const settings = row?.settings
  const list =
    settings && typeof settings === 'object' && !Array.isArray(settings) ? settings.requiredFields : undefined
  return Array.isArray(list) ? list.filter((key) => typeof key === 'string') : shaanxiFields
}
