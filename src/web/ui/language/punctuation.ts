import { type Punctuation, punctuationOf } from '#platform/language/punctuation.ts'
import { useLanguage } from './language.ts'

/** The marks of the page's language. */
export function usePunctuation(): Punctuation {
  return punctuationOf(useLanguage())
}
