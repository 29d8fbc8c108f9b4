import { timingSafeEqual } from 'node:crypto'
import { authenticate, type CipherProfile, decrypt, derive, encrypt, SEAL_BYTES } from './cipher.ts'
import { hashOf, type Key, type Keys, newest, profileOf, type Ring, ringOf } from './ring.ts'

export type Vault = {
  /** Encrypts text for storage: a mark of profile and kind, key id, nonce, tag, ciphertext. */
  seal: (text: string) => Buffer
  /** Opens what was sealed under any live key; throws for what was changed, cut off, or sealed with a key that is gone. */
  open: (sealed: Uint8Array) => string
  sealBytes: (bytes: Uint8Array) => Buffer
  openBytes: (sealed: Uint8Array) => Buffer
  /** Blind index: equal texts give equal bytes, so a whole value can be found but not read. `purpose` keeps columns apart. */
  index: (purpose: string, text: string) => Buffer
  /** The same under every live key, the newest first: while keys are being rotated a value may stand under either. */
  indexes: (purpose: string, text: string) => Buffer[]
  /** The vault of one person: what it seals opens only with that person's secret. Null is somebody whose secret was destroyed. */
  of: (secret: Uint8Array | null) => Vault
  /** The same content under the newest key, or undefined when it stands under it already. */
  renew: (sealed: Uint8Array) => Buffer | undefined
  /** A code over a row that only holders of the keys can make: key id, then HMAC. */
  mac: (text: string) => Buffer
  isMac: (text: string, code: Uint8Array) => boolean
  ring: Ring
}

const HEAD = 2
const INDEX_BYTES = 16
/** The first byte: which cipher, and whether a person's secret is needed. */
const marks = { sm4: { plain: 1, bound: 3 }, aes: { plain: 2, bound: 4 } } as const
const kinds = new Map<number, { profile: CipherProfile; isBound: boolean }>([
  [1, { profile: 'sm4', isBound: false }],
  [2, { profile: 'aes', isBound: false }],
  [3, { profile: 'sm4', isBound: true }],
  [4, { profile: 'aes', isBound: true }],
])

/** Fingerprints of these are made anew from the sealed value beside them; those of other purposes stay under the first index key. */
const ROTATING = new Set(['id', 'phone'])

/** Nothing opens what was sealed for somebody whose secret is destroyed. 个人信息保护法 第四十七条. */
export class Erased extends Error {
  constructor() {
    super('sealed for a person who was erased')
  }
}

/** The keys live outside the database (SANGYU_HOME/keys), so a stolen dump reads as noise. */
export function vault(keys: Ring | Keys): Vault {
  const ring = 'keys' in keys ? keys : ringOf(keys)
  return vaultOf({ ring, derived: new Map() })
}

type Derived = Map<string, Map<number, Buffer>>
type Room = { ring: Ring; derived: Derived; secret?: Uint8Array | null }

function vaultOf(room: Room): Vault {
  return new Sealing(room)
}

/** A class, because a list makes one for each of its people and closures would cost more than the opening. */
class Sealing implements Vault {
  readonly #room: Room
  readonly ring: Ring

  constructor(room: Room) {
    this.#room = room
    this.ring = room.ring
  }

