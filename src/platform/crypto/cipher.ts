import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** SM4-GCM (GB/T 32907) is the default of 密评; AES-256-GCM is the alternative for sites that ask for it. */
export type CipherProfile = 'sm4' | 'aes'
export type Hash = 'sm3' | 'sha256'

const NONCE = 12
const TAG = 16
export const SEAL_BYTES = NONCE + TAG
const ciphers = {
  sm4: { name: 'sm4-gcm', key: 16, hash: 'sm3' },
  aes: { name: 'aes-256-gcm', key: 32, hash: 'sha256' },
} as const

/** nonce, tag, ciphertext. A key longer than the cipher takes is cut to it. */
export function encrypt(profile: CipherProfile, key: Buffer, plain: Uint8Array | string): Buffer {
  const cipher = ciphers[profile]
  const nonce = randomBytes(NONCE)
  const name = cipher.name as 'aes-256-gcm' // the typings know GCM only by its AES names; SM4-GCM has the same interface
  const c = createCipheriv(name, key.subarray(0, cipher.key), nonce)
  const start = typeof plain === 'string' ? c.update(plain, 'utf8') : c.update(plain)
  const end = c.final()
  return Buffer.concat([nonce, c.getAuthTag(), start, end])
}

/** Throws for what was changed, cut off, or encrypted with another key. */
export function decrypt(profile: CipherProfile, key: Buffer, sealed: Buffer): Buffer {
  const cipher = ciphers[profile]
  const name = cipher.name as 'aes-256-gcm' // as in encrypt
  // A shorter tag could be guessed, so its length is fixed.
  const d = createDecipheriv(name, key.subarray(0, cipher.key), sealed.subarray(0, NONCE), { authTagLength: TAG })
  d.setAuthTag(sealed.subarray(NONCE, SEAL_BYTES))
  const start = d.update(sealed.subarray(SEAL_BYTES))
  const end = d.final()
  return end.length ? Buffer.concat([start, end]) : start
}

/** One person's key out of a data key and the person's secret (RFC 5869). */
export function derive(profile: CipherProfile, key: Buffer, secret: Uint8Array): Buffer {
  const { hash, key: length } = ciphers[profile]
  return Buffer.from(hkdfSync(hash, key, secret, 'sangyu person', length))
}

export function authenticate(hash: Hash, key: Buffer, text: string): Buffer {
  return createHmac(hash, key).update(text).digest()
}
