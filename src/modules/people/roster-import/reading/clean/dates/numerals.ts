const DIGITS: Record<string, number> = {
  〇: 0,
  零: 0,
  '○': 0,
  '◯': 0,
  Ο: 0,
  О: 0,
  O: 0,
  o: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

export const CHINESE_NUMERAL = '〇零○◯一二三四五六七八九十'

/** 十一 → 11, 二十 → 20, 三十一 → 31, 一〇 → 10; NaN for anything else. */
export function smallNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const [, tens, ones] = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(text) ?? []
  if (tens !== undefined) return (DIGITS[tens] ?? 1) * 10 + (DIGITS[ones ?? ''] ?? 0)
  return Number(digitByDigit(text))
}

/** 一九四九 → 1949, letter by letter; letters that are no numeral stay and make the result no number. */
export function digitByDigit(text: string): string {
  return [...text].map((letter) => DIGITS[letter] ?? letter).join('')
}
