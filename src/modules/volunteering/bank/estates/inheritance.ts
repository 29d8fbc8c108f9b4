import { balanceOf, post } from '#modules/ledger/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { ensure } from '#platform/refuse.ts'
import { familyOf } from '../wallets/giving.ts'
import * as no from './words.ts'

export type Estate = { personId: string; heirId: string; reason: string }

/** Asks that the points of somebody deceased go to an heir: all of them, once a second person agrees. Hours stay as an honour. */
export async function askInheritance(ctx: Ctx, { personId, heirId, reason }: Estate): Promise<{ id: string }> {
  const county = ctx.actor.county
  await ensureHeir(ctx, { personId, heirId })
  const { free } = await balanceOf(ctx, 'points', { kind: 'wallet', owner: personId })
  ensure(free > 0, no.nothingLeft)
  const open = ctx.db.selectFrom('bank_request').select('id').where('county', '=', county)
  const asked = open.where('kind', '=', 'inheritance').where('subject_id', '=', personId).where('status', '=', 'asked')
  ensure(!(await asked.executeTakeFirst()), no.askedBefore)
  const id = newId()
  await ctx.db
    .insertInto('bank_request')
    .values({
      county,
      id,
      kind: 'inheritance',
      subject_id: personId,
      heir_id: heirId,
      points: free,
      reason,
      status: 'asked',
      asked_by: ctx.actor.accountId,
      asked_at: ctx.now.toISOString(),
    })
    .execute()
  return { id }
}

/** Both records are locked, so that a death taken back at the same moment waits for this act or is seen by it. */
async function ensureHeir(ctx: Ctx, { personId, heirId }: Omit<Estate, 'reason'>): Promise<void> {
  const statusOf = await lockBoth(ctx, [personId, heirId])
  ensure(statusOf(personId) === 'deceased', no.notDeceased)
  ensure(heirId !== personId && ['living', 'moved_out'].includes(statusOf(heirId) ?? ''), no.noHeir)
  const family = await familyOf(ctx, personId)
  ensure(
    family.some((one) => one.personId === heirId),
    no.heirNotFamily,
  )
}

export async function lockBoth(ctx: Ctx, ids: readonly string[]): Promise<(id: string) => string | undefined> {
  const people = await ctx.db
    .selectFrom('person')
    .select(['id', 'status'])
    .where('county', '=', ctx.actor.county)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
  return (id) => people.find((one) => one.id === id)?.status
}

type Agreed = { id: string; subject_id: string; heir_id: string | null; reason: string }

/** Posts what is there when it is agreed to: a hold that ended meanwhile came back to it. Who lives again, or is no longer family, is seen here. */
export async function inherit(ctx: Ctx, { id, subject_id, heir_id, reason }: Agreed, approvedBy: string | undefined) {
  ensure(heir_id, no.nothingLeft)
  await ensureHeir(ctx, { personId: subject_id, heirId: heir_id })
  const { free } = await balanceOf(ctx, 'points', { kind: 'wallet', owner: subject_id })
  ensure(free > 0, no.nothingLeft)
  const ref = { kind: 'inheritance', id }
  await post(ctx, [
    {
      id: newId(),
      unit: 'points',
      from: { kind: 'wallet', owner: subject_id },
      to: { kind: 'wallet', owner: heir_id },
      amount: free,
      code: 'inherit',
      ref,
      reason,
      approvedBy,
    },
  ])
}
