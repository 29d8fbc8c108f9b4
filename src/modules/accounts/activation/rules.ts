/** Small letters, blanks and missing hyphens are forgiven: a code travels on paper or by telephone. */
export function plainCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
}

type Kept = { status: string; fits: boolean; until: Date | null }

/** Whether an account is opened now: by the code that was given out last, once, and within its day. */
export function opens({ status, fits, until }: Kept, now: Date): boolean {
  return fits && status === 'invited' && until !== null && now < until
}
