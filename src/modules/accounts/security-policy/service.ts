import { type Selectable, sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { SecurityPolicy as PolicyRow } from '#platform/db/tables.ts'
import type { Service } from '#platform/http/bind.ts'
import { digestOf, textOf } from '#platform/integrity/index.ts'
import { ensure } from '#platform/refuse.ts'
import { ensureProven } from '../proof/index.ts'
import type { contract } from './contract.ts'
import { FIGURES, LIMITS, type SecurityPolicy } from './figures/index.ts'
import { DEFAULTS, problemsOf } from './rules.ts'
import { policyRefused } from './words.ts'

type Doors = typeof contract

/** The county's policy: what it set itself, or the defaults. */
export async function policyOf(ctx: Ctx, county = ctx.actor.county): Promise<SecurityPolicy> {
  const row = await ctx.db.selectFrom('security_policy').selectAll().where('county', '=', county).executeTakeFirst()
  return policyFrom(row)
}

export function policyFrom(row: Selectable<PolicyRow> | undefined): SecurityPolicy {
  if (!row) return DEFAULTS
  return {
    passwordProfile: row.password_profile === 'asvs5' ? 'asvs5' : 'gb22239-l3',
    leastLength: row.least_length,
    changeDays: row.change_days,
    remembered: row.remembered,
    wrongTries: row.wrong_tries,
    addressTries: row.address_tries,
    lockMinutes: row.lock_minutes,
    idleMinutes: row.idle_minutes,
    sessionHours: row.session_hours,
    sessionsEach: row.sessions_each,
    secondFactor: row.second_factor === 'optional' ? 'optional' : 'required',
    staffNetworks: row.staff_networks,
    administratorNetworks: row.administrator_networks,
  }
}

export async function writePolicy(ctx: Ctx, policy: SecurityPolicy): Promise<void> {
  const set = {
    password_profile: policy.passwordProfile,
    least_length: policy.leastLength,
    change_days: policy.changeDays,
    remembered: policy.remembered,
    wrong_tries: policy.wrongTries,
    address_tries: policy.addressTries,
    lock_minutes: policy.lockMinutes,
    idle_minutes: policy.idleMinutes,
    session_hours: policy.sessionHours,
    sessions_each: policy.sessionsEach,
    second_factor: policy.secondFactor,
    staff_networks: policy.staffNetworks,
    administrator_networks: policy.administratorNetworks,
    changed_by: ctx.actor.accountId,
    changed_at: ctx.now.toISOString(),
  }
  await ctx.db
    .insertInto('security_policy')
    .values({ county: ctx.actor.county, ...set })
    .onConflict((conflict) => conflict.column('county').doUpdateSet(set))
    .execute()
}

/** For a demonstration county or a test, which say so themselves: people sign in without a second factor. No page can do this. */
export async function leaveSecondFactorOptional(ctx: Ctx): Promise<void> {
  await writePolicy(ctx, { ...(await policyOf(ctx)), secondFactor: 'optional' })
}

async function showPolicy(ctx: Ctx): Promise<Output<Doors['showPolicy']>> {
  return { ...(await policyOf(ctx)), yourAddress: ctx.call.address, limits: LIMITS }
}

async function setPolicy(ctx: Ctx, wanted: Input<Doors['setPolicy']>): Promise<{ ok: true }> {
  await ensureProven(ctx)
  const before = await policyOf(ctx)
  const problems = problemsOf(wanted, before, ctx.call.address)
  ensure(problems.length === 0, () => policyRefused({ problems }))
  await writePolicy(ctx, wanted)
  await shortenSessions(ctx, wanted)
  const changed = [...FIGURES, 'passwordProfile', 'secondFactor', 'staffNetworks', 'administratorNetworks'] as const
  const fields = changed.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(wanted[field]))
  const digestOfPolicy = (policy: SecurityPolicy) =>
    digestOf(ctx.vault.mac(textOf('policy', [String(ctx.actor.county), JSON.stringify(policy)])))
  const digests = { before: digestOfPolicy(before), after: digestOfPolicy(await policyOf(ctx)) }
  ctx.note({ action: 'securityPolicyChanged', detail: { fields }, ...digests })
  return { ok: true }
}

/** A shorter limit holds for those who are signed in already; nobody's session grows longer. */
async function shortenSessions(ctx: Ctx, { idleMinutes, sessionHours }: SecurityPolicy): Promise<void> {
  await ctx.db
    .updateTable('session')
    .set({
      idle_minutes: sql`least(idle_minutes, ${idleMinutes}::smallint)`,
      expires_at: sql`least(expires_at, started_at + make_interval(hours => ${sessionHours}::int))`,
    })
    .where('county', '=', ctx.actor.county)
    .execute()
}

export const service: Service<Doors> = { showPolicy, setPolicy }
