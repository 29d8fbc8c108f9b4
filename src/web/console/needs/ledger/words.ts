import { wordsOf } from '../../../ui/language/language.ts'
import { needLedger as en } from '../../../words/en/volunteering/need-ledger.ts'
import { needLedger as zh } from '../../../words/zh/volunteering/need-ledger.ts'

export const useNeedLedgerWords = wordsOf(zh, en)
