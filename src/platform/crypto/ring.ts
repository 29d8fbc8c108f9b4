import type { CipherProfile, Hash } from './cipher.ts'

export type KeyAlgorithm = 'sm4-gcm' | 'aes-256-gcm' | 'hmac-sm3' | 'hmac-sha256'

/** `live` keys open, the newest seals. A `kept` index key holds fingerprints of what is not stored itself; a `destroyed` one is history without bytes. */
export type KeyState = 'live' | 'kept' | 'destroyed'

export type Key = {
  /** 1–255, written beside every sealed value. */
  id: number
  purpose: 'data' | 'index'
  algorithm: KeyAlgorithm
  state: KeyState
  createdAt: string
  rotatedAt: string | null
  destroyedAt: string | null
  note: string | null
  fingerprint: string
  /** Empty when destroyed. */
  material: Buffer
}

/** The keys as they are now: a rotation replaces the list while the service runs. */
export type Ring = {
  keys: readonly Key[]
  provider?: string
}

export function newest(ring: Ring, purpose: Key['purpose']): Key {
  const key = ring.keys.findLast((one) => one.purpose === purpose && one.state === 'live')
  if (!key) throw new Error(`the home holds no ${purpose} key`)
  return key
}

export function profileOf(key: Key): CipherProfile {
  return key.algorithm === 'aes-256-gcm' ? 'aes' : 'sm4'
}

export function hashOf(key: Key): Hash {
  return key.algorithm === 'hmac-sm3' ? 'sm3' : 'sha256'
}

export type Keys = { id: number; data: Buffer; index: Buffer; profile: CipherProfile }

/** A ring of one data key and one index key that lie nowhere: for tests and benches. */
export function ringOf({ id, data, index, profile }: Keys): Ring {
  const base = { id, state: 'live', createdAt: '2026-01-01T00:00:00.000Z', rotatedAt: null, destroyedAt: null } as const
  return {
    keys: [
      {
        ...base,
        purpose: 'data',
        algorithm: profile === 'aes' ? 'aes-256-gcm' : 'sm4-gcm',
        note: null,
        fingerprint: '',
        material: data,
      },
      { ...base, purpose: 'index', algorithm: 'hmac-sha256', note: null, fingerprint: '', material: index },
    ],
  }
}
