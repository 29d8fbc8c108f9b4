import { type Punctuation, punctuationOf } from '#platform/punctuation.ts'
import { useLanguage } from './language.ts'

/** The marks of the page's language. */
export function usePunctuation(): Punctuation {
  return punctuationOf(useLanguage())
}
