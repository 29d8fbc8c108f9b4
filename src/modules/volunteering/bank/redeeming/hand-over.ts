import { settle } from '#modules/ledger/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { ensure, keeping } from '#platform/refuse.ts'
import { codeIndex } from './code.ts'
import { type RedemptionRow, writeRedemption } from './row.ts'
import { digitsOf, WRONG_CODES } from './rules.ts'
import * as no from './words.ts'

export type Handing = {
  id: string
  itemId: string
  item: string
  quantity: number
  points: number
  /** All a partner sees of the person. */
  name: string
  status: string
  expiresAt: string
  handedOverAt: string | null
}

const handingOf = (row: RedemptionRow): Handing => ({
  id: row.id,
  itemId: row.item_id,
  item: row.item_name,
  quantity: row.quantity,
  points: row.points,
  name: row.masked_name,
  status: row.status,
  expiresAt: row.expires_at,
  handedOverAt: row.handed_over_at,
})

/** What waits under a code at this counter. A wrong code is counted, also when it is refused. */
export async function lookUpCode(ctx: Ctx, partnerId: string, code: string): Promise<Handing> {
  const row = await rowUnder(ctx, partnerId, { code })
  ensureWaits(ctx, row)
  return handingOf(row)
}

/** The partner's word that the goods are handed over: from here only a reversal leads back. The same tap again answers the same. */
export async function handOver(ctx: Ctx, partnerId: string, tap: { code: string; key: string }): Promise<Handing> {
  const former = await ctx.db
    .selectFrom('bank_redemption')
    .selectAll()
    .where('county', '=', ctx.actor.county)
    .where('partner_id', '=', partnerId)
    .where('confirm_key', '=', tap.key)
    .executeTakeFirst()
  const row = former ?? (await rowUnder(ctx, partnerId, { code: tap.code, isLocked: true }))
  if (row.confirm_key === tap.key) {
    ensure(codeIndex(ctx, partnerId, digitsOf(tap.code)).equals(row.code_index), no.keyUsed)
    return handingOf(row)
  }
  ensureWaits(ctx, row)
  const settle_id = newId()
  const handed = {
    status: 'handed_over',
    handed_over_at: ctx.now.toISOString(),
    handed_over_by: ctx.actor.accountId,
    confirm_key: tap.key,
    settle_id,
  }
  await writeRedemption(ctx, row.id, handed)
  await settle(ctx, [{ id: settle_id, holdId: row.id }])
  ctx.emit({ type: 'bank.handed_over', data: { id: row.id, personId: row.person_id } })
  return handingOf({ ...row, ...handed })
}

function ensureWaits(ctx: Ctx, row: RedemptionRow): void {
  const isOver = row.status === 'reserved' && new Date(row.expires_at) <= ctx.now
  const status = isOver ? 'expired' : row.status
  ensure(status === 'reserved', () => no.notWaiting({ status }))
}

async function rowUnder(
  ctx: Ctx,
  partnerId: string,
  { code, isLocked = false }: { code: string; isLocked?: boolean },
): Promise<RedemptionRow> {
  await ensureNotGuessing(ctx, partnerId)
  const query = ctx.db
    .selectFrom('bank_redemption')
    .selectAll()
    .where('county', '=', ctx.actor.county)
    .where('partner_id', '=', partnerId)
    .where('code_index', '=', codeIndex(ctx, partnerId, digitsOf(code)))
    .orderBy('reserved_at', 'desc')
    .limit(1)
  const row = await (isLocked ? query.forUpdate() : query).executeTakeFirst()
  if (row) return row
  await ctx.db
    .insertInto('bank_code_try')
    .values({
      county: ctx.actor.county,
      partner_id: partnerId,
      tried_at: ctx.now.toISOString(),
      tried_by: ctx.actor.accountId,
    })
    .execute()
  throw keeping(no.wrongCode())
}

async function ensureNotGuessing(ctx: Ctx, partnerId: string): Promise<void> {
  const { count } = await ctx.db
    .selectFrom('bank_code_try')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('county', '=', ctx.actor.county)
    .where('partner_id', '=', partnerId)
    .where('tried_at', '>', new Date(ctx.now.getTime() - 10 * 60_000).toISOString())
    .executeTakeFirstOrThrow()
  ensure(Number(count) < WRONG_CODES, no.tooManyCodes)
}
