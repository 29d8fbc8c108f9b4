import { wordsOf } from '../../ui/language/language.ts'
import { home as en } from '../../words/en/home.ts'
import { home as zh } from '../../words/zh/home.ts'

export const useHomeWords = wordsOf(zh, en)
