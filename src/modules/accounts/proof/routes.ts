import type { Input } from '#platform/contract.ts'
import type { House } from '#platform/house/house.ts'
import type { Routes } from '#platform/http/bind.ts'
import { ensure, forbidden, signedOut } from '#platform/refuse.ts'
import { mountJudged, type Visitor } from '../door/judged.ts'
import { fitsPassword } from '../passwords/index.ts'
import { spendCode } from '../second-factor/codes/index.ts'
import { charged, limitsOf, type Standing, standingOf } from '../sessions/standing/index.ts'
import { tooManyTries } from '../sessions/words.ts'
import { forgetTries, type Key } from '../throttle/index.ts'
import { contract } from './contract.ts'
import { proofWrong } from './words.ts'

type Asked = Input<typeof contract.proveMyself>

/** Asked of somebody who is signed in: at an unattended screen it is somebody else. */
function newProof(house: House) {
  return async (asked: Asked, { session, call }: Visitor): Promise<{ ok: true }> => {
    ensure(session, signedOut)
    const mine = await house.act({ session }, { readOnly: true, call }, standingOf)
    ensure(mine.stage === 'complete', forbidden)
    const key: Key = { kind: 'proof', of: mine.id }
    const locked = await charged(house, mine.county, [{ ...key, limit: limitsOf(mine.policy).own }])
    ensure(!locked, tooManyTries)
    const isRight = await fits(house, mine, asked)
    await house.act({ session }, { readOnly: false, call }, async (ctx) => {
      ctx.note({ action: 'proveMyself', subject: mine.id, result: isRight ? 'done' : 'failed' })
      if (!isRight) return
      await forgetTries(ctx, [key])
      await ctx.db
        .updateTable('session')
        .set({ proven_at: ctx.now.toISOString() })
        .where('county', '=', mine.county)
        .where('id', '=', mine.sessionId)
        .execute()
    })
    ensure(isRight, proofWrong)
    return { ok: true }
  }
}

async function fits(house: House, mine: Standing, { password, code }: Asked): Promise<boolean> {
  if (password !== undefined) return fitsPassword(password, mine.hash)
  const spent = await house.act({ system: mine.county }, { readOnly: false }, (ctx) => spendCode(ctx, mine, code ?? ''))
  return spent !== undefined
}

export const proofRoutes: Routes = {
  contract,
  mount: (app, house) => mountJudged(app, contract.proveMyself, newProof(house)),
}
