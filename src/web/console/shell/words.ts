import { wordsOf } from '../../ui/language/language.ts'
import { shell as en } from '../../words/en/shell.ts'
import { shell as zh } from '../../words/zh/shell.ts'

export const useShellWords = wordsOf(zh, en)
