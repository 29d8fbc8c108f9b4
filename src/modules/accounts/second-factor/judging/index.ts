import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { House } from '#platform/house/house.ts'
import { ensure, signedOut } from '#platform/refuse.ts'
import type { Visitor } from '../../door/judged.ts'
import { ensureProven } from '../../proof/index.ts'
import { rememberBrowser } from '../../sessions/browsers/index.ts'
import { carryOn, type Entered } from '../../sessions/opening/index.ts'
import { charged, limitsOf, type Standing, standingOf } from '../../sessions/standing/index.ts'
import { nameLocked, tooManyTries } from '../../sessions/words.ts'
import { forgetTries, type Key, refundTry } from '../../throttle/index.ts'
import { keepRecoveryCodes, newRecoveryCodes, spendCode, stepOf } from '../codes/index.ts'
import type { contract } from '../contract.ts'
import { codeWrong, notAtThisStage, notBegun } from '../words.ts'

type Doors = typeof contract

/** Six digits are guessed in a million tries: five in a quarter of an hour, for the account and for the address. ASVS 6.6.3. */
async function chargeCode(house: House, mine: Standing, address: string): Promise<readonly Key[]> {
  const limits = limitsOf(mine.policy)
  const keys = [
    { kind: 'address', of: address, limit: limits.address },
    { kind: 'code', of: mine.id, limit: limits.own },
  ] as const
  const locked = await charged(house, mine.county, keys)
  ensure(locked !== 'address', tooManyTries)
  ensure(!locked, nameLocked)
  return keys
}

async function settle(ctx: Ctx, keys: readonly Key[]): Promise<void> {
  for (const key of keys) await (key.kind === 'address' ? refundTry(ctx, key) : forgetTries(ctx, [key]))
}

async function noteFailure(house: House, mine: Standing, visitor: Visitor): Promise<void> {
  await house.act({ system: mine.county }, { readOnly: false, call: visitor.call }, async (ctx) => {
    ctx.note({
      action: 'secondFactorFailed',
      subject: mine.id,
      detail: { address: visitor.call.address },
      result: 'failed',
    })
  })
}

/** The second step: a wrong code leaves its trace, a right one opens a session under another token. */
export function newGiveCode(house: House) {
  return async ({ code }: Input<Doors['giveCode']>, visitor: Visitor): Promise<Entered> => {
    const { session, call } = visitor
    ensure(session, signedOut)
    const mine = await house.act({ session }, { readOnly: true, call }, standingOf)
    ensure(mine.stage === 'second_factor', notAtThisStage)
    const keys = await chargeCode(house, mine, call.address ?? '')
    const entered = await house.act({ session }, { readOnly: false, call }, async (ctx) => {
      const spent = await spendCode(ctx, mine, code)
      if (!spent) return undefined
      await settle(ctx, keys)
      await rememberBrowser(ctx, mine.id, visitor)
      ctx.note({ action: 'giveCode', subject: mine.id, detail: { address: call.address, by: spent } })
      return carryOn(ctx, mine.id, 'complete')
    })
    if (!entered) await noteFailure(house, mine, visitor)
    ensure(entered, codeWrong)
    return entered
  }
}

/** The first code proves that the key has arrived in the application; only then does it replace what was there. */
export function newFinishEnrolment(house: House) {
  return async (
    { code }: Input<Doors['finishEnrolment']>,
    visitor: Visitor,
  ): Promise<Output<Doors['finishEnrolment']>> => {
    const { session, call } = visitor
    ensure(session, signedOut)
    const mine = await house.act({ session }, { readOnly: true, call }, standingOf)
    ensure(mine.stage === 'enrolment' || mine.stage === 'complete', notAtThisStage)
    const keys = await chargeCode(house, mine, call.address ?? '')
    const answer = await house.act({ session }, { readOnly: false, call }, async (ctx) => {
      if (mine.stage === 'complete') await ensureProven(ctx)
      if (!(await confirm(ctx, mine, code))) return undefined
      await settle(ctx, keys)
      const recoveryCodes = newRecoveryCodes()
      await keepRecoveryCodes(ctx, mine.id, recoveryCodes)
      await rememberBrowser(ctx, mine.id, visitor)
      ctx.note({ action: 'finishEnrolment', subject: mine.id })
      return { recoveryCodes, ...(await carryOn(ctx, mine.id, 'complete')) }
    })
    if (!answer) await noteFailure(house, mine, visitor)
    ensure(answer, codeWrong)
    return answer
  }
}

async function confirm(ctx: Ctx, { id }: Standing, code: string): Promise<boolean> {
  const own = ctx.db
    .selectFrom('second_factor')
    .select('next_seed')
    .where('county', '=', ctx.actor.county)
    .where('account_id', '=', id)
  const begun = await own.forUpdate().executeTakeFirst()
  ensure(begun?.next_seed, notBegun)
  const step = stepOf(ctx.vault.open(begun.next_seed), code, ctx.now)
  if (step === undefined) return false
  const set = { seed: begun.next_seed, next_seed: null, confirmed_at: ctx.now.toISOString(), last_step: String(step) }
  await ctx.db
    .updateTable('second_factor')
    .set(set)
    .where('county', '=', ctx.actor.county)
    .where('account_id', '=', id)
    .execute()
  return true
}
