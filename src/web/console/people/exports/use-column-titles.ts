import { fieldOf } from '#modules/people/fields/catalogue.ts'
import { useSay } from '../../../ui/language/language.ts'
import { ownColumns } from '../columns/own-columns.tsx'
import { usePeopleWords } from '../words.ts'

/** The heading of a column in the list of people, by its key. */
export function useColumnTitles(): (key: string) => string {
  const words = usePeopleWords()
  const say = useSay()
  const own = new Map(ownColumns(words).map(({ key, title }) => [key, title]))
  return (key) => {
    const field = fieldOf(key)
    return own.get(key) ?? (field ? say(field) : key)
  }
}
