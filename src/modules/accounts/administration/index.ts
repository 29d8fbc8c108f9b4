import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import { type AccountState, ADMINISTRATORS, type Administrator, isAdministrator } from '../rules.ts'
import { lastAdministrator } from '../words.ts'

/** Does what takes rights away, and refuses it where one of the three administrations would then be held by nobody; two at once go one after the other. */
export async function keepingAdministrators<T>(ctx: Ctx, work: () => Promise<T>): Promise<T> {
  await ctx.db.selectFrom('county').select('county').where('county', '=', ctx.actor.county).forNoKeyUpdate().execute()
  const before = await heldIn(ctx)
  const result = await work()
  const after = await heldIn(ctx)
  for (const role of before) ensure(after.has(role), () => lastAdministrator({ role }))
  return result
}

/** The administrations for which nobody can sign in today. */
export async function vacantIn(ctx: Ctx): Promise<Administrator[]> {
  const held = await heldIn(ctx, ['open'])
  return ADMINISTRATORS.filter((role) => !held.has(role))
}

const STANDING: readonly AccountState[] = ['open', 'invited', 'disabled']

async function heldIn(ctx: Ctx, states = STANDING): Promise<ReadonlySet<Administrator>> {
  const rows = await ctx.db
    .selectFrom('account_grant')
    .innerJoin('account', (on) =>
      on.onRef('account.county', '=', 'account_grant.county').onRef('account.id', '=', 'account_id'),
    )
    .select('role')
    .distinct()
    .where('account_grant.county', '=', ctx.actor.county)
    .where('account.status', 'in', states)
    .where('role', 'in', ADMINISTRATORS)
    .where('revoked_at', 'is', null)
    .where(sql<boolean>`valid @> ${officeDay(ctx.now)}::date`)
    .execute()
  return new Set(rows.map(({ role }) => role).filter(isAdministrator))
}
