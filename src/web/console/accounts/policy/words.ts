import { wordsOf } from '../../../ui/language/language.ts'
import { policy as en } from '../../../words/en/door/policy.ts'
import { policy as zh } from '../../../words/zh/door/policy.ts'

export const usePolicyWords = wordsOf(zh, en)
