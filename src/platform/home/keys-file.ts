import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const BYTES = 32
const base64 = z.base64()

/** How keys lay before they were wrapped: one of each, in clear. */
const first = z.object({ id: z.int(), data: base64, index: base64, fingerprint: z.string() })

const line = z.object({
  id: z.int().min(1).max(255),
  purpose: z.enum(['data', 'index']),
  algorithm: z.enum(['sm4-gcm', 'aes-256-gcm', 'hmac-sm3', 'hmac-sha256']),
  state: z.enum(['live', 'kept', 'destroyed']),
  createdAt: z.string(),
  rotatedAt: z.string().nullable(),
  destroyedAt: z.string().nullable(),
  note: z.string().nullable(),
  fingerprint: z.string(),
  wrapped: base64,
})
const second = z.object({ format: z.literal(2), provider: z.string(), keys: z.array(line).min(2) })

export type KeyLine = z.output<typeof line>
export type KeysFile = z.output<typeof second>
export type FirstKeys = { id: number; data: Buffer; index: Buffer }

/** What a key file says: the keys, wrapped; those of the first format, in clear; or nothing that could be trusted. */
export function readKeysFile(file: string): KeysFile | FirstKeys | undefined {
  chmodSync(file, 0o600)
  const json = parseJson(readFileSync(file, 'utf8'))
  const now = second.safeParse(json)
  if (now.success) return now.data
  const before = first.safeParse(json)
  if (!before.success) return undefined
  const [data, index] = [Buffer.from(before.data.data, 'base64'), Buffer.from(before.data.index, 'base64')]
  const isWhole =
    data.length === BYTES && index.length === BYTES && firstFingerprint(data, index) === before.data.fingerprint
  return isWhole ? { id: before.data.id, data, index } : undefined
}

const firstFingerprint = (data: Buffer, index: Buffer) =>
  createHash('sha256').update('sangyu keys').update(data).update(index).digest('hex').slice(0, 16)

export function fingerprintOf(material: Buffer): string {
  return createHash('sha256').update('sangyu key').update(material).digest('hex').slice(0, 16)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Writes a file that nobody has yet; whoever comes second keeps the first one's. */
export function writeOnce(file: string, text: string): void {
  const draft = draftOf(file, text)
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(draft)
  }
  syncFolder(dirname(file))
}

/** Puts a whole new file in the place of the old one: a power cut leaves the one or the other. */
export function replaceFile(file: string, text: string): void {
  renameSync(draftOf(file, text), file)
  syncFolder(dirname(file))
}

/** On disk before the first value is sealed: a power cut must not leave sealed values without their key. */
function draftOf(file: string, text: string): string {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  const handle = openSync(draft, 'wx', 0o600)
  writeSync(handle, text)
  fsyncSync(handle)
  closeSync(handle)
  return draft
}

function syncFolder(path: string): void {
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
