import { wordsOf } from '../../ui/language/language.ts'
import { objections as en } from '../../words/en/volunteering/objections.ts'
import { objections as zh } from '../../words/zh/volunteering/objections.ts'

export const useObjectionWords = wordsOf(zh, en)
