import { placeRange } from '#modules/places/index.ts'
import type { Actor } from '#platform/ctx.ts'

/** Whether a place lies within somebody's area: teams, posts, trainings and needs are kept by those whose place they stand in. */
export function holdsPlace(actor: Pick<Actor, 'scope'>, placeCode: string): boolean {
  if (actor.scope.all) return true
  const { lo, hi } = placeRange(placeCode)
  return actor.scope.places.some((span) => span.lo <= lo && hi <= span.hi)
}
