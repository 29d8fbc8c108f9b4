import type { Ctx } from '#platform/ctx.ts'

export { volunteersComeBack, volunteersPassAway } from './events.ts'
export { ensureVolunteer } from './policy.ts'
export { routes } from './routes.ts'
export { registerVolunteer } from './service.ts'

/** Somebody's registration today, whoever asks: number, skills and how much a week they want at most. */
export async function volunteerOf(ctx: Ctx, personId: string) {
  const row = await ctx.db
    .selectFrom('volunteer')
    .select(['id', 'number', 'skills', 'week_minutes as weekMinutes'])
    .where('county', '=', ctx.actor.county)
    .where('person_id', '=', personId)
    .where('left_on', 'is', null)
    .executeTakeFirst()
  return row ?? null
}
