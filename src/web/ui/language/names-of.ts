import type { Bilingual } from '#platform/words.ts'
import { useSay } from './language.ts'

/** The choices of a closed list of codes, each with its name, in the order of the list. */
export function useNamesOf(): <K extends string>(names: Record<K, Bilingual>) => { value: K; label: string }[] {
  const say = useSay()
  return <K extends string>(names: Record<K, Bilingual>) =>
    Object.entries<Bilingual>(names).map(([value, name]) => ({ value: value as K, label: say(name) })) // the record's own keys
}
