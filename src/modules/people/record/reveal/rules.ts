/** Why a whole number is needed: chosen from a list, and said in words. */
export const revealPurposes = ['benefit', 'medical', 'visit', 'check', 'funeral', 'other'] as const
export type RevealPurpose = (typeof revealPurposes)[number]

/** The number of a file or a case, and nothing else: a run of eight digits could be a telephone, a birthday or an identity number. */
export function isReference(text: string): boolean {
  return /^[A-Za-z0-9-]{1,20}$/.test(text) && !/\d{8}/.test(text.replaceAll('-', ''))
}

/** More looks than this in one hour are no office work. */
export const HOURLY_REVEALS = 30
/** Whole numbers that nobody within sight bears: somebody who asks for more of them in an hour is guessing. */
export const HOURLY_MISSES = 30
/** So many people's own words on health and living stand in one account's lists within an hour; more is a list that two agree to. */
export const HOURLY_VIEWED = 200
export const SHOWN_SECONDS = 60

export function mayReveal(lastHour: number): boolean {
  return lastHour < HOURLY_REVEALS
}

export function mayAskMore(missed: number): boolean {
  return missed < HOURLY_MISSES
}
