import type { Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { ensure } from '#platform/refuse.ts'
import { ensureProven } from '../proof/index.ts'
import { endSessions, forgetBrowsers, forgetTries } from '../sessions/index.ts'
import { standingOf } from '../sessions/standing/index.ts'
import { dropRecoveryCodes, keepRecoveryCodes, keyAddress, newRecoveryCodes, newSeed } from './codes/index.ts'
import type { contract } from './contract.ts'
import { noFactor, notAtThisStage } from './words.ts'

type Doors = Omit<typeof contract, 'giveCode' | 'finishEnrolment'>

async function mySecondFactor(ctx: Ctx): Promise<Output<Doors['mySecondFactor']>> {
  const { county, accountId } = ctx.actor
  const factor = await ctx.db
    .selectFrom('second_factor')
    .select('confirmed_at')
    .where('county', '=', county)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  const left = await ctx.db
    .selectFrom('recovery_code')
    .select('code_hash')
    .where('county', '=', county)
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .execute()
  return { enrolledAt: factor?.confirmed_at ?? null, recoveryCodesLeft: left.length }
}

/** The new key waits beside the old one until its first code was right; a lost start harms nothing. */
async function beginEnrolment(ctx: Ctx): Promise<Output<Doors['beginEnrolment']>> {
  const mine = await standingOf(ctx)
  ensure(mine.stage === 'enrolment' || mine.stage === 'complete', notAtThisStage)
  if (mine.stage === 'complete') await ensureProven(ctx)
  const seed = newSeed()
  const row = { started_at: ctx.now.toISOString(), next_seed: ctx.vault.seal(seed) }
  await ctx.db
    .insertInto('second_factor')
    .values({ county: mine.county, account_id: mine.id, ...row })
    .onConflict((conflict) => conflict.columns(['county', 'account_id']).doUpdateSet(row))
    .execute()
  return { seed, address: keyAddress(seed, { issuer: `桑榆 ${mine.countyName}`, login: mine.login }) }
}

async function renewRecoveryCodes(ctx: Ctx): Promise<Output<Doors['renewRecoveryCodes']>> {
  await ensureProven(ctx)
  const mine = await standingOf(ctx)
  ensure(mine.factor, noFactor)
  const recoveryCodes = newRecoveryCodes()
  await keepRecoveryCodes(ctx, mine.id, recoveryCodes)
  return { recoveryCodes }
}

export async function ensureFactor(ctx: Ctx, id: string): Promise<void> {
  const factor = ctx.db.selectFrom('second_factor').select('account_id').where('county', '=', ctx.actor.county)
  ensure(await factor.where('account_id', '=', id).executeTakeFirst(), noFactor)
}

/** For a lost telephone without recovery codes, once two people said so: the password alone would open the account from here on (requests/service.ts). */
export async function takeFactorOff(ctx: Ctx, { id, login }: { id: string; login: string }): Promise<void> {
  await ensureFactor(ctx, id)
  await ctx.db.deleteFrom('second_factor').where('county', '=', ctx.actor.county).where('account_id', '=', id).execute()
  await dropRecoveryCodes(ctx, id)
  await endSessions(ctx, id)
  await forgetBrowsers(ctx, id)
  await forgetTries(ctx, login)
  ctx.note({ action: 'secondFactorReset', subject: id })
}

export const service: Service<Doors> = { mySecondFactor, beginEnrolment, renewRecoveryCodes }
