import { type Argon2Parameters, argon2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { weaknessesOf } from './rules.ts'

export { type PasswordRule, type Weakness, weaknessesOf } from './rules.ts'

const derive = promisify<'argon2id', Argon2Parameters, Buffer>(argon2)

// 19 MiB and two passes: OWASP's recommendation for argon2id, some 30 ms of one core.
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** Hashes on Node's thread pool, so that others are served meanwhile; the cost travels in the text. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const hash = await derive('argon2id', { ...COST, message: bytesOf(password), nonce })
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(nonce)}$${base64(hash)}`
}

// No password has this hash; checking against it takes as long as against a real one.
const NOBODYS = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** Whether the password is the one that was hashed. Without a hash it takes the same time and says no. */
export async function fitsPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [, memory, passes, parallelism, nonce = '', tag = ''] = PHC.exec(stored ?? NOBODYS) ?? PHC.exec(NOBODYS) ?? []
  const expected = Buffer.from(tag, 'base64')
  const cost = {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  }
  const hash = await derive('argon2id', { ...cost, message: bytesOf(password), nonce: Buffer.from(nonce, 'base64') })
  return timingSafeEqual(hash, expected)
}

/** Whether the password is one of those that were hashed: a few at most, one after the other, so that others are served meanwhile. */
export async function fitsAny(password: string, stored: readonly string[]): Promise<boolean> {
  for (const one of stored) if (await fitsPassword(password, one)) return true
  return false
}

/** Letters and digits that nobody takes for one another, on paper or on the telephone. */
const READABLE = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789'

/** A password to be handed over once: twelve characters in threes, good enough by the rules it is replaced under. */
export function oneTimePassword(): string {
  for (;;) {
    const password = readableCode(READABLE, 4)
    if (weaknessesOf(password, []).length === 0) return password
  }
}

export function readableCode(alphabet: string, length: number): string {
  const group = () => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
  return [group(), group(), group()].join('-')
}

/** The same characters typed on another keyboard are the same password. */
const bytesOf = (password: string) => Buffer.from(password.normalize('NFKC'))
const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
