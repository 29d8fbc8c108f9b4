import { wordsOf } from '../../ui/language/language.ts'
import { training as en } from '../../words/en/volunteering/volunteers.ts'
import { training as zh } from '../../words/zh/volunteering/volunteers.ts'

export const useTrainingWords = wordsOf(zh, en)
