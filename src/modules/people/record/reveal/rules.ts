/** Why a whole number is needed: chosen from a list, and said in words. */
export const revealPurposes = ['benefit', 'medical', 'visit', 'check', 'funeral', 'other'] as const
export type RevealPurpose = (typeof revealPurposes)[number]

/** More looks than this in one hour are no office work. */
export const HOURLY_REVEALS = 30
export const SHOWN_SECONDS = 60

export function mayReveal(lastHour: number): boolean {
  return lastHour < HOURLY_REVEALS
}
