import { balanceOf, frozen } from '#modules/ledger/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { ensure } from '#platform/refuse.ts'
import { type Ground, grantGrounds } from '../codes/index.ts'
import { ruleOn } from '../earning/index.ts'
import { ensureSeen } from '../redemptions/index.ts'
import { askedBefore } from '../redemptions/words.ts'
import type { contract } from './contract.ts'
import { lockGrant } from './giving/index.ts'
import { grantsOf, movementsOf, sumsOf } from './rows/index.ts'
import * as no from './words.ts'
import { ensureAllowed, lockedPool, lockTaker, poolOf } from './year/index.ts'

type Doors = typeof contract
type Ask = Input<Doors['askGrant']>

async function readPool(ctx: Ctx): Promise<Output<Doors['readPool']>> {
  const { grantAges, grantYearPoints } = await ruleOn(ctx, officeDay(ctx.now))
  const all = Object.keys(grantGrounds) as Ground[] // the keys of a closed record
  return {
    ...(await poolOf(ctx)),
    ...(await sumsOf(ctx)),
    grounds: all.flatMap((ground) => (grantAges[ground] ? [{ ground, from: grantAges[ground] }] : [])),
    yearPoints: grantYearPoints,
    can: { ask: ctx.actor.permissions.has('bank.act') },
  }
}

/** Asks that the pool gives to an elder; who knows their need asks, and another decides. Sent again under the same id it is asked once. */
export async function askGrant(ctx: Ctx, ask: Ask): Promise<{ ok: true }> {
  const { id, personId, points, ground, reason } = ask
  const county = ctx.actor.county
  await ensureSeen(ctx, personId)
  const { birthOn } = await lockTaker(ctx, personId)
  if (await isAsked(ctx, ask)) return { ok: true }
  const { isFrozen } = await balanceOf(ctx, 'points', { kind: 'wallet', owner: personId })
  ensure(!isFrozen, frozen)
  const waits = ctx.db.selectFrom('bank_grant').select('id').where('county', '=', county).where('status', '=', 'asked')
  ensure(!(await waits.where('taker_id', '=', personId).executeTakeFirst()), askedBefore)
  await ensureAllowed(ctx, { takerId: personId, birthOn, points, ground })
  const { free } = await lockedPool(ctx)
  ensure(points <= free, () => no.poolShort({ left: free }))
  await ctx.db
    .insertInto('bank_grant')
    .values({ county, id, taker_id: personId, points, ground, reason_sealed: ctx.vault.seal(reason), status: 'asked' })
    .execute()
  await writeRequest(ctx, { kind: 'grant', grantId: id, points, reason: '' })
  return { ok: true }
}

async function isAsked(ctx: Ctx, { id, personId, points, ground }: Ask): Promise<boolean> {
  const grants = ctx.db.selectFrom('bank_grant').selectAll().where('county', '=', ctx.actor.county)
  const row = await grants.where('id', '=', id).executeTakeFirst()
  if (!row) return false
  ensure(row.taker_id === personId && row.points === points && row.ground === ground, no.keyUsed)
  return true
}

async function askGrantReversal(ctx: Ctx, { id, reason }: { id: string; reason: string }): Promise<{ ok: true }> {
  const row = await lockGrant(ctx, id)
  await ensureSeen(ctx, row.taker_id)
  ensure(row.status === 'given', no.notGiven)
  const open = ctx.db.selectFrom('bank_request').select('id').where('county', '=', ctx.actor.county)
  const asked = open.where('kind', '=', 'grant_reversal').where('subject_id', '=', id).where('status', '=', 'asked')
  ensure(!(await asked.executeTakeFirst()), askedBefore)
  await writeRequest(ctx, { kind: 'grant_reversal', grantId: id, points: row.points, reason })
  return { ok: true }
}

type Wanted = { kind: 'grant' | 'grant_reversal'; grantId: string; points: number; reason: string }

/** It waits where everything waits that a second person decides. */
async function writeRequest(ctx: Ctx, { kind, grantId, points, reason }: Wanted): Promise<void> {
  await ctx.db
    .insertInto('bank_request')
    .values({
      county: ctx.actor.county,
      id: newId(),
      kind,
      subject_id: grantId,
      points,
      reason,
      status: 'asked',
      asked_by: ctx.actor.accountId,
      asked_at: ctx.now.toISOString(),
    })
    .execute()
}

export const service: Service<Doors> = {
  readPool,
  listPoolMovements: movementsOf,
  listPoolGrants: grantsOf,
  askGrant,
  askGrantReversal,
}
