import { wordsOf } from '../../ui/language/language.ts'
import { county as en } from '../../words/en/office/county.ts'
import { county as zh } from '../../words/zh/office/county.ts'

export const useCountyWords = wordsOf(zh, en)
