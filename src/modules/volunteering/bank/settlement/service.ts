import { officeDay } from '#platform/clock.ts'
import type { Input } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { ensure } from '#platform/refuse.ts'
import type { contract } from './contract.ts'
import { answerDispute, approveSettlement, correctSettlement, paySettlement } from './deciding/index.ts'
import { draftMonth } from './drafting/index.ts'
import { fileOf } from './paper/index.ts'
import { settlementOf, settlementsOf } from './rows/index.ts'
import { nextMonth } from './rules.ts'
import { monthNotOver } from './words.ts'

type Doors = typeof contract

export async function draftSettlements(
  ctx: Ctx,
  { month }: Input<Doors['draftSettlements']>,
): Promise<{ drafted: number }> {
  const first = `${month}-01`
  ensure(nextMonth(first) <= officeDay(ctx.now), monthNotOver)
  return { drafted: await draftMonth(ctx, first) }
}

export const service: Service<Doors> = {
  listSettlements: async (ctx, filters) => {
    const items = await settlementsOf(ctx, filters)
    return { items, total: items.length }
  },
  readSettlement: (ctx, { id }) => settlementOf(ctx, { id }),
  draftSettlements,
  correctSettlement,
  answerDispute,
  approveSettlement,
  paySettlement,
  downloadSettlement: async (ctx, { id, format }) => fileOf(ctx, await settlementOf(ctx, { id }), format),
}
