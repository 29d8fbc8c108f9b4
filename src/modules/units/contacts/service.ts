import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { lockForChange } from '../policy.ts'
import { recordChange } from '../rows/index.ts'
import type { contract } from './contract.ts'

/** The telephone is a person's: sealed in the table and named nowhere in the unit's history. */
export async function addUnitContact(
  ctx: Ctx,
  { id, phone, ...known }: Input<typeof contract.addUnitContact>,
): Promise<Output<typeof contract.addUnitContact>> {
  const unit = await lockForChange(ctx, id)
  const contactId = newId(ctx.now.getTime())
  const sealed = phone === null ? null : ctx.vault.seal(phone)
  await ctx.db
    .insertInto('unit_contact')
    .values({ county: ctx.actor.county, id: contactId, unit_id: id, phone_sealed: sealed, ...known })
    .execute()
  return { id, contactId, version: await recordChange(ctx, unit, { contact: { from: null, to: contactId } }) }
}

export async function removeUnitContact(
  ctx: Ctx,
  { id, contactId }: Input<typeof contract.removeUnitContact>,
): Promise<Output<typeof contract.removeUnitContact>> {
  const unit = await lockForChange(ctx, id)
  const removed = await ctx.db
    .deleteFrom('unit_contact')
    .where('county', '=', ctx.actor.county)
    .where('unit_id', '=', id)
    .where('id', '=', contactId)
    .returning('id')
    .execute()
  ensure(removed.length, notFound)
  return { id, version: await recordChange(ctx, unit, { contact: { from: contactId, to: null } }) }
}
