import { wordsOf } from '../../ui/language/language.ts'
import { accounts as en } from '../../words/en/office/accounts.ts'
import { accounts as zh } from '../../words/zh/office/accounts.ts'

export const useAccountsWords = wordsOf(zh, en)
