import { sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { gatewayOf } from '../gateway/index.ts'
import { QUIET, type Quiet } from '../rules.ts'
import type { contract } from './contract.ts'

type Doors = typeof contract

/** The county's quiet hours. */
export async function quietOf(ctx: Ctx): Promise<Quiet> {
  const row = await ctx.db
    .selectFrom('message_setting')
    .select([
      sql<string>`to_char(quiet_from, 'HH24:MI')`.as('from'),
      sql<string>`to_char(quiet_to, 'HH24:MI')`.as('to'),
    ])
    .where('county', '=', ctx.actor.county)
    .executeTakeFirst()
  return row ?? QUIET
}

async function showMessageSettings(ctx: Ctx): Promise<Output<Doors['showMessageSettings']>> {
  const { from, to } = await quietOf(ctx)
  const hasGateway = (await gatewayOf(ctx)) !== null
  return {
    quietFrom: from,
    quietTo: to,
    hasGateway,
    can: { change: ctx.actor.permissions.has('messages.manage') },
  }
}

async function setQuietHours(ctx: Ctx, { quietFrom, quietTo }: Input<Doors['setQuietHours']>): Promise<{ ok: true }> {
  const set = {
    quiet_from: quietFrom,
    quiet_to: quietTo,
    changed_by: ctx.actor.accountId,
    changed_at: ctx.now.toISOString(),
  }
  await ctx.db
    .insertInto('message_setting')
    .values({ county: ctx.actor.county, ...set })
    .onConflict((conflict) => conflict.column('county').doUpdateSet(set))
    .execute()
  return { ok: true }
}

export const service: Service<Doors> = { showMessageSettings, setQuietHours }
