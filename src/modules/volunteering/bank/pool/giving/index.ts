import { post, reverse } from '#modules/ledger/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import type { Ground } from '../../codes/index.ts'
import { fundReversal } from '../../estates/joining.ts'
import * as no from '../words.ts'
import { ensureAllowed, lockedPool, lockTaker } from '../year/index.ts'

/** The grant of a request, locked before its person and the books. */
export async function lockGrant(ctx: Ctx, id: string) {
  const row = await ctx.db
    .selectFrom('bank_grant')
    .selectAll()
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  ensure(row, notFound)
  return row
}

/** Gives what was asked for, once a second person agrees: by the rules, the living and the pool of that day. */
export async function giveOut(ctx: Ctx, id: string, approvedBy: string | undefined): Promise<void> {
  const { taker_id, points, ground } = await lockGrant(ctx, id)
  const { birthOn } = await lockTaker(ctx, taker_id)
  await ensureAllowed(ctx, { takerId: taker_id, birthOn, points, ground: ground as Ground }) // the table checks it
  const { balance, undoable } = await lockedPool(ctx)
  ensure(points <= balance - undoable, () => no.poolShort({ left: Math.max(0, balance - undoable) }))
  const transferId = newId()
  // No reason in the books: they are never rewritten, and why somebody needs help must not outlive them.
  await post(ctx, [
    {
      id: transferId,
      unit: 'points',
      from: { kind: 'pool' },
      to: { kind: 'wallet', owner: taker_id },
      amount: points,
      code: 'grant',
      ref: { kind: 'grant', id },
      approvedBy,
    },
  ])
  await write(ctx, id, { status: 'given', transfer_id: transferId, given_on: officeDay(ctx.now) })
  ctx.emit({ type: 'bank.granted', data: { id, personId: taker_id, points } })
}

export async function refuseGrant(ctx: Ctx, id: string): Promise<void> {
  await lockGrant(ctx, id)
  await write(ctx, id, { status: 'refused' })
}

/** Undoes a grant by its opposite; refused where the points are spent meanwhile. */
export async function takeBackGrant(
  ctx: Ctx,
  { id, reason }: { id: string; reason: string },
  approvedBy: string | undefined,
): Promise<void> {
  const row = await lockGrant(ctx, id)
  ensure(row.status === 'given' && row.transfer_id, no.notGiven)
  await fundReversal(ctx, row.transfer_id, { kind: 'grant', id })
  await reverse(ctx, { id: newId(), transferId: row.transfer_id, reason, approvedBy })
  await write(ctx, id, { status: 'reversed' })
  ctx.emit({ type: 'bank.grant_reversed', data: { id, personId: row.taker_id, points: row.points } })
}

type Changed = { status: 'given' | 'refused' | 'reversed'; transfer_id?: string; given_on?: string }

async function write(ctx: Ctx, id: string, changed: Changed): Promise<void> {
  await ctx.db
    .updateTable('bank_grant')
    .set(changed)
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .execute()
}
