import { wordsOf } from '../../ui/language/language.ts'
import { bank as en } from '../../words/en/bank.ts'
import { bank as zh } from '../../words/zh/bank.ts'

export const useBankWords = wordsOf(zh, en)
