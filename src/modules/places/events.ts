import type { OfficeEvent } from '#platform/ctx.ts'

/** Each ended place's own row names its successor: a listener moves what stood at a code there, and leaves alone what has none. */
export function placesAbolished(data: { code: string; successor: string | null; on: string }): OfficeEvent {
  return { type: 'places.abolished', data }
}
