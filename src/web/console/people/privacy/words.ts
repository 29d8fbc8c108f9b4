import { wordsOf } from '../../../ui/language/language.ts'
import { privacy as en } from '../../../words/en/privacy.ts'
import { privacy as zh } from '../../../words/zh/privacy.ts'

export const usePrivacyWords = wordsOf(zh, en)
