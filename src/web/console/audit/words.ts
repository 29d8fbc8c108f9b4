import { wordsOf } from '../../ui/language/language.ts'
import { audit as en } from '../../words/en/audit.ts'
import { audit as zh } from '../../words/zh/audit.ts'

export const useAuditWords = wordsOf(zh, en)
