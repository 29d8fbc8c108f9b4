import { generateSync } from 'otplib'

/** The application on somebody's telephone: what it shows at a moment. */
export function codeAt(seed: string, now: Date): string {
  return generateSync({ secret: seed, algorithm: 'sha256', epoch: Math.floor(now.getTime() / 1000) })
}
