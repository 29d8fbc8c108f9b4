import { wordsOf } from '../../ui/language/language.ts'
import { teams as en } from '../../words/en/volunteering/teams.ts'
import { teams as zh } from '../../words/zh/volunteering/teams.ts'

export const useTeamsWords = wordsOf(zh, en)
