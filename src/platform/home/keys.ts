import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { refusal } from '#platform/refuse.ts'

/** 32 random bytes each. `id` (1–255) is written beside every sealed value; `fingerprint` lets a database say which keys it needs. */
export type HomeKeys = { id: number; data: Buffer; index: Buffer; fingerprint: string }

const BYTES = 32

export const keysDamaged = refusal('home.keys_damaged', 503, (p: { file: string }) => ({
  zh: `密钥文件 ${p.file} 已损坏，不能启动。请从备份恢复该文件；没有它，已加密的身份证号和电话无法读出。切勿删除后重建。`,
  en: `The key file ${p.file} is damaged. Restore it from your backup: sealed ID and phone numbers cannot be read without it. Do not replace it by a new one.`,
}))

/** The keys of this home, made on first use. Two processes that make them at once agree on one set. */
export function readOrCreateKeys(home: string): HomeKeys {
  const file = join(home, 'keys', 'keys.json')
  if (!existsSync(file)) create(file)
  chmodSync(file, 0o600)
  const keys = parse(readFileSync(file, 'utf8'))
  if (!keys) throw keysDamaged({ file })
  return keys
}

function create(file: string): void {
  const [data, index] = [randomBytes(BYTES), randomBytes(BYTES)]
  const text = {
    id: 1,
    data: data.toString('base64'),
    index: index.toString('base64'),
    fingerprint: fingerprint(data, index),
  }
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  writeDurably(draft, `${JSON.stringify(text, null, 2)}\n`)
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(draft)
  }
  syncFolder(join(file, '..'))
}

/** On disk before the first value is sealed: a power cut must not leave sealed values without their key. */
function writeDurably(path: string, text: string): void {
  const handle = openSync(path, 'wx', 0o600)
  writeSync(handle, text)
  fsyncSync(handle)
  closeSync(handle)
}

function syncFolder(path: string): void {
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

const fingerprint = (data: Buffer, index: Buffer) =>
  createHash('sha256').update('sangyu keys').update(data).update(index).digest('hex').slice(0, 16)

function parse(text: string): HomeKeys | undefined {
  const read = parseJson(text)
  if (typeof read !== 'object' || read === null) return undefined
  if (!('id' in read && 'data' in read && 'index' in read && 'fingerprint' in read)) return undefined
  const [data, index] = [Buffer.from(String(read.data), 'base64'), Buffer.from(String(read.index), 'base64')]
  const isWhole =
    Number.isInteger(read.id) &&
    data.length === BYTES &&
    index.length === BYTES &&
    fingerprint(data, index) === read.fingerprint
  return isWhole ? { id: Number(read.id), data, index, fingerprint: fingerprint(data, index) } : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
