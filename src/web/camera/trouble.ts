/** Why there is no picture, in the four ways that call for different words. */
export type CameraTrouble = 'refused' | 'absent' | 'busy' | 'insecure'

const TROUBLES: Record<string, CameraTrouble> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'absent',
  OverconstrainedError: 'absent',
  NotReadableError: 'busy',
  AbortError: 'busy',
}

/** What a browser says when a camera does not open, by its name in the standard. */
export function troubleOf(error: unknown): CameraTrouble {
  return (error instanceof Error && TROUBLES[error.name]) || 'busy'
}
