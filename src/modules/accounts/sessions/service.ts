import { sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { passwordRuleOf } from '../security-policy/index.ts'
import type { contract } from './contract.ts'
import { myself } from './myself/index.ts'

type Doors = Omit<typeof contract, 'signIn' | 'changeMyPassword'>
const done = { ok: true } as const

async function signOut(ctx: Ctx): Promise<{ ok: true }> {
  const { county, sessionId } = ctx.actor
  if (sessionId) await ctx.db.deleteFrom('session').where('county', '=', county).where('id', '=', sessionId).execute()
  ctx.call.session = 'end'
  return done
}

async function whoAmI(ctx: Ctx): Promise<Output<Doors['whoAmI']>> {
  const { login, name, lang, stage, isFirstPassword, hasSecondFactor, policy, county, grants } = await myself(ctx)
  return {
    account: { id: ctx.actor.accountId ?? '', login, name, lang },
    stage,
    isFirstPassword,
    passwordRule: passwordRuleOf(policy),
    hasSecondFactor,
    county: { code: ctx.actor.county, name: county },
    roles: [...new Set(grants.map((grant) => grant.role))],
    scope: [...new Set(grants.map((grant) => grant.area))],
    permissions: [...ctx.actor.permissions].sort(),
  }
}

async function changeMyLanguage(ctx: Ctx, { lang }: Input<Doors['changeMyLanguage']>): Promise<{ ok: true }> {
  const { county, accountId } = ctx.actor
  await ctx.db.updateTable('account').set({ lang }).where('county', '=', county).where('id', '=', accountId).execute()
  return done
}

async function myDevices(ctx: Ctx): Promise<Output<Doors['myDevices']>> {
  const at = ctx.now.toISOString()
  const rows = await ctx.db
    .selectFrom('session')
    .select(['id', 'started_at', 'seen_at', 'expires_at', 'address', 'agent'])
    .where('county', '=', ctx.actor.county)
    .where('account_id', '=', ctx.actor.accountId)
    .where('stage', '=', 'complete')
    .where('expires_at', '>', at)
    .where(sql<boolean>`seen_at > ${at}::timestamptz - make_interval(mins => idle_minutes)`)
    .orderBy('seen_at', 'desc')
    .execute()
  const items = rows.map(({ id, started_at: startedAt, seen_at: seenAt, expires_at: expiresAt, address, agent }) => {
    return { id, startedAt, seenAt, expiresAt, address, agent, isThisOne: id === ctx.actor.sessionId }
  })
  return { items, total: items.length }
}

async function endSession(ctx: Ctx, { id }: Input<Doors['endSession']>): Promise<{ ok: true }> {
  const mine = ctx.db
    .deleteFrom('session')
    .where('county', '=', ctx.actor.county)
    .where('account_id', '=', ctx.actor.accountId)
  const [ended] = await mine.where('id', '=', id).execute()
  ensure(ended?.numDeletedRows, notFound)
  if (id === ctx.actor.sessionId) ctx.call.session = 'end'
  return done
}

export const service: Service<Doors> = { signOut, whoAmI, changeMyLanguage, myDevices, endSession }
