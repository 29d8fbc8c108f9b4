import { wordsOf } from '../../ui/language/language.ts'
import { imports as en } from '../../words/en/imports.ts'
import { imports as zh } from '../../words/zh/imports.ts'

export const useImportsWords = wordsOf(zh, en)
