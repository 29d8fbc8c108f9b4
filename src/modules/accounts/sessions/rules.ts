/** How far a session has come. Before it is complete its holder has no right and sees no row. */
export const STAGES = ['password_expired', 'second_factor', 'enrolment', 'complete'] as const
export type Stage = (typeof STAGES)[number]

export type Progress = {
  /** The password was handed over by somebody else, or is too old. */
  mustChange: boolean
  isEnrolled: boolean
  isRequired: boolean
  /** A code was given, here or to a provider whose word counts. */
  hasGivenCode: boolean
}

/** What is still to be done: a new password, then the second factor or its enrolment. GB/T 22239-2019 8.1.4.1 a and d. */
export function stageOf({ mustChange, isEnrolled, isRequired, hasGivenCode }: Progress): Stage {
  if (mustChange) return 'password_expired'
  if (hasGivenCode) return 'complete'
  if (isEnrolled) return 'second_factor'
  return isRequired ? 'enrolment' : 'complete'
}

/** A password that somebody else handed over opens the door for one day. */
export const HANDED_OVER_HOURS = 24

export function isHandOverOver(setAt: Date, now: Date): boolean {
  return now.getTime() - setAt.getTime() > HANDED_OVER_HOURS * 3_600_000
}

/** A month at most, two weeks unused, three devices: the session of an elder or a relative. */
export const OWN_TERMS = { idleMinutes: 14 * 1_440, sessionHours: 30 * 24, sessionsEach: 3, days: 30 } as const

/** Whoever has not finished signing in within this time starts again. */
export const UNFINISHED_MINUTES = 15
