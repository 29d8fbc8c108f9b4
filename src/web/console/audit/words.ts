import { wordsOf } from '../../ui/language/language.ts'
import { audit as en } from '../../words/en/office/audit.ts'
import { audit as zh } from '../../words/zh/office/audit.ts'

export const useAuditWords = wordsOf(zh, en)
