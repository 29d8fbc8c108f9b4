import { wordsOf } from '../../../ui/language/language.ts'
import { notices as en, publicNotice as publicEn } from '../../../words/en/volunteering/notices.ts'
import { notices as zh, publicNotice as publicZh } from '../../../words/zh/volunteering/notices.ts'

export const useNoticeWords = wordsOf(zh, en)
export const usePublicNoticeWords = wordsOf(publicZh, publicEn)
