import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

/** SM4-GCM (GB/T 32907) is the default of 密评; AES-256-GCM is the alternative for sites that ask for it. */
export type CipherProfile = 'sm4' | 'aes'
export type Keys = { id: number; data: Buffer; index: Buffer; profile: CipherProfile }

export type Vault = {
  /** Encrypts text for storage: profile byte, key id, nonce, tag, ciphertext. */
  seal: (text: string) => Buffer
  /** Opens what was sealed under either profile; throws for what was changed, cut off, or sealed with another key. */
  open: (sealed: Uint8Array) => string
  /** Blind index: equal texts give equal bytes, so a whole value can be found but not read. `purpose` keeps columns apart. */
  index: (purpose: string, text: string) => Buffer
}

const HEAD = 2
const NONCE = 12
const TAG = 16
const AT_TAG = HEAD + NONCE
const AT_BODY = AT_TAG + TAG
const ciphers = { sm4: { name: 'sm4-gcm', key: 16, mark: 1 }, aes: { name: 'aes-256-gcm', key: 32, mark: 2 } } as const

/** The keys live outside the database (SANGYU_HOME/keys), so a stolen dump reads as noise. */
export function vault(keys: Keys): Vault {
  return {
    seal: (text) => seal(keys, text),
    open: (sealed) => unseal(keys, Buffer.from(sealed)),
    index: (purpose, text) => blind(keys, purpose, text),
  }
}

function seal(keys: Keys, text: string): Buffer {
  const cipher = ciphers[keys.profile]
  const nonce = randomBytes(NONCE)
  const name = cipher.name as 'aes-256-gcm' // the typings know GCM only by its AES names; SM4-GCM has the same interface
  const c = createCipheriv(name, keys.data.subarray(0, cipher.key), nonce)
  const body = Buffer.concat([c.update(text, 'utf8'), c.final()])
  return Buffer.concat([Buffer.from([cipher.mark, keys.id]), nonce, c.getAuthTag(), body])
}

function unseal(keys: Keys, sealed: Buffer): string {
  const cipher = Object.values(ciphers).find((one) => one.mark === sealed[0])
  if (!cipher || sealed.length < HEAD + NONCE + TAG) throw new Error('this was not sealed by us, or is cut off')
  if (sealed[1] !== keys.id) throw new Error(`sealed with key ${sealed[1]}, but the home holds key ${keys.id}`)
  const [nonce, tag, body] = [sealed.subarray(HEAD, AT_TAG), sealed.subarray(AT_TAG, AT_BODY), sealed.subarray(AT_BODY)]
  const name = cipher.name as 'aes-256-gcm' // as in seal: Node's typings know only the AES names
  // A shorter tag could be guessed, so its length is fixed.
  const d = createDecipheriv(name, keys.data.subarray(0, cipher.key), nonce, { authTagLength: TAG })
  d.setAuthTag(tag)
  return Buffer.concat([d.update(body), d.final()]).toString('utf8')
}

function blind(keys: Keys, purpose: string, text: string): Buffer {
  return createHmac('sha256', keys.index).update(`${purpose}\0${text}`).digest().subarray(0, 16)
}
