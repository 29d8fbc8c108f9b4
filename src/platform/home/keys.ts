import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CipherProfile, type Key, type KeyAlgorithm, newest, type Ring } from '#platform/crypto/index.ts'
import { type KeyProvider, newMaster, softwareProvider } from '#platform/crypto/provider.ts'
import { refusal } from '#platform/refuse.ts'
import { type FirstKeys, fingerprintOf, type KeyLine, readKeysFile, replaceFile, writeOnce } from './keys-file.ts'

/** The keys of a home. What is changed is on disk before anything is sealed with it. */
export type HomeKeys = {
  ring: Ring
  add: (wish: { purpose: Key['purpose']; profile: CipherProfile }, now: Date) => Promise<Key>
  /** Ends an old key: destroyed, or an index key kept for what cannot be made anew. */
  end: (key: Key, ending: { state: 'kept' | 'destroyed'; note: string }, now: Date) => Promise<void>
}

const BYTES = 32
/** When the first keys of an installation of the first format were made nobody wrote down. */
const LONG_AGO = '2026-01-01T00:00:00.000Z'

export const keysDamaged = refusal('home.keys_damaged', 503, (p: { file: string }) => ({
  zh: `密钥文件 ${p.file} 已损坏或缺失，不能启动。请从备份恢复该文件；没有它，已加密的身份证号和电话无法读出。切勿删除后重建。`,
  en: `The key file ${p.file} is damaged or missing. Restore it from your backup: sealed ID and phone numbers cannot be read without it. Do not replace it by a new one.`,
}))
export const otherProvider = refusal('home.key_provider', 503, (p: { needs: string; has: string }) => ({
  zh: `这个数据目录的密钥由“${p.needs}”保管，当前使用的是“${p.has}”。请接入原来的密码设备或恢复原来的设置后再启动。`,
  en: `The keys of this home are held by “${p.needs}”, but “${p.has}” is in use. Connect the former module or restore the former setting.`,
}))

/** The profile of new keys: SM4 and SM3 unless a site asks for AES. */
export function profileFrom(env: NodeJS.ProcessEnv): CipherProfile {
  return env['SANGYU_CIPHER'] === 'aes' ? 'aes' : 'sm4'
}

const algorithms = {
  sm4: { data: 'sm4-gcm', index: 'hmac-sm3' },
  aes: { data: 'aes-256-gcm', index: 'hmac-sha256' },
} as const

/** Made on first use; two processes that make them at once agree on one set. Keys of the first format are wrapped on the way. */
export async function openKeys(
  home: string,
  wish: { provider?: KeyProvider; profile?: CipherProfile } = {},
): Promise<HomeKeys> {
  const file = join(home, 'keys', 'keys.json')
  const isNew = !existsSync(file)
  const provider = wish.provider ?? softwareProvider(masterOf(home, isNew ? undefined : readKeysFile(file)))
  if (isNew) writeOnce(file, textOf(provider.name, await madeFirst(provider, wish.profile ?? 'sm4')))
  const found = readKeysFile(file)
  if (!found) throw keysDamaged({ file })
  if (!('format' in found)) {
    replaceFile(file, textOf(provider.name, await wrapped(provider, keysOfFirst(found))))
    return openKeys(home, wish)
  }
  if (found.provider !== provider.name) throw otherProvider({ needs: found.provider, has: provider.name })
  return keep({ file, provider, keys: await unwrapped(found.keys, { provider, file }) })
}

/** A master that is gone while its keys are there is never made anew: it would only hide the loss. */
function masterOf(home: string, keys: ReturnType<typeof readKeysFile>): Buffer {
  const file = join(home, 'keys', 'master.key')
  const isExpected = keys !== undefined && 'format' in keys
  if (!existsSync(file) && isExpected) throw keysDamaged({ file })
  if (!existsSync(file)) writeOnce(file, `${newMaster().toString('base64')}\n`)
  chmodSync(file, 0o600)
  const master = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
  if (master.length !== BYTES) throw keysDamaged({ file })
  return master
}

function madeFirst(provider: KeyProvider, profile: CipherProfile): Promise<KeyLine[]> {
  const now = new Date().toISOString()
  return wrapped(provider, [
    keyOf({ id: 1, purpose: 'data', algorithm: algorithms[profile].data }, now),
    keyOf({ id: 1, purpose: 'index', algorithm: algorithms[profile].index }, now),
  ])
}

function keysOfFirst({ id, data, index }: FirstKeys): Key[] {
  return [
    keyOf({ id, purpose: 'data', algorithm: 'sm4-gcm' }, LONG_AGO, data),
    keyOf({ id, purpose: 'index', algorithm: 'hmac-sha256' }, LONG_AGO, index),
  ]
}

type Named = { id: number; purpose: Key['purpose']; algorithm: KeyAlgorithm }

function keyOf(named: Named, createdAt: string, material: Buffer = randomBytes(BYTES)): Key {
  const dates = { createdAt, rotatedAt: null, destroyedAt: null, note: null }
  return { ...named, ...dates, state: 'live', fingerprint: fingerprintOf(material), material }
}

function wrapped(provider: KeyProvider, keys: readonly Key[]): Promise<KeyLine[]> {
  return Promise.all(
    keys.map(async ({ material, ...key }) => ({
      ...key,
      wrapped: material.length ? (await provider.wrap(material)).toString('base64') : '',
    })),
  )
}

function unwrapped(
  lines: readonly KeyLine[],
  { provider, file }: { provider: KeyProvider; file: string },
): Promise<Key[]> {
  return Promise.all(
    lines.map(async ({ wrapped: text, ...line }) => {
      if (line.state === 'destroyed') return { ...line, material: Buffer.alloc(0) }
      const material = await provider.unwrap(Buffer.from(text, 'base64')).catch(() => undefined)
      if (!material || fingerprintOf(material) !== line.fingerprint) throw keysDamaged({ file })
      return { ...line, material }
    }),
  )
}

const textOf = (provider: string, keys: readonly KeyLine[]) =>
  `${JSON.stringify({ format: 2, provider, keys }, null, 2)}\n`

type Kept = { file: string; provider: KeyProvider; keys: Key[] }

/** One byte beside each sealed value names its key. */
const MOST = 255

function keep({ file, provider, keys }: Kept): HomeKeys {
  const ring: Ring = { keys, provider: provider.name }
  const write = async (next: Key[]) => {
    replaceFile(file, textOf(provider.name, await wrapped(provider, next)))
    ring.keys = next
  }
  return {
    ring,
    add: async ({ purpose, profile }, now) => {
      const before = newest(ring, purpose)
      const id = Math.max(...ring.keys.filter((key) => key.purpose === purpose).map((key) => key.id)) + 1
      if (id > MOST) throw new Error('a home holds at most 255 keys of a purpose')
      const made = keyOf({ id, purpose, algorithm: algorithms[profile][purpose] }, now.toISOString())
      const rotated = (key: Key): Key => (key === before ? { ...key, rotatedAt: now.toISOString() } : key)
      await write([...ring.keys.map(rotated), made])
      return made
    },
    end: async (key, { state, note }, now) => {
      const isGone = state === 'destroyed'
      const ended = { ...key, state, note, destroyedAt: isGone ? now.toISOString() : null }
      const bytes = isGone ? { material: Buffer.alloc(0) } : {}
      await write(ring.keys.map((one) => (one === key ? { ...ended, ...bytes } : one)))
    },
  }
}
