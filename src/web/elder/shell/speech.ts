import type { Lang } from '#platform/words.ts'

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const PLACES = ['', '十', '百', '千']

/** 1205 as 一千二百零五; up to a hundred million, which nobody's points reach. */
export function inWords(value: number): string {
  if (value >= 10_000) {
    const rest = value % 10_000
    const tail = rest === 0 ? '' : (rest < 1_000 ? '零' : '') + inWords(rest)
    return `${inWords(Math.floor(value / 10_000))}万${tail}`
  }
  if (value === 0) return '零'
  let text = ''
  let isGap = false
  const digits = String(value)
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[at])
    if (digit === 0) isGap = true
    else {
      text += (isGap ? '零' : '') + DIGITS[digit] + PLACES[digits.length - 1 - at]
      isGap = false
    }
  }
  return text.replace(/^一十/, '十')
}

/** What is heard for what is seen: amounts as words, years and long numbers digit by digit. */
export function spoken(text: string, lang: Lang): string {
  if (lang === 'en') return text
  const oneByOne = (digits: string) =>
    digits
      .split('')
      .map((digit) => DIGITS[Number(digit)] ?? '')
      .join('')
  return text
    .replace(/(\d{4})年/g, (_all, year: string) => `${oneByOne(year)}年`)
    .replace(/\d{3,4}-\d{7,8}|1\d{10}/g, (phone) => oneByOne(phone.replace('-', '')))
    .replace(/\d+/g, (digits) => (digits.length > 8 ? oneByOne(digits) : inWords(Number(digits))))
}

/** A code as one says it to somebody who writes it down: each sign by itself, so that no number is made of its digits. */
export const signBySign = (code: string): string => (code.match(/[\p{L}\p{N}]/gu) ?? []).join('、')
