import { wordsOf } from '../../ui/language/language.ts'
import { county as en } from '../../words/en/county.ts'
import { county as zh } from '../../words/zh/county.ts'

export const useCountyWords = wordsOf(zh, en)
