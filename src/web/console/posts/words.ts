import { wordsOf } from '../../ui/language/language.ts'
import { posts as en } from '../../words/en/volunteering/volunteers.ts'
import { posts as zh } from '../../words/zh/volunteering/volunteers.ts'

export const usePostsWords = wordsOf(zh, en)
