import { wordsOf } from '../../../ui/language/language.ts'
import { exports as en } from '../../../words/en/exports.ts'
import { exports as zh } from '../../../words/zh/exports.ts'

export const useExportsWords = wordsOf(zh, en)
