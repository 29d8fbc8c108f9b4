import { wordsOf } from '../../ui/language/language.ts'
import { messages as en } from '../../words/en/office/messages.ts'
import { messages as zh } from '../../words/zh/office/messages.ts'

export const useMessageWords = wordsOf(zh, en)
