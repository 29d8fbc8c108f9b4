import { wordsOf } from '../../../ui/language/language.ts'
import { backups as en } from '../../../words/en/operations.ts'
import { backups as zh } from '../../../words/zh/operations.ts'

export const useBackupWords = wordsOf(zh, en)
