import { wordsOf } from '../../../ui/language/language.ts'
import { notices as en, publicNotice as publicEn } from '../../../words/en/volunteering/notices.ts'
import { publicNotice as publicZh, notices as zh } from '../../../words/zh/volunteering/notices.ts'

export const useNoticeWords = wordsOf(zh, en)
export const usePublicNoticeWords = wordsOf(publicZh, publicEn)
