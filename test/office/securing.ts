import { policyOf, registerAccount, type SecurityPolicy, writePolicy } from '#modules/accounts/index.ts'
import { contract as secondFactor } from '#modules/accounts/second-factor/contract.ts'
import { contract as sessions } from '#modules/accounts/sessions/contract.ts'
import { newId } from '#platform/ids.ts'
import type { Office } from '#test/office.ts'
import { codeAt } from './authenticator.ts'
import { codeGrants } from './coded.ts'
import { PLACES } from './county.ts'
import { type Visitor, visitor } from './visitor.ts'

export const PASSWORD = 'Haitang-7-chuang'

/** What a county at work asks: a second factor of everybody, and whatever else is named. */
export async function secure(o: Office, wished: Partial<SecurityPolicy> = {}): Promise<void> {
  await o.act(async (ctx) => writePolicy(ctx, { ...(await policyOf(ctx)), secondFactor: 'required', ...wished }))
}

export type Somebody = { id: string; login: string; password: string }

/** Somebody with a password of their own and a role over the county, who has never signed in. */
export async function employ(o: Office, login = 'zhaoli', role = 'bureau_staff'): Promise<Somebody> {
  const at = o.clock.now().toISOString()
  return o.act(async (ctx) => {
    const { id } = await registerAccount(ctx, { login, name: '赵丽', password: PASSWORD, mustChange: false })
    const { holder_id } = await ctx.db
      .selectFrom('account')
      .select('holder_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const grant = { county: o.county, id: newId(), account_id: id, holder_id, role, granted_at: at }
    const area = role.endsWith('_administrator') || role === 'partner' ? {} : { place_code: PLACES.county }
    await ctx.db
      .insertInto('account_grant')
      .values({ ...grant, ...area, valid: '[2020-01-01,)' })
      .execute()
    await codeGrants(ctx, [grant.id])
    return { id, login, password: PASSWORD }
  })
}

export type Enrolled = { seed: string; recoveryCodes: string[]; browser: Visitor }

/** Signs in for the first time and sets an authenticator up. */
export async function enrol(o: Office, { login, password }: Somebody, browser = visitor(o)): Promise<Enrolled> {
  await browser.call(sessions).signIn({ login, password })
  const { seed } = await browser.call(secondFactor).beginEnrolment()
  const { recoveryCodes } = await browser.call(secondFactor).finishEnrolment({ code: codeAt(seed, o.clock.now()) })
  return { seed, recoveryCodes, browser }
}