  seal(text: string): Buffer {
    return seal(this.#room, text)
  }

  open(sealed: Uint8Array): string {
    return unseal(this.#room, sealed).toString('utf8')
  }

  sealBytes(bytes: Uint8Array): Buffer {
    return seal(this.#room, bytes)
  }

  openBytes(sealed: Uint8Array): Buffer {
    return unseal(this.#room, sealed)
  }

  index(purpose: string, text: string): Buffer {
    return blind(indexKey(this.ring, purpose), purpose, text)
  }

  indexes(purpose: string, text: string): Buffer[] {
    return indexKeys(this.ring, purpose).map((key) => blind(key, purpose, text))
  }

  of(secret: Uint8Array | null): Vault {
    return new Sealing({ ring: this.ring, derived: this.#room.derived, secret })
  }

  renew(sealed: Uint8Array): Buffer | undefined {
    return renew(this.#room, sealed)
  }

  mac(text: string): Buffer {
    return codeOf(newest(this.ring, 'index'), text)
  }

  isMac(text: string, code: Uint8Array): boolean {
    return isCode(this.ring, text, code)
  }
}

function seal(room: Room, content: string | Uint8Array): Buffer {
  const key = newest(room.ring, 'data')
  const profile = profileOf(key)
  const isBound = room.secret !== undefined
  const bytes = isBound ? personKey(room, key, profile) : key.material
  const head = Buffer.from([marks[profile][isBound ? 'bound' : 'plain'], key.id])
  return Buffer.concat([head, encrypt(profile, bytes, content)])
}

function unseal(room: Room, given: Uint8Array): Buffer {
  const sealed = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  const kind = kinds.get(sealed[0] ?? 0)
  if (!kind || sealed.length < HEAD + SEAL_BYTES) throw new Error('this was not sealed by us, or is cut off')
  const key = room.ring.keys.find((one) => one.purpose === 'data' && one.id === sealed[1])
  if (!key || key.state === 'destroyed') throw new Error(`sealed with key ${sealed[1]}, which the home does not hold`)
  const bytes = kind.isBound ? personKey(room, key, kind.profile) : key.material
  return decrypt(kind.profile, bytes, sealed.subarray(HEAD))
}

/** A list opens the values of fifty people again and again; what was derived for them is remembered, by their secrets. */
const REMEMBERED = 20_000

function personKey({ derived, secret }: Room, key: Key, profile: CipherProfile): Buffer {
  if (!secret) throw new Erased()
  const person = Buffer.from(secret.buffer, secret.byteOffset, secret.byteLength).toString('latin1')
  const known = derived.get(person) ?? remember(derived, person)
  const name = key.id * 2 + (profile === 'aes' ? 1 : 0)
  const found = known.get(name)
  if (found) return found
  const made = derive(profile, key.material, secret)
  known.set(name, made)
  return made
}

function remember(derived: Derived, person: string): Map<number, Buffer> {
  if (derived.size >= REMEMBERED) derived.clear()
  const known = new Map<number, Buffer>()
  derived.set(person, known)
  return known
}

function renew(room: Room, sealed: Uint8Array): Buffer | undefined {
  const key = newest(room.ring, 'data')
  const { plain, bound } = marks[profileOf(key)]
  const wanted = room.secret === undefined ? plain : bound
  if (sealed[0] === wanted && sealed[1] === key.id) return undefined
  return seal(room, unseal(room, sealed))
}

function indexKeys(ring: Ring, purpose: string): Key[] {
  const all = ring.keys.filter((key) => key.purpose === 'index')
  if (!ROTATING.has(purpose)) return all.slice(0, 1)
  return all.filter((key) => key.state === 'live').reverse()
}

function indexKey(ring: Ring, purpose: string): Key {
  const [key] = indexKeys(ring, purpose)
  if (!key) throw new Error('the home holds no index key')
  return key
}

function blind(key: Key, purpose: string, text: string): Buffer {
  return authenticate(hashOf(key), key.material, `${purpose}\0${text}`).subarray(0, INDEX_BYTES)
}

/** No column's purpose begins like this, so a code over a row is never a fingerprint of a value. */
function codeOf(key: Key, text: string): Buffer {
  return Buffer.concat([Buffer.from([key.id]), authenticate(hashOf(key), key.material, `\0row\0${text}`)])
}

function isCode(ring: Ring, text: string, code: Uint8Array): boolean {
  const key = ring.keys.find((one) => one.purpose === 'index' && one.id === code[0] && one.state !== 'destroyed')
  if (!key) return false
  const wanted = codeOf(key, text)
  return wanted.length === code.length && timingSafeEqual(wanted, code)
}
