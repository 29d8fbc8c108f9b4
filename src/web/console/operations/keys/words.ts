import { wordsOf } from '../../../ui/language/language.ts'
import { keys as en } from '../../../words/en/keys.ts'
import { keys as zh } from '../../../words/zh/keys.ts'

export const useKeyWords = wordsOf(zh, en)
