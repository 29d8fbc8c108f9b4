import { z } from 'zod'
import type { Ctx } from '#platform/ctx.ts'
import { defaultLimits, type StrengthLimits } from '../index.ts'

const age = z.int().min(50, '年龄从 50 岁起').max(120).nullable()
const step = z.object({ warn: age, consent: age, refuse: age })

/** What a county may set; ages rise from a warning to a refusal. */
export const limitsSchema = z.object({
  ages: z.array(step).length(4),
  consentHealth: z.array(z.string().regex(/^\d{1,2}$/)).max(60),
  weekMinutes: z
    .object({ warn: z.int().min(60).max(10_080), consent: z.int().min(60).max(10_080) })
    .refine(({ warn, consent }) => warn <= consent, '提醒的时长不能长于需要同意的时长'),
})

/** What the county allows on a day: its newest rule that has begun by then, else ours. */
export async function limitsOn(ctx: Ctx, day: string): Promise<StrengthLimits> {
  const row = await ctx.db
    .selectFrom('strength_limit')
    .select('limits')
    .where('county', '=', ctx.actor.county)
    .where('since', '<=', day)
    .orderBy('since', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? limitsSchema.parse(row.limits) : defaultLimits
}
