import type { Ctx } from '#platform/ctx.ts'
import type { House } from '#platform/house/house.ts'
import { ensure, signedOut } from '#platform/refuse.ts'
import { policyOf, type SecurityPolicy } from '../../security-policy/index.ts'
import { type Charge, chargeTries, type Limit } from '../../throttle/index.ts'
import { STAGES, type Stage } from '../rules.ts'

export type Standing = {
  county: number
  countyName: string
  id: string
  sessionId: string
  stage: Stage
  login: string
  name: string
  lang: 'zh' | 'en'
  hash: string
  mustChange: boolean
  passwordSetAt: Date
  /** The sealed seed and the last step used, once a first code was right. */
  factor: { seed: Buffer; lastStep: number } | undefined
  policy: SecurityPolicy
}

export async function standingOf(ctx: Ctx): Promise<Standing> {
  const { county, accountId, sessionId } = ctx.actor
  const row = await ctx.db
    .selectFrom('session')
    .innerJoin('account', (on) =>
      on.onRef('account.county', '=', 'session.county').onRef('account.id', '=', 'session.account_id'),
    )
    .innerJoin('county', 'county.county', 'account.county')
    .leftJoin('second_factor', (on) =>
      on
        .onRef('second_factor.county', '=', 'account.county')
        .onRef('second_factor.account_id', '=', 'account.id')
        .on('second_factor.confirmed_at', 'is not', null),
    )
    .select(['account.id', 'login', 'account.name', 'lang', 'must_change_password', 'password_hash', 'password_set_at'])
    .select(['county.name as county_name', 'session.id as session_id', 'stage', 'seed', 'last_step'])
    .where('session.county', '=', county)
    .where('session.id', '=', sessionId)
    .where('account.id', '=', accountId)
    .executeTakeFirst()
  ensure(row, signedOut)
  return {
    county,
    countyName: row.county_name,
    id: row.id,
    sessionId: row.session_id,
    stage: STAGES.find((stage) => stage === row.stage) ?? 'enrolment',
    login: row.login,
    name: row.name,
    lang: row.lang === 'en' ? 'en' : 'zh',
    hash: row.password_hash,
    mustChange: row.must_change_password,
    passwordSetAt: new Date(row.password_set_at),
    factor: row.seed ? { seed: row.seed, lastStep: Number(row.last_step) } : undefined,
    policy: await policyOf(ctx),
  }
}

export const limitsOf = ({
  wrongTries,
  addressTries,
  lockMinutes,
}: SecurityPolicy): { own: Limit; address: Limit } => ({
  own: { most: wrongTries, minutes: lockMinutes },
  address: { most: addressTries, minutes: lockMinutes },
})

/** Counts tries in a transaction of their own, before anything is judged; answers which key was locked already. */
export function charged(house: House, county: number, charges: readonly Charge[]) {
  return house.act({ system: county }, { readOnly: false }, (ctx) => chargeTries(ctx, county, charges))
}
