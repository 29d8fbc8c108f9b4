import { wordsOf } from '../../ui/language/language.ts'
import { units as en } from '../../words/en/units.ts'
import { units as zh } from '../../words/zh/units.ts'

export const useUnitsWords = wordsOf(zh, en)
