/** For so long the person who redeems may take it back without a reason, until the goods are handed over. 工信部《互联网应用适老化通用设计规范》. */
export const UNDO_MINUTES = 10

/** Wrong codes a counter may type within ten minutes: eight digits are not found by trying. */
export const WRONG_CODES = 10

export const CODE_DIGITS = 8
const MARK = 'SANGYU:'

/** What stands in the QR code. */
export const payloadOf = (code: string): string => MARK + code

/** The digits of what was scanned or typed, in whichever width the keyboard writes them and however they were set apart. */
export const digitsOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(MARK, '')
    .replace(/[\s\p{Pd}_−·.ー]/gu, '')

export type Undo = 'undo' | 'late' | 'handed_over' | 'done' | 'over'

/** Whether a redemption can still be taken back by whose points they are. At the counter's word it is over. */
export function undoOf({ status, reservedAt }: { status: string; reservedAt: Date }, now: Date): Undo {
  if (status === 'undone') return 'done'
  if (status === 'handed_over') return 'handed_over'
  if (status !== 'reserved') return 'over'
  return now.getTime() - reservedAt.getTime() <= UNDO_MINUTES * 60_000 ? 'undo' : 'late'
}

/** Why somebody cannot have this many of an item today, if so. */
export function limitOf(
  asked: { points: number; quantity: number },
  limits: { dayPoints: number | null; monthLimit: number | null },
  had: { dayPoints: number; monthCount: number },
): 'day' | 'month' | null {
  if (limits.dayPoints !== null && had.dayPoints + asked.points > limits.dayPoints) return 'day'
  return limits.monthLimit !== null && had.monthCount + asked.quantity > limits.monthLimit ? 'month' : null
}
