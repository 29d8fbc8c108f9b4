import { wordsOf } from '../../../ui/language/language.ts'
import { access as en } from '../../../words/en/access.ts'
import { access as zh } from '../../../words/zh/access.ts'

export const useAccessWords = wordsOf(zh, en)
export const ACCESS = ['elder-access'] as const
