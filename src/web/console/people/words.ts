import { wordsOf } from '../../ui/language/language.ts'
import { people as en } from '../../words/en/people.ts'
import { person as enPerson } from '../../words/en/person.ts'
import { people as zh } from '../../words/zh/people.ts'
import { person as zhPerson } from '../../words/zh/person.ts'

export const usePeopleWords = wordsOf(zh, en)
export const usePersonWords = wordsOf(zhPerson, enPerson)
