import { ensureProven } from '#modules/accounts/index.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { isOneself } from '#platform/oneself.ts'
import { ensure } from '#platform/refuse.ts'
import type { contract } from '../contract.ts'
import { ownWish, wishGone } from '../words.ts'

type Doors = typeof contract
type Wish = Output<Doors['showGateway']>['wish']
type Seen = Input<Doors['approveGateway']>
type Wanted = { url: string; sign: string; secret: Buffer }

/** Codes for signing in leave by the gateway: whoever alone could point it at themselves would come in as any elder. */
export async function wishFor(ctx: Ctx, wanted: Wanted): Promise<void> {
  const [id, asked_by, asked_at] = [newId(ctx.now.getTime()), ctx.actor.accountId ?? '', ctx.now.toISOString()]
  const set = { ...wanted, id, asked_by, asked_at, of_copy: false }
  await ctx.db
    .insertInto('sms_gateway_wish')
    .values({ county: ctx.actor.county, ...set })
    .onConflict((conflict) => conflict.column('county').doUpdateSet(set))
    .execute()
}

export async function wishOf(ctx: Ctx): Promise<Wish> {
  const row = await ctx.db
    .selectFrom('sms_gateway_wish as w')
    .leftJoin('account as a', (on) => on.onRef('a.county', '=', 'w.county').onRef('a.id', '=', 'w.asked_by'))
    .select(['w.id', 'w.url', 'w.sign', 'w.asked_at as askedAt', 'w.of_copy as ofCopy', 'a.name'])
    .where('w.county', '=', ctx.actor.county)
    .executeTakeFirst()
  if (!row) return null
  const { name, ...wish } = row
  return { ...wish, askedBy: name ?? '' }
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** In a copy of the office: its gateway is taken out of use and waits to be approved once more, as it stood. True if there was one. */
export async function setGatewayAside(ctx: Ctx): Promise<boolean> {
  const [row] = await ctx.db
    .deleteFrom('sms_gateway')
    .where('county', '=', ctx.actor.county)
    .returning(['url', 'sign', 'secret', 'asked_by'])
    .execute()
  if (!row) return false
  const [id, asked_at] = [newId(ctx.now.getTime()), ctx.now.toISOString()]
  await dropWish(ctx)
  const set = { ...row, asked_by: row.asked_by ?? NOBODY, id, asked_at, of_copy: true }
  await ctx.db
    .insertInto('sms_gateway_wish')
    .values({ county: ctx.actor.county, ...set })
    .execute()
  ctx.note({ action: 'gatewaySetAside' })
  return true
}

export async function dropWish(ctx: Ctx): Promise<void> {
  await ctx.db.deleteFrom('sms_gateway_wish').where('county', '=', ctx.actor.county).execute()
}

/** Takes the wish that was seen: one that was changed since is another, and of two who decide at once one does. */
async function takeWish(ctx: Ctx, { id }: Seen) {
  await ensureProven(ctx)
  const [row] = await ctx.db
    .deleteFrom('sms_gateway_wish')
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .returningAll()
    .execute()
  ensure(row, wishGone)
  ensure(!isOneself(ctx.actor, row.asked_by), ownWish)
  return row
}

export async function approveGateway(ctx: Ctx, seen: Seen): Promise<{ ok: true }> {
  const { url, sign, secret, asked_by } = await takeWish(ctx, seen)
  const set = { url, sign, secret, asked_by, changed_by: ctx.actor.accountId, changed_at: ctx.now.toISOString() }
  await ctx.db
    .insertInto('sms_gateway')
    .values({ county: ctx.actor.county, ...set })
    .onConflict((conflict) => conflict.column('county').doUpdateSet(set))
    .execute()
  return { ok: true }
}

export async function refuseGateway(ctx: Ctx, seen: Seen): Promise<{ ok: true }> {
  await takeWish(ctx, seen)
  return { ok: true }
}
