import { pinyin } from 'pinyin-pro'
import type { Input } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { House } from '#platform/house/house.ts'
import { ensure, forbidden, signedOut } from '#platform/refuse.ts'
import type { Visitor } from '../../door/judged.ts'
import { fitsAny, fitsPassword, hashPassword, weaknessesOf } from '../../passwords/index.ts'
import { passwordRuleOf } from '../../security-policy/index.ts'
import { forgetTries, type Key } from '../../throttle/index.ts'
import { rememberBrowser } from '../browsers/index.ts'
import type { contract } from '../contract.ts'
import { formerPasswords, retirePassword } from '../former-passwords/index.ts'
import { carryOn, type Entered, endSessions } from '../opening/index.ts'
import { stageOf } from '../rules.ts'
import { charged, limitsOf, type Standing, standingOf } from '../standing/index.ts'
import { oldPasswordWrong, samePassword, tooManyTries, weakPassword } from '../words.ts'

type Asked = Input<typeof contract.changeMyPassword>

export type ChangePassword = (asked: Asked, visitor: Visitor) => Promise<Entered>

/** The old password is judged like at the door: an unattended browser must not become a place to guess it in. */
export function newPasswordChange(house: House): ChangePassword {
  return async ({ old, fresh }, visitor) => {
    const { session, call } = visitor
    ensure(session, signedOut)
    const look = { readOnly: true, call }
    const { mine, former } = await house.act({ session }, look, async (ctx) => {
      const standing = await standingOf(ctx)
      return { mine: standing, former: await formerPasswords(ctx, standing.id, standing.policy.remembered) }
    })
    ensure(mine.stage === 'complete' || mine.stage === 'password_expired', forbidden)
    const key: Key = { kind: 'proof', of: mine.id }
    const locked = await charged(house, mine.county, [{ ...key, limit: limitsOf(mine.policy).own }])
    ensure(!locked, tooManyTries)
    ensure(await fitsPassword(old, mine.hash), oldPasswordWrong)
    await house.act({ system: mine.county }, { readOnly: false }, (ctx) => forgetTries(ctx, [key]))
    ensure(old.normalize('NFKC') !== fresh.normalize('NFKC'), samePassword)
    await ensureStrong(mine, { fresh, former })
    const hash = await hashPassword(fresh)
    return house.act({ session }, { readOnly: false, call }, async (ctx) => {
      await keepPassword(ctx, mine, hash)
      ctx.note({ action: 'changeMyPassword', subject: mine.id })
      return goOn(ctx, mine, visitor)
    })
  }
}

type Wanted = { fresh: string; former: readonly string[] }

async function ensureStrong(mine: Standing, { fresh, former }: Wanted): Promise<void> {
  const rule = passwordRuleOf(mine.policy)
  const county = mine.countyName.replace(/[县市区旗]$/u, '')
  const about = [mine.login, mine.name, inLatin(mine.name), county, inLatin(county), mine.countyName]
  const weaknesses = weaknessesOf(fresh, about, rule)
  if (weaknesses.length === 0 && (await fitsAny(fresh, former))) weaknesses.push('reused')
  ensure(weaknesses.length === 0, () => weakPassword({ weaknesses, rule }))
}

const inLatin = (text: string) => pinyin(text, { toneType: 'none', separator: '' })

async function keepPassword(ctx: Ctx, mine: Standing, password_hash: string): Promise<void> {
  await retirePassword(ctx, mine.id, mine.policy.remembered)
  const changed = await ctx.db
    .updateTable('account')
    .set({ password_hash, must_change_password: false, password_set_at: ctx.now.toISOString() })
    .where('county', '=', mine.county)
    .where('id', '=', mine.id)
    // A reset meanwhile wins.
    .where('password_hash', '=', mine.hash)
    .returning('id')
    .executeTakeFirst()
  ensure(changed, oldPasswordWrong)
}

/** Other devices are signed out; a session that waited for the new password goes on to its next stage. */
async function goOn(ctx: Ctx, mine: Standing, visitor: Visitor): Promise<Entered> {
  await endSessions(ctx, mine.id, mine.sessionId)
  if (mine.stage === 'complete') return { stage: 'complete', endedElsewhere: 0 }
  const isRequired = mine.policy.secondFactor === 'required'
  const isEnrolled = mine.factor !== undefined
  const stage = stageOf({ mustChange: false, isEnrolled, isRequired, hasGivenCode: false })
  if (stage === 'complete') await rememberBrowser(ctx, mine.id, visitor)
  return carryOn(ctx, mine.id, stage)
}
