import { UNDO_MINUTES } from '../redeeming/rules.ts'

export type TakingBack = 'undo' | 'late' | 'done'

/** Whether a gift or donation can still be taken back, by the same ten minutes as a redemption. 工信部《互联网应用适老化通用设计规范》. */
export function takingBackOf({ givenAt, isUndone }: { givenAt: Date; isUndone: boolean }, now: Date): TakingBack {
  if (isUndone) return 'done'
  return now <= undoUntil(givenAt) ? 'undo' : 'late'
}

export function undoUntil(givenAt: Date): Date {
  return new Date(givenAt.getTime() + UNDO_MINUTES * 60_000)
}
