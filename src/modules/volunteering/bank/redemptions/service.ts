import { officeDay } from '#platform/clock.ts'
import type { Input } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { isOneself } from '#platform/oneself.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { ruleOn } from '../earning/index.ts'
import { giveBack, inherit } from '../estates/index.ts'
import { giveOut, lockGrant, refuseGrant, takeBackGrant } from '../pool/giving/index.ts'
import { cancelForPerson, lockRedemption, renewCode, reserve, reverseHanded } from '../redeeming/index.ts'
import { notHandedOver } from '../redeeming/words.ts'
import type { contract } from './contract.ts'
import { listBankRequests, listRedemptions } from './lists/index.ts'
import { ensureSeen, ensureSeenOf } from './policy.ts'
import * as no from './words.ts'

type Doors = typeof contract

/** Above the county's limit the reversal waits for a second person; below, the reason and the name of who did it suffice. */
export async function reverseRedemption(
  ctx: Ctx,
  { id, reason, isReturned }: Input<Doors['reverseRedemption']>,
): Promise<{ status: 'asked' | 'done' }> {
  await ensureSeenOf(ctx, id)
  const row = await lockRedemption(ctx, id)
  ensure(row.status === 'handed_over', notHandedOver)
  const { secondPersonPoints } = await ruleOn(ctx, officeDay(ctx.now))
  const county = ctx.actor.county
  const open = ctx.db.selectFrom('bank_request').select('id').where('county', '=', county).where('subject_id', '=', id)
  ensure(!(await open.where('kind', '=', 'reversal').where('status', '=', 'asked').executeTakeFirst()), no.askedBefore)
  if (row.points <= secondPersonPoints) {
    await reverseHanded(ctx, row, { reason, isReturned })
    return { status: 'done' }
  }
  await ctx.db
    .insertInto('bank_request')
    .values({
      county,
      id: newId(),
      kind: 'reversal',
      subject_id: id,
      points: row.points,
      reason,
      is_returned: isReturned,
      status: 'asked',
      asked_by: ctx.actor.accountId,
      asked_at: ctx.now.toISOString(),
    })
    .execute()
  return { status: 'asked' }
}

export async function decideBankRequest(
  ctx: Ctx,
  { id, agrees }: Input<Doors['decideBankRequest']>,
): Promise<{ ok: true }> {
  const county = ctx.actor.county
  const asked = ctx.db.selectFrom('bank_request').selectAll().where('county', '=', county).where('id', '=', id)
  const row = await asked.forUpdate().executeTakeFirst()
  ensure(row, notFound)
  await ensureSeenIn(ctx, row)
  ensure(row.status === 'asked', no.decidedBefore)
  ensure(!isOneself(ctx.actor, row.asked_by), no.ownRequest)
  await ctx.db
    .updateTable('bank_request')
    .set({ status: agrees ? 'done' : 'refused', decided_by: ctx.actor.accountId, decided_at: ctx.now.toISOString() })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute()
  if (!agrees) {
    if (row.kind === 'grant') await refuseGrant(ctx, row.subject_id)
    return { ok: true }
  }
  await carryOut(ctx, row)
  return { ok: true }
}

type Agreed = Parameters<typeof giveBack>[1] & { kind: string; asked_by: string | null; is_returned: boolean }

/** The books name who asked for it as its maker, and who decides as the one who approved. */
async function carryOut(ctx: Ctx, row: Agreed): Promise<void> {
  const asMaker: Ctx = { ...ctx, actor: { ...ctx.actor, accountId: row.asked_by } }
  const approvedBy = ctx.actor.accountId ?? undefined
  const { subject_id: id, reason, is_returned: isReturned } = row
  switch (row.kind) {
    case 'reversal':
      await reverseHanded(asMaker, await lockRedemption(ctx, id), { reason, isReturned, approvedBy })
      break
    case 'grant':
      await giveOut(asMaker, id, approvedBy)
      break
    case 'grant_reversal':
      await takeBackGrant(asMaker, { id, reason }, approvedBy)
      break
    case 'inheritance_return':
      await giveBack(asMaker, row, approvedBy)
      break
    default:
      await inherit(asMaker, row, approvedBy)
  }
}

async function ensureSeenIn(ctx: Ctx, { kind, subject_id: id }: { kind: string; subject_id: string }): Promise<void> {
  if (kind === 'reversal') await ensureSeenOf(ctx, id)
  else if (kind === 'grant' || kind === 'grant_reversal') await ensureSeen(ctx, (await lockGrant(ctx, id)).taker_id)
  else await ensureSeen(ctx, id)
}

export const service: Service<Doors> = {
  listRedemptions,
  listBankRequests,
  reserveRedemption: async (ctx, wish) => {
    await ensureSeen(ctx, wish.personId)
    return reserve(ctx, { ...wish, onBehalf: 'clerk' })
  },
  renewRedemptionCode: async (ctx, { id }) => {
    await ensureSeenOf(ctx, id)
    return renewCode(ctx, id)
  },
  cancelRedemption: async (ctx, { id }) => {
    await ensureSeenOf(ctx, id)
    return cancelForPerson(ctx, id)
  },
  reverseRedemption,
  decideBankRequest,
}
