import { sql } from 'kysely'
import { hold } from '#modules/ledger/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { mask } from '#platform/present/mask.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import type { OnBehalf } from '../codes/index.ts'
import { ruleOn } from '../earning/index.ts'
import { currentCode, freshCode } from './code.ts'
import { lockRedemption, type RedemptionRow, writeRedemption } from './row.ts'
import { limitOf, payloadOf, UNDO_MINUTES } from './rules.ts'
import * as no from './words.ts'

export type Wish = {
  /** From whoever asks, so that asking again does nothing twice. */
  id: string
  personId: string
  itemId: string
  quantity: number
  onBehalf: OnBehalf
}
export type Reserved = {
  id: string
  /** The same however often it is asked for, until it is changed for another or its time is over. */
  code: string
  payload: string
  points: number
  item: string
  partner: string
  expiresAt: string
  undoUntil: string
}

type Item = { id: string; partnerId: string; partner: string; name: string; points: number; monthLimit: number | null }

/** Sets points and stock aside and answers with the code for the counter. Sent again under the same id it answers the same. */
export async function reserve(ctx: Ctx, wish: Wish): Promise<Reserved> {
  // One after another for one person: limits of the day and the month are counted, not constrained, and a second tap finds the first.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`bank ${wish.personId}`}, 0))`.execute(ctx.db)
  const former = await ctx.db
    .selectFrom('bank_redemption')
    .select(['person_id', 'item_id', 'quantity'])
    .where('county', '=', ctx.actor.county)
    .where('id', '=', wish.id)
    .executeTakeFirst()
  if (former) {
    const isSame = former.person_id === wish.personId && former.item_id === wish.itemId
    ensure(isSame && former.quantity === wish.quantity, no.keyUsed)
    return tellCode(ctx, wish.id)
  }
  const name = await nameOfLiving(ctx, wish.personId)
  const rule = await ruleOn(ctx, officeDay(ctx.now))
  const item = await takeFromStock(ctx, wish)
  const points = item.points * wish.quantity
  await ensureWithin(ctx, { ...wish, points }, { dayPoints: rule.dayRedeemed, monthLimit: item.monthLimit })
  const { code, index } = await freshCode(ctx, { id: wish.id, partner_id: item.partnerId })
  const expires = new Date(ctx.now.getTime() + rule.codeMinutes * 60_000)
  await ctx.db
    .insertInto('bank_redemption')
    .values({
      county: ctx.actor.county,
      id: wish.id,
      person_id: wish.personId,
      partner_id: item.partnerId,
      item_id: item.id,
      item_name: item.name,
      quantity: wish.quantity,
      points,
      status: 'reserved',
      on_behalf: wish.onBehalf,
      masked_name: mask('name', name) ?? '*',
      code_index: index,
      reserved_by: ctx.actor.accountId,
      reserved_at: ctx.now.toISOString(),
      expires_at: expires.toISOString(),
    })
    .execute()
  await hold(ctx, {
    id: wish.id,
    unit: 'points',
    from: { kind: 'wallet', owner: wish.personId },
    to: { kind: 'payable', owner: item.partnerId },
    amount: points,
    code: 'redeem',
    ref: { kind: 'redemption', id: wish.id },
  })
  expireLater(ctx, wish.id, expires)
  ctx.emit({ type: 'bank.reserved', data: { id: wish.id, personId: wish.personId, onBehalf: wish.onBehalf } })
  return told({ id: wish.id, points, item: item.name, partner: item.partner }, { code, expires, reserved: ctx.now })
}

export const EXPIRE = 'bank.expire_codes'

function expireLater(ctx: Ctx, id: string, at: Date): void {
  ctx.enqueue({ task: EXPIRE, payload: {}, key: `${EXPIRE}:${id}`, at })
}

function told(
  about: Pick<Reserved, 'id' | 'points' | 'item' | 'partner'>,
  { code, expires, reserved }: { code: string; expires: Date; reserved: Date },
): Reserved {
  const undoUntil = new Date(reserved.getTime() + UNDO_MINUTES * 60_000).toISOString()
  return { ...about, code, payload: payloadOf(code), expiresAt: expires.toISOString(), undoUntil }
}

