import { wordsOf } from '../../../ui/language/language.ts'
import { administration as en } from '../../../words/en/office/administration.ts'
import { administration as zh } from '../../../words/zh/office/administration.ts'

export const useAdministrationWords = wordsOf(zh, en)
