import { sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { ensure } from '#platform/refuse.ts'
import type { contract } from '../contract.ts'
import { notYourView } from '../words.ts'

type In<K extends keyof typeof contract> = Input<(typeof contract)[K]>
type Out<K extends keyof typeof contract> = Promise<Output<(typeof contract)[K]>>
type Definition = Output<(typeof contract)['listViews']>['items'][number]['definition']

const room = 'people'

export async function listViews(ctx: Ctx, _input: In<'listViews'>): Out<'listViews'> {
  const rows = await ctx.db
    .selectFrom('saved_view')
    .selectAll()
    .where('county', '=', ctx.actor.county)
    .where('room', '=', room)
    .where((eb) => eb.or([eb('account_id', '=', ctx.actor.accountId), eb('is_shared', '=', true)]))
    .orderBy('name')
    .execute()
  const items = rows.map((row) => ({
    id: row.id,
    name: row.name,
    isShared: row.is_shared,
    isDefault: row.is_default && row.account_id === ctx.actor.accountId,
    isMine: row.account_id === ctx.actor.accountId,
    definition: row.definition as Definition, // written only by saveView, whose contract has this shape
  }))
  return { items }
}

/** Saves under a name; the same name is written over. At most one view is one's default. */
export async function saveView(ctx: Ctx, input: In<'saveView'>): Out<'saveView'> {
  const { county, accountId } = ctx.actor
  ensure(accountId, notYourView)
  if (input.isDefault)
    await ctx.db
      .updateTable('saved_view')
      .set({ is_default: false })
      .where('county', '=', county)
      .where('account_id', '=', accountId)
      .where('room', '=', room)
      .execute()
  const view = {
    is_shared: input.isShared,
    is_default: input.isDefault,
    definition: JSON.stringify(input.definition),
    at: ctx.now.toISOString(),
  }
  const saved = await ctx.db
    .insertInto('saved_view')
    .values({ county, id: newId(ctx.now.getTime()), account_id: accountId, room, name: input.name, ...view })
    .onConflict((conflict) => conflict.columns(['county', 'account_id', 'room', 'name']).doUpdateSet(view))
    .returning('id')
    .executeTakeFirstOrThrow()
  return saved
}

export async function removeView(ctx: Ctx, input: In<'removeView'>): Out<'removeView'> {
  const removed = await ctx.db
    .deleteFrom('saved_view')
    .where('county', '=', ctx.actor.county)
    .where('id', '=', input.id)
    .where('account_id', '=', ctx.actor.accountId)
    .returning(sql<number>`1`.as('one'))
    .execute()
  ensure(removed.length, notYourView)
  return { ok: true }
}
