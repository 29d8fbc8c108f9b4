import { wordsOf } from '../../ui/language/language.ts'
import { groups as en } from '../../words/en/groups.ts'
import { groups as zh } from '../../words/zh/groups.ts'

export const useGroupWords = wordsOf(zh, en)
