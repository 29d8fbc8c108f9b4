import { useLanguage } from './language.ts'
import { type Times, timesOf } from './times-of.ts'

/** Instants as the page writes them. */
export function useTimes(): Times {
  return timesOf(useLanguage())
}
