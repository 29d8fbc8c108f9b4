import type { Ctx } from '#platform/ctx.ts'
import { type Act, inOrder } from './acts.ts'
import { counterActs } from './bank/index.ts'
import { servings, WEEK_MS, WEEKS, weekOf } from './volunteering/shifts.ts'

const SEED = 1213
const PARTS = 10

/** What was served and what was redeemed, day by day as it happened; a few weeks are one transaction. */
export const yearSteps = Array.from({ length: PARTS }, (_, part) => ({
  words: `一年的班次与兑换 a year of shifts and redemptions ${part + 1}/${PARTS}`,
  run: async (ctx: Ctx) => {
    const acts = [...(await servings(ctx, SEED)), ...(await counterActs(ctx))]
    await inOrder(acts.filter((act) => partOf(ctx, act) === part))
  },
}))

function partOf(ctx: Ctx, { at }: Act): number {
  const week = Math.floor((at.now.getTime() - weekOf(ctx, 0)) / WEEK_MS)
  return Math.min(PARTS - 1, Math.max(0, Math.floor((week * PARTS) / WEEKS)))
}
