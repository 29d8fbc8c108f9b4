import { fold } from '../text.ts'
import { CHINESE_NUMERAL, digitByDigit } from './numerals.ts'

const WORDS = /农历|阴历|旧历|古历|夏历|正月|腊月|冬月|闰|初[一二三四五六七八九十]|廿|卅/
/** 1950年八月十七: a day in Chinese without 日 is said of the moon. */
const DAY_WITHOUT_WORD = /月[一二三四五六七八九十]{1,3}(?![一二三四五六七八九十日号])/

/** A date of the lunar calendar. It is never converted: leap months and the year's end make that a guess. */
export function isLunar(text: string): boolean {
  return WORDS.test(text) || DAY_WITHOUT_WORD.test(text)
}

/** The year of a lunar date, or undefined. Two digits are 19xx. */
export function lunarYear(text: string): number | undefined {
  const bare = fold(text).replace(/\s/g, '')
  const long = new RegExp(
    `(?:^|[^\\d${CHINESE_NUMERAL}])((?:18|19|20)\\d\\d)|([一二][${CHINESE_NUMERAL}]{3})(?=年)`,
  ).exec(bare)
  if (long) return Number(digitByDigit(long[1] ?? long[2] ?? ''))
  const short = new RegExp(`(\\d\\d|[${CHINESE_NUMERAL}]{2})年|^\\D*(\\d\\d)[.\\-/]`).exec(bare)
  const digits = digitByDigit(short?.[1] ?? short?.[2] ?? '')
  return /^\d\d$/.test(digits) ? 1900 + Number(digits) : undefined
}
