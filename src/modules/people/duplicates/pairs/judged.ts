import type { Ctx } from '#platform/ctx.ts'
import type { PersonRow } from '../../book/index.ts'
import { facesOf } from '../faces/index.ts'
import { likeness, type Weight } from '../rules.ts'
import { inOrder } from './found.ts'

export type Judgement = 'open' | 'different' | 'merged'
type Two = readonly [Pick<PersonRow, 'id'>, Pick<PersonRow, 'id'>]

export async function judgementOf(
  ctx: Ctx,
  [one, two]: Two,
): Promise<{ status: string; by: string | null; at: string | null } | undefined> {
  const { first, second } = inOrder(one.id, two.id)
  return ctx.db
    .selectFrom('duplicate_pair as d')
    .leftJoin('account as a', (join) => join.onRef('a.county', '=', 'd.county').onRef('a.id', '=', 'd.judged_by'))
    .select(['d.status', 'a.name as by', 'd.judged_at as at'])
    .where('d.county', '=', ctx.actor.county)
    .where('d.first_id', '=', first)
    .where('d.second_id', '=', second)
    .executeTakeFirst()
}

export async function weightOf(ctx: Ctx, [one, two]: Two): Promise<Weight> {
  const faces = await facesOf(ctx, [one.id, two.id])
  const [a, b] = [faces.get(one.id), faces.get(two.id)]
  return a && b ? likeness(a, b) : { score: 0, reasons: [], isListed: false }
}

export async function judge(ctx: Ctx, two: Two, status: Judgement): Promise<void> {
  const { first, second } = inOrder(two[0].id, two[1].id)
  const { score, reasons } = await weightOf(ctx, two)
  const at = ctx.now.toISOString()
  const judged =
    status === 'open' ? { judged_by: null, judged_at: null } : { judged_by: ctx.actor.accountId, judged_at: at }
  await ctx.db
    .insertInto('duplicate_pair')
    .values({
      county: ctx.actor.county,
      first_id: first,
      second_id: second,
      score,
      reasons,
      status,
      found_at: at,
      ...judged,
    })
    .onConflict((known) => known.columns(['county', 'first_id', 'second_id']).doUpdateSet({ status, ...judged }))
    .execute()
}
