import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { isOneself } from '#platform/oneself.ts'
import { ensure } from '#platform/refuse.ts'
import { ensureProven } from '../../proof/index.ts'
import type { contract } from '../contract.ts'
import { LEAST_DAYS, USUAL_DAYS } from '../rules.ts'
import { keptTooShort, ownRetention, retentionGone } from '../words.ts'

type Doors = typeof contract
type Seen = Input<Doors['approveAuditRetention']>
const done = { ok: true } as const

export async function retentionWishOf(ctx: Ctx): Promise<Output<Doors['readAuditState']>['wish']> {
  const row = await ctx.db
    .selectFrom('audit_retention_wish as w')
    .leftJoin('account as a', (on) => on.onRef('a.county', '=', 'w.county').onRef('a.id', '=', 'w.asked_by'))
    .select(['w.id', 'w.keep_days as keepDays', 'w.asked_at as askedAt', 'a.name'])
    .where('w.county', '=', ctx.actor.county)
    .executeTakeFirst()
  return row ? { id: row.id, keepDays: row.keepDays, askedAt: row.askedAt, askedBy: row.name ?? '' } : null
}

async function daysNow(ctx: Ctx): Promise<number> {
  const row = await ctx.db
    .selectFrom('audit_setting')
    .select('keep_days')
    .where('county', '=', ctx.actor.county)
    .executeTakeFirst()
  return row?.keep_days ?? USUAL_DAYS
}

/** Changes nothing: the rows are kept as long as before until the security administrator says yes. */
export async function askAuditRetention(
  ctx: Ctx,
  { keepDays }: Input<Doors['askAuditRetention']>,
): Promise<typeof done> {
  await ensureProven(ctx)
  ensure(keepDays >= LEAST_DAYS, () => keptTooShort({ least: LEAST_DAYS }))
  const [id, asked_by, asked_at] = [newId(ctx.now.getTime()), ctx.actor.accountId ?? '', ctx.now.toISOString()]
  const set = { id, keep_days: keepDays, asked_by, asked_at }
  await ctx.db
    .insertInto('audit_retention_wish')
    .values({ county: ctx.actor.county, ...set })
    .onConflict((conflict) => conflict.column('county').doUpdateSet(set))
    .execute()
  ctx.note({ action: 'audit.retention_asked', detail: { keepDays, before: await daysNow(ctx) } })
  return done
}

/** Takes the wish that was seen: one that was changed since is another, and of two who decide at once one does. */
async function takeWish(ctx: Ctx, { id }: Seen) {
  await ensureProven(ctx)
  const wish = await ctx.db
    .deleteFrom('audit_retention_wish')
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  ensure(wish, retentionGone)
  ensure(!isOneself(ctx.actor, wish.asked_by), ownRetention)
  return wish
}

export async function approveAuditRetention(ctx: Ctx, seen: Seen): Promise<typeof done> {
  const { keep_days, asked_by } = await takeWish(ctx, seen)
  const before = await daysNow(ctx)
  const set = { keep_days, asked_by, changed_by: ctx.actor.accountId, changed_at: ctx.now.toISOString() }
  await ctx.db
    .insertInto('audit_setting')
    .values({ county: ctx.actor.county, ...set })
    .onConflict((conflict) => conflict.column('county').doUpdateSet(set))
    .execute()
  ctx.note({ action: 'audit.retention', detail: { keepDays: keep_days, before, askedBy: asked_by } })
  return done
}

export async function refuseAuditRetention(ctx: Ctx, seen: Seen): Promise<typeof done> {
  const { keep_days: keepDays, asked_by: askedBy } = await takeWish(ctx, seen)
  ctx.note({ action: 'audit.retention_refused', detail: { keepDays, askedBy } })
  return done
}
