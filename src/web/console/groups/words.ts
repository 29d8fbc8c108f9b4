import { wordsOf } from '../../ui/language/language.ts'
import { groups as en } from '../../words/en/activities/groups.ts'
import { groups as zh } from '../../words/zh/activities/groups.ts'

export const useGroupWords = wordsOf(zh, en)
