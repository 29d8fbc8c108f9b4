import { sql } from 'kysely'
import { balanceOf, type LedgerUnit, type StatementLine, statementOf } from '#modules/ledger/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { UNDO_MINUTES } from '../redeeming/index.ts'

export type Waiting = {
  id: string
  item: string
  quantity: number
  partner: string
  points: number
  expiresAt: string
  /** Until then it can be taken back with one tap. */
  undoUntil: string
}
export type WalletState = {
  minutes: number
  points: number
  /** Of the points, what waits at a counter, and what is free. */
  held: number
  free: number
  isFrozen: boolean
  month: { minutes: number; points: number }
  waiting: Waiting[]
}

/** What somebody has: hours, points, what came in this month, and what waits to be collected. */
export async function myAccount(ctx: Ctx, personId: string): Promise<WalletState> {
  const wallet = { kind: 'wallet', owner: personId } as const
  const [minutes, points] = [await balanceOf(ctx, 'minutes', wallet), await balanceOf(ctx, 'points', wallet)]
  const today = officeDay(ctx.now)
  const earned = await sql<{ minutes: number; points: number }>`
    select coalesce(sum(counted_minutes), 0)::int as minutes, coalesce(sum(points), 0)::int as points
      from bank_earning
     where county = ${ctx.actor.county} and person_id = ${personId} and reversed_at is null
       and served_on >= date_trunc('month', ${today}::date)::date`.execute(ctx.db)
  return {
    minutes: minutes.total,
    points: points.total,
    held: points.held,
    free: points.free,
    isFrozen: points.isFrozen || minutes.isFrozen,
    month: earned.rows[0] ?? { minutes: 0, points: 0 },
    waiting: await waitingOf(ctx, personId),
  }
}

async function waitingOf(ctx: Ctx, personId: string): Promise<Waiting[]> {
  const rows = await ctx.db
    .selectFrom('bank_redemption as r')
    .innerJoin('bank_partner as p', (on) => on.onRef('p.county', '=', 'r.county').onRef('p.id', '=', 'r.partner_id'))
    .select(['r.id', 'r.item_name as item', 'r.quantity', 'p.name as partner', 'r.points'])
    .select(['r.expires_at as expiresAt', 'r.reserved_at'])
    .where('r.county', '=', ctx.actor.county)
    .where('r.person_id', '=', personId)
    .where('r.status', '=', 'reserved')
    .orderBy('r.reserved_at', 'desc')
    .execute()
  return rows.map(({ reserved_at, ...row }) => ({
    ...row,
    undoUntil: new Date(Date.parse(reserved_at) + UNDO_MINUTES * 60_000).toISOString(),
  }))
}

export type WalletLine = Pick<StatementLine, 'id' | 'at' | 'code' | 'reason' | 'amount' | 'after' | 'isReversed'> & {
  /** What it was: the item and the partner, the day of service, who gave or was given. */
  about: string | null
  refKind: string
}

/** Every movement of a wallet, oldest first, as a replay of the transfers, with what each was about. */
export async function myStatement(ctx: Ctx, personId: string, unit: LedgerUnit): Promise<WalletLine[]> {
  const lines = await statementOf(ctx, unit, { kind: 'wallet', owner: personId })
  const refs = [...new Set(lines.map(({ refId }) => refId))]
  const { rows } = await sql<{ id: string; about: string }>`
    select r.id, r.item_name || ' · ' || p.name as about
      from bank_redemption r join bank_partner p on p.county = r.county and p.id = r.partner_id
     where r.county = ${ctx.actor.county} and r.id = any (${refs}::uuid[])
     union all
    select e.record_id, to_char(e.served_on, 'YYYY-MM-DD') from bank_earning e where e.county = ${ctx.actor.county} and e.record_id = any (${refs}::uuid[])`.execute(
    ctx.db,
  )
  const known = new Map(rows.map(({ id, about }) => [id, about]))
  return lines.map(({ id, at, code, reason, amount, after, isReversed, refId, refKind }) => ({
    id,
    at,
    code,
    reason,
    amount,
    after,
    isReversed,
    refKind,
    about: known.get(refId) ?? null,
  }))
}
