import type { Ctx } from '#platform/ctx.ts'
import { countiesOf, type Job } from '#platform/house/jobs.ts'
import { leaveTraces } from '#platform/traces/index.ts'
import { endLongOver, forgetRelatives } from './forgetting/index.ts'

/** Whoever acts for nobody any more is not kept by name: 个人信息保护法 第四十七条, when the purpose is over. */
export async function forgetFormerRelatives(ctx: Ctx): Promise<void> {
  await endLongOver(ctx)
  if (await forgetRelatives(ctx, 'all')) await leaveTraces(ctx)
}

/** Before the night in which tables are written anew comes to it. */
export const relativesJob: Job = {
  task: 'elder_access.forget_relatives',
  daily: { hour: 2, minute: 50 },
  run: async (house) => {
    for (const county of await countiesOf(house))
      await house.act({ system: county }, { readOnly: false }, forgetFormerRelatives)
  },
}
