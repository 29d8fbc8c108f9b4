import { sql } from 'kysely'
import { ensureProven } from '#modules/accounts/index.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { ensure } from '#platform/refuse.ts'
import { mayAsk } from './address/index.ts'
import type { Gateway } from './asking/index.ts'
import type { contract } from './contract.ts'
import { approveGateway, dropWish, refuseGateway, wishFor, wishOf } from './wish/index.ts'
import * as no from './words.ts'

type Doors = typeof contract
type Shown = Output<Doors['showGateway']>

const own = (ctx: Ctx) =>
  ctx.db.selectFrom('sms_gateway').selectAll().where('county', '=', ctx.actor.county).executeTakeFirst()

/** The gateway with its secret, for who sends. */
export async function gatewayOf(ctx: Ctx): Promise<Gateway | null> {
  const row = await own(ctx)
  return row ? { url: row.url, sign: row.sign, secret: ctx.vault.open(row.secret) } : null
}

async function showGateway(ctx: Ctx): Promise<Shown> {
  const row = await own(ctx)
  const { rows } = await sql<Pick<Shown, 'sent' | 'refused' | 'unreachable' | 'parts'>>`
    select count(*) filter (where outcome = 'sent')::int as sent, count(*) filter (where outcome = 'refused')::int as refused,
           count(*) filter (where outcome = 'unreachable')::int as unreachable, coalesce(sum(parts), 0)::int as parts
      from message_sending
     where county = ${ctx.actor.county} and at > ${ctx.now.toISOString()}::timestamptz - interval '7 days'`.execute(
    ctx.db,
  )
  const waiting = await ctx.db
    .selectFrom('message')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('county', '=', ctx.actor.county)
    .where('status', '=', 'waiting')
    .executeTakeFirstOrThrow()
  const last = await ctx.db
    .selectFrom('message_sending')
    .select(['at', 'fault'])
    .where('county', '=', ctx.actor.county)
    .where('fault', 'is not', null)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    gateway: row ? { url: row.url, sign: row.sign, changedAt: row.changed_at } : null,
    wish: await wishOf(ctx),
    ...(rows[0] ?? { sent: 0, refused: 0, unreachable: 0, parts: 0 }),
    waiting: waiting.count,
    lastFault: last?.fault ? { at: last.at, fault: last.fault } : null,
  }
}

async function showGatewayWish(ctx: Ctx): Promise<Output<Doors['showGatewayWish']>> {
  const row = await own(ctx)
  return { wish: await wishOf(ctx), inForce: row ? { url: row.url, sign: row.sign } : null }
}

async function setGateway(
  ctx: Ctx,
  isTrial: boolean,
  { url, sign, secret: given }: Input<Doors['setGateway']>,
): Promise<{ ok: true }> {
  await ensureProven(ctx)
  ensure(mayAsk(url, isTrial), () => no.addressRefused({ url }))
  const before = await own(ctx)
  // Another address does not get the secret of the former one: whoever changes the address would read it there.
  const kept = before && new URL(before.url).origin === new URL(url).origin ? before.secret : undefined
  const secret = given ? ctx.vault.seal(given) : kept
  ensure(secret, no.secretNeeded)
  await wishFor(ctx, { url, sign, secret })
  return { ok: true }
}

async function dropGateway(ctx: Ctx): Promise<{ ok: true }> {
  await ensureProven(ctx)
  await ctx.db.deleteFrom('sms_gateway').where('county', '=', ctx.actor.county).execute()
  await dropWish(ctx)
  return { ok: true }
}

/** `isTrial`: the gateway may stand on this machine itself, as in a test. */
export const serviceFor = (isTrial: boolean): Service<Doors> => ({
  showGateway,
  setGateway: (ctx, wanted) => setGateway(ctx, isTrial, wanted),
  showGatewayWish,
  approveGateway,
  refuseGateway,
  dropGateway,
})
