import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { contract } from './contract.ts'
import { coverOf, groupsOf, linesOf } from './roll/index.ts'
import { addUp, groupWhere, opens, questionOf } from './rules.ts'

type In<K extends keyof typeof contract> = Input<(typeof contract)[K]>
type Out<K extends keyof typeof contract> = Promise<Output<(typeof contract)[K]>>

/** The book by groups. Every total comes with the question that finds exactly its people. */
export async function readPersonLedger(ctx: Ctx, cut: In<'readPersonLedger'>): Out<'readPersonLedger'> {
  const cover = await coverOf(ctx, cut)
  const groups = await groupsOf(ctx, cut)
  return {
    ...cover,
    asOf: officeDay(ctx.now),
    isWhole: ctx.actor.scope.all,
    question: questionOf(cut),
    opens,
    groups: groups.map((group) => ({ ...group, where: groupWhere(cut.groupBy, group.key) })),
    totals: addUp(groups.map((group) => group.totals)),
  }
}

export async function readPersonLedgerGroup(
  ctx: Ctx,
  { key, offset, limit, ...cut }: In<'readPersonLedgerGroup'>,
): Out<'readPersonLedgerGroup'> {
  await coverOf(ctx, cut)
  const group = (await groupsOf(ctx, cut)).find((one) => one.key === key)
  if (!group) return { items: [], total: 0 }
  const lines = await linesOf(ctx, cut, { key, offset, limit })
  return { items: lines.map((line) => line.entry), total: group.totals.people }
}
