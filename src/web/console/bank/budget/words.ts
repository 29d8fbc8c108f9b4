import { wordsOf } from '../../../ui/language/language.ts'
import { budget as en } from '../../../words/en/volunteering/notices.ts'
import { budget as zh } from '../../../words/zh/volunteering/notices.ts'

export const useBudgetWords = wordsOf(zh, en)
