import { fieldOf } from '#modules/people/fields/catalogue.ts'
import { useSay } from '../../ui/language/language.ts'
import { useAuditWords } from './words.ts'

/** What people call a field that the trail knows by its path; one without a name keeps its path. */
export function useFieldName(): (path: string) => string {
  const words = useAuditWords()
  const say = useSay()
  const others: Readonly<Record<string, string>> = words.shownNames
  return (path) => {
    const key = path.split('.').at(-1) ?? path
    const field = fieldOf(key)
    return field ? say(field) : (others[key] ?? path)
  }
}
