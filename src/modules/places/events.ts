import type { OfficeEvent } from '#platform/ctx.ts'

/**
 * Told after a place was abolished. Everything below it ended with it; each ended place's row names its own successor, so
 * a listener moves what stood at a code to that row's `successor` and leaves alone what has none.
 */
export function placesAbolished(data: { code: string; successor: string | null; on: string }): OfficeEvent {
  return { type: 'places.abolished', data }
}
