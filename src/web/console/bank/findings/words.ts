import { wordsOf } from '../../../ui/language/language.ts'
import { findings as en } from '../../../words/en/volunteering/findings.ts'
import { findings as zh } from '../../../words/zh/volunteering/findings.ts'

export const useFindingWords = wordsOf(zh, en)
