import { wordsOf } from '../../../ui/language/language.ts'
import { pool as en } from '../../../words/en/volunteering/pool.ts'
import { pool as zh } from '../../../words/zh/volunteering/pool.ts'

export const usePoolWords = wordsOf(zh, en)
