import { wordsOf } from '../../ui/language/language.ts'
import { volunteers as en } from '../../words/en/volunteering/volunteers.ts'
import { volunteers as zh } from '../../words/zh/volunteering/volunteers.ts'

export const useVolunteersWords = wordsOf(zh, en)
