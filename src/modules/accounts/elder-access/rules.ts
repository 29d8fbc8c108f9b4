/** The code on a card is good for two years; the community renews it, and at once when the card is lost. */
export const CARD_DAYS = 730
/** Long enough to find one's glasses. */
export const PHONE_CODE_MINUTES = 10
/** A relative types it from the elder's page, or from over the telephone. */
export const FAMILY_CODE_MINUTES = 30
export const PHONE_CODE_DIGITS = 6
export const CARD_DIGITS = 8

/** As typed on whatever keyboard, with the blanks of the card or without. */
export function plainDigits(text: string): string {
  return text.normalize('NFKC').replace(/\D/g, '')
}

/** 12345678 as one reads it aloud: 1234 5678. */
export function inFours(digits: string): string {
  return digits.replace(/(\d{4})(?=\d)/g, '$1 ')
}

export type AuthorityState = 'waiting' | 'in_force' | 'over' | 'ended'
type Authority = { confirmedAt: string | null; endedAt: string | null; until: string | null }

/** Asked for; in force from the elder's or the community's word to its last day; withdrawn or refused. */
export function stateOf({ confirmedAt, endedAt, until }: Authority, today: string): AuthorityState {
  if (endedAt) return 'ended'
  if (!confirmedAt) return 'waiting'
  return until !== null && until < today ? 'over' : 'in_force'
}
