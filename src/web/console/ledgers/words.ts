import { wordsOf } from '../../ui/language/language.ts'
import { ledgers as en } from '../../words/en/ledgers.ts'
import { ledgers as zh } from '../../words/zh/ledgers.ts'

export const useLedgerWords = wordsOf(zh, en)
