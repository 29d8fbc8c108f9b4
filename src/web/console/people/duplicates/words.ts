import { wordsOf } from '../../../ui/language/language.ts'
import { duplicates as en } from '../../../words/en/duplicates.ts'
import { duplicates as zh } from '../../../words/zh/duplicates.ts'

export const useDuplicatesWords = wordsOf(zh, en)