async function lockWaiting(ctx: Ctx, id: string): Promise<RedemptionRow> {
  const row = await lockRedemption(ctx, id)
  ensure(row.status === 'reserved', () => no.notWaiting({ status: row.status }))
  ensure(new Date(row.expires_at) > ctx.now, () => no.notWaiting({ status: 'expired' }))
  return row
}

/** The code again, good for as long as it was: a page that is loaded twice takes nothing from whoever stands at the counter with it. */
export async function tellCode(ctx: Ctx, id: string): Promise<Reserved> {
  const row = await lockWaiting(ctx, id)
  const current = currentCode(ctx, row)
  return current ? toldOf(ctx, row, { code: current.code, expires: new Date(row.expires_at) }) : renewCode(ctx, id)
}

/** Another code for what waits, good for as long as a first one; the former is void from now on. */
export async function renewCode(ctx: Ctx, id: string): Promise<Reserved> {
  const row = await lockWaiting(ctx, id)
  const { codeMinutes } = await ruleOn(ctx, officeDay(ctx.now))
  const { code, index } = await freshCode(ctx, row, currentCode(ctx, row)?.turn)
  const expires = new Date(ctx.now.getTime() + codeMinutes * 60_000)
  await writeRedemption(ctx, id, { code_index: index, expires_at: expires.toISOString() })
  expireLater(ctx, id, expires)
  return toldOf(ctx, row, { code, expires })
}

async function toldOf(ctx: Ctx, row: RedemptionRow, now: { code: string; expires: Date }): Promise<Reserved> {
  const partner = await nameOfPartner(ctx, row)
  const about = { id: row.id, points: row.points, item: row.item_name, partner }
  return told(about, { ...now, reserved: new Date(row.reserved_at) })
}

async function nameOfPartner(ctx: Ctx, { partner_id }: RedemptionRow): Promise<string> {
  const partner = ctx.db.selectFrom('bank_partner').select('name').where('county', '=', ctx.actor.county)
  return (await partner.where('id', '=', partner_id).executeTakeFirstOrThrow()).name
}

async function nameOfLiving(ctx: Ctx, personId: string): Promise<string> {
  const row = await ctx.db
    .selectFrom('person')
    .select(['name', 'status'])
    .where('county', '=', ctx.actor.county)
    .where('id', '=', personId)
    .executeTakeFirst()
  ensure(row, notFound)
  ensure(row.status === 'living' || row.status === 'moved_out', no.notLiving)
  return row.name
}

/** Of many who want the last one the first has it: the row is changed only while there is enough. */
async function takeFromStock(ctx: Ctx, { itemId, quantity }: Wish): Promise<Item> {
  const { rows } = await sql<Item>`
    update bank_item i set stock = i.stock - ${quantity}, version = i.version + 1
      from bank_partner p
     where i.county = ${ctx.actor.county} and i.id = ${itemId} and i.status = 'on' and (i.stock is null or i.stock >= ${quantity})
       and p.county = i.county and p.id = i.partner_id and p.status = 'open'
    returning i.id, i.partner_id as "partnerId", p.name as partner, i.name, i.points, i.month_limit as "monthLimit"`.execute(
    ctx.db,
  )
  const [item] = rows
  ensure(item, no.soldOut)
  return item
}

async function ensureWithin(
  ctx: Ctx,
  wish: Wish & { points: number },
  limits: { dayPoints: number | null; monthLimit: number | null },
): Promise<void> {
  const today = officeDay(ctx.now)
  const { rows } = await sql<{ dayPoints: number; monthCount: number }>`
    select coalesce(sum(points) filter (where (reserved_at at time zone 'Asia/Shanghai')::date = ${today}), 0)::int as "dayPoints",
           coalesce(sum(quantity) filter (where item_id = ${wish.itemId}), 0)::int as "monthCount"
      from bank_redemption
     where county = ${ctx.actor.county} and person_id = ${wish.personId} and status in ('reserved', 'handed_over')
       and reserved_at >= date_trunc('month', ${today}::timestamp) at time zone 'Asia/Shanghai'`.execute(ctx.db)
  const reached = limitOf(wish, limits, rows[0] ?? { dayPoints: 0, monthCount: 0 })
  ensure(reached !== 'day', () => no.dayLimit({ points: limits.dayPoints ?? 0 }))
  ensure(reached !== 'month', () => no.monthLimit({ count: limits.monthLimit ?? 0 }))
}
