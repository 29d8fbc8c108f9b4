import { createHash, timingSafeEqual } from 'node:crypto'
import { readableCode } from '../passwords/index.ts'

/** Judges typed set-up codes. It keeps only the code's hash, in memory; the next start of the server makes another code. */
export type SetupCode = { judge: (typed: string) => 'right' | 'wrong' | 'locked'; spend: () => void }

const READABLE = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const WRONG_TRIES = 5

/** The code that the terminal prints at the first start (KJ3M-9TXW-B4RC), and its judge: good once, locked after five wrong tries. */
export function newSetupCode(): { text: string; code: SetupCode } {
  const text = readableCode(READABLE, 4)
  const right = hashOf(text)
  let wrong = 0
  let isSpent = false
  const judge: SetupCode['judge'] = (typed) => {
    if (isSpent || wrong >= WRONG_TRIES) return 'locked'
    if (timingSafeEqual(hashOf(typed), right)) return 'right'
    wrong += 1
    return 'wrong'
  }
  const spend = () => {
    isSpent = true
  }
  return { text, code: { judge, spend } }
}

/** Small letters, blanks and missing hyphens are forgiven. */
function hashOf(text: string): Buffer {
  const letters = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  return createHash('sha256').update(letters).digest()
}
