import { wordsOf } from '../../ui/language/language.ts'
import { bank as en } from '../../words/en/volunteering/bank.ts'
import { bank as zh } from '../../words/zh/volunteering/bank.ts'

export const useBankWords = wordsOf(zh, en)
