import { wordsOf } from '../../../ui/language/language.ts'
import { policy as en } from '../../../words/en/policy.ts'
import { policy as zh } from '../../../words/zh/policy.ts'

export const usePolicyWords = wordsOf(zh, en)
