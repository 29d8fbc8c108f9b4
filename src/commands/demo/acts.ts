import type { Ctx } from '#platform/ctx.ts'

/** Something that happens at its moment. Acts of all kinds are planned first and done in the order of their days, as the ledgers show them. */
export type Act = { at: Ctx; run: (at: Ctx) => Promise<unknown> }

export async function inOrder(acts: readonly Act[]): Promise<void> {
  for (const { at, run } of acts.toSorted((a, b) => a.at.now.getTime() - b.at.now.getTime())) await run(at)
}
