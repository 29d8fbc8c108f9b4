import type { Ctx } from '#platform/ctx.ts'
import { shaanxiFields } from '../fields/index.ts'

async function settingsOf(ctx: Ctx): Promise<Record<string, unknown>> {
  const row = await ctx.db
    .selectFrom('county')
    .select('settings')
    .where('county', '=', ctx.actor.county)
    .executeTakeFirst()
  const settings = row?.settings
  return settings && typeof settings === 'object' && !Array.isArray(settings) ? settings : {}
}

export async function areaCode(ctx: Ctx): Promise<string> {
  const { areaCode: code } = await settingsOf(ctx)
  return typeof code === 'string' ? code : ''
}

/** The county's list of fields a record should have; 陕西's 22 where the county has set none. */
export async function requiredFields(ctx: Ctx): Promise<readonly string[]> {
  const { requiredFields: list } = await settingsOf(ctx)
  return Array.isArray(list) ? list.filter((key) => typeof key === 'string') : shaanxiFields
}
