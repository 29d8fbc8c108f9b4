import { useLanguage } from './language.ts'

/** Several things in one line, with the comma of the language. */
export function useEnumerate(): (items: readonly string[]) => string {
  const comma = useLanguage() === 'zh' ? '、' : ', '
  return (items) => items.join(comma)
}
