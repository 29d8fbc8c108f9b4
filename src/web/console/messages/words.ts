import { wordsOf } from '../../ui/language/language.ts'
import { messages as en } from '../../words/en/messages.ts'
import { messages as zh } from '../../words/zh/messages.ts'

export const useMessageWords = wordsOf(zh, en)
