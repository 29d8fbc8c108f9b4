import type { Selectable } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { IdentityProvider } from '#platform/db/tables.ts'
import { newId } from '#platform/ids.ts'
import { isOneself } from '#platform/oneself.ts'
import { ensure } from '#platform/refuse.ts'
import { ensureProven } from '../../proof/index.ts'
import type { contract } from '../contract.ts'
import { ownWish, wishGone } from '../words.ts'

type Doors = typeof contract
type Wish = Output<Doors['showProvider']>['wish']
type Seen = Input<Doors['approveProvider']>
type Settings = Omit<Selectable<IdentityProvider>, 'county' | 'asked_by' | 'changed_by' | 'changed_at'>

/** What pages see of a provider; its secret is shown to nobody. */
export function shown(row: Omit<Settings, 'client_secret'>) {
  const { name, issuer, client_id: clientId, own_address: ownAddress, accepts_second_factor: acceptsSecondFactor } = row
  return { name, issuer, clientId, ownAddress, acceptsSecondFactor }
}

export async function wishFor(ctx: Ctx, wanted: Settings): Promise<void> {
  const [id, asked_by, asked_at] = [newId(ctx.now.getTime()), ctx.actor.accountId ?? '', ctx.now.toISOString()]
  const set = { ...wanted, id, asked_by, asked_at }
  await ctx.db
    .insertInto('identity_provider_wish')
    .values({ county: ctx.actor.county, ...set })
    .onConflict((conflict) => conflict.column('county').doUpdateSet(set))
    .execute()
}

export async function wishOf(ctx: Ctx): Promise<Wish> {
  const row = await ctx.db
    .selectFrom('identity_provider_wish as w')
    .leftJoin('account as a', (on) => on.onRef('a.county', '=', 'w.county').onRef('a.id', '=', 'w.asked_by'))
    .select(['w.id', 'w.name', 'w.issuer', 'w.client_id', 'w.own_address', 'w.accepts_second_factor', 'w.asked_at'])
    .select('a.name as asker')
    .where('w.county', '=', ctx.actor.county)
    .executeTakeFirst()
  return row ? { ...shown(row), id: row.id, askedAt: row.asked_at, askedBy: row.asker ?? '' } : null
}

export async function dropWish(ctx: Ctx): Promise<void> {
  await ctx.db.deleteFrom('identity_provider_wish').where('county', '=', ctx.actor.county).execute()
}

/** Takes the wish that was seen: one that was changed since is another, and of two who decide at once one does. */
async function takeWish(ctx: Ctx, { id }: Seen) {
  await ensureProven(ctx)
  const wish = await ctx.db
    .deleteFrom('identity_provider_wish')
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  ensure(wish, wishGone)
  ensure(!isOneself(ctx.actor, wish.asked_by), ownWish)
  return wish
}

export async function approveProvider(ctx: Ctx, seen: Seen): Promise<{ ok: true }> {
  const { id: _id, asked_at: _at, county, ...wanted } = await takeWish(ctx, seen)
  const set = { ...wanted, changed_by: ctx.actor.accountId, changed_at: ctx.now.toISOString() }
  await ctx.db
    .insertInto('identity_provider')
    .values({ county, ...set })
    .onConflict((conflict) => conflict.column('county').doUpdateSet(set))
    .execute()
  ctx.note({ action: 'identityProviderChanged', detail: { askedBy: wanted.asked_by } })
  return { ok: true }
}

export async function refuseProvider(ctx: Ctx, seen: Seen): Promise<{ ok: true }> {
  await takeWish(ctx, seen)
  return { ok: true }
}
