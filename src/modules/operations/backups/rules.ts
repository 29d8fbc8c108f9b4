const DAY_MS = 86_400_000
/** A restore is tried every month; five days of grace for a server that was off. */
const PROOF_DAYS = 35
/** The daily backup may be late by half a day. */
const BACKUP_HOURS = 36

export function daysSince(at: string | null, now: Date): number | null {
  return at === null ? null : Math.max(0, Math.floor((now.getTime() - new Date(at).getTime()) / DAY_MS))
}

/** A backup that nobody has restored lately is a hope. */
export function isProofOverdue(provenAt: string | null, now: Date): boolean {
  const days = daysSince(provenAt, now)
  return days === null || days > PROOF_DAYS
}

export function isBackupOverdue(madeAt: string | null, now: Date): boolean {
  return madeAt === null || now.getTime() - new Date(madeAt).getTime() > BACKUP_HOURS * 3_600_000
}
