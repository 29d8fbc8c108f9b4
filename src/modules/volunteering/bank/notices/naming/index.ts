import { sql } from 'kysely'
import { z } from 'zod'
import type { Ctx } from '#platform/ctx.ts'
import type { Listener } from '#platform/house/outbox.ts'
import { newId } from '#platform/ids.ts'
import { ensure } from '#platform/refuse.ts'
import type { OnBehalf } from '../../codes/index.ts'
import { ensureSeen } from '../../redemptions/index.ts'
import * as no from '../words.ts'

type Wish = { personId: string; isNamed: boolean; onBehalf: OnBehalf }

/** As it stands: since when somebody is not named, and by whose hand. */
export async function namingOf(ctx: Ctx, personId: string) {
  const row = await ctx.db
    .selectFrom('bank_unnamed')
    .select(['since_at', 'on_behalf'])
    .where('county', '=', ctx.actor.county)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  const onBehalf = (row?.on_behalf as OnBehalf | undefined) ?? null // the table checks it
  return { personId, isNamed: !row, since: row?.since_at ?? null, onBehalf }
}

export async function readNaming(ctx: Ctx, { personId }: { personId: string }) {
  await ensureSeen(ctx, personId)
  return namingOf(ctx, personId)
}

export async function setNaming(ctx: Ctx, { personId, isNamed }: { personId: string; isNamed: boolean }) {
  await ensureSeen(ctx, personId)
  ensure(await nameInNotices(ctx, { personId, isNamed, onBehalf: 'clerk' }), no.namedBefore)
  return { ok: true } as const
}

/** From then on they stand in no notice by name, in those that are open neither: the sums stay. Wished twice it is done once; answers whether it was now. */
export async function nameInNotices(ctx: Ctx, wish: Wish): Promise<boolean> {
  const done = await (wish.isNamed ? endUnnamed(ctx, wish) : beginUnnamed(ctx, wish))
  if (done !== 1n) return false
  ctx.emit({ type: 'notices.naming_set', data: { personId: wish.personId, isNamed: wish.isNamed } })
  return true
}

async function beginUnnamed(ctx: Ctx, { personId, onBehalf }: Wish): Promise<bigint | undefined> {
  const stamp = { since_at: ctx.now.toISOString(), by_account: ctx.actor.accountId, on_behalf: onBehalf }
  const written = await ctx.db
    .insertInto('bank_unnamed')
    .values({ county: ctx.actor.county, id: newId(ctx.now.getTime()), person_id: personId, ...stamp })
    .onConflict((on) => on.columns(['county', 'person_id']).where('ended_at', 'is', null).doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows
}

async function endUnnamed(ctx: Ctx, { personId, onBehalf }: Wish): Promise<bigint> {
  const ended = await ctx.db
    .updateTable('bank_unnamed')
    .set({ ended_at: ctx.now.toISOString(), ended_by: ctx.actor.accountId, ended_on_behalf: onBehalf })
    .where('county', '=', ctx.actor.county)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return ended.numUpdatedRows
}

const erased = z.object({ ids: z.array(z.string()) })

/** An erased name leaves the notices too; what was earned stays in the sums. 个人信息保护法 第四十七条. */
export const withdrawNames: Listener = {
  name: 'bank.notices_forget',
  hears: 'people.erased',
  hear: async (ctx, event) => {
    const { ids } = erased.parse(event.data)
    await sql`update bank_notice_line set masked_name = '*', is_named = false
               where county = ${ctx.actor.county} and person_id = any (${ids}::uuid[])`.execute(ctx.db)
  },
}
