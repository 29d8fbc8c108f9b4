import { wordsOf } from '../../../ui/language/language.ts'
import { keys as en } from '../../../words/en/office/keys.ts'
import { keys as zh } from '../../../words/zh/office/keys.ts'

export const useKeyWords = wordsOf(zh, en)
