import { wordsOf } from '../../ui/language/language.ts'
import { needs as en } from '../../words/en/volunteering/needs.ts'
import { needs as zh } from '../../words/zh/volunteering/needs.ts'

export const useNeedsWords = wordsOf(zh, en)
