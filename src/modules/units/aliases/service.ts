import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { countyName, matchKey, writeNames } from '../names/index.ts'
import { lockForChange } from '../policy.ts'
import { recordChange } from '../rows/index.ts'
import type { contract } from './contract.ts'
import { aliasAmbiguous, aliasExists, nameStays } from './words.ts'

export async function addAlias(
  ctx: Ctx,
  { id, name, kind }: Input<typeof contract.addAlias>,
): Promise<Output<typeof contract.addAlias>> {
  const unit = await lockForChange(ctx, id)
  const key = matchKey(name, await countyName(ctx))
  const holders = await ctx.db
    .selectFrom('unit_name as n')
    .innerJoin('unit as u', (join) => join.onRef('u.county', '=', 'n.county').onRef('u.id', '=', 'n.unit_id'))
    .select(['u.id', 'u.name', 'u.status', 'n.kind'])
    .where('n.county', '=', ctx.actor.county)
    .where('n.match_key', '=', key)
    .execute()
  ensure(!holders.some((one) => one.id === id), () => aliasExists({ name }))
  // Former names are shared by nature: 财税局 became two bureaus.
  const rival = holders.find((one) => one.status === 'open' && one.kind !== 'former')
  ensure(kind === 'former' || !rival, () => aliasAmbiguous({ name, unit: rival?.name ?? '' }))
  await writeNames(ctx, [{ unitId: id, kind, name }])
  return { id, version: await recordChange(ctx, unit, { alias: { from: null, to: name } }) }
}

export async function removeAlias(
  ctx: Ctx,
  { id, nameId }: Input<typeof contract.removeAlias>,
): Promise<Output<typeof contract.removeAlias>> {
  const unit = await lockForChange(ctx, id)
  const names = ctx.db
    .selectFrom('unit_name')
    .select(['kind', 'name', 'valid_to'])
    .where('county', '=', ctx.actor.county)
  const row = await names.where('unit_id', '=', id).where('id', '=', nameId).executeTakeFirst()
  ensure(row, notFound)
  const isByHand = row.kind === 'alias' || (row.kind === 'former' && row.valid_to === null)
  ensure(isByHand, () => nameStays({ name: row.name }))
  await ctx.db.deleteFrom('unit_name').where('county', '=', ctx.actor.county).where('id', '=', nameId).execute()
  return { id, version: await recordChange(ctx, unit, { alias: { from: row.name, to: null } }) }
}
