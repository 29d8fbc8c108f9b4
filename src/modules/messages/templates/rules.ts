import type { Bilingual } from '#platform/words.ts'
import { type Place, places } from './shipped/index.ts'

const BRACES = /\{([^{}]*)\}/g

function placesIn(text: string): string[] {
  return [...text.matchAll(BRACES)].map((found) => found[1] ?? '')
}

export type Slots = { places: readonly Place[]; needs: readonly Place[] }
export type Faults = { unknown: string[]; lacking: Place[] }

/** What is wrong with a county's text: names that nothing fills in, and what must be said and is not. */
export function faultsOf(text: Bilingual, slots: Slots): Faults {
  const known: ReadonlySet<string> = new Set(slots.places)
  const [zh, en] = [placesIn(text.zh), placesIn(text.en)]
  const unknown = [...new Set([...zh, ...en])].filter((one) => !known.has(one))
  const lacking = slots.needs.filter((one) => !zh.includes(one) || !en.includes(one))
  return { unknown, lacking }
}

/** The text with its braces filled in; what was not given is left out. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(BRACES, (_, name: string) => values[name] ?? '')
}

export function placeWord(place: string): Bilingual {
  return Object.hasOwn(places, place) ? places[place as Place] : { zh: place, en: place } // it has that key
}
