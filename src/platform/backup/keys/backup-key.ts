import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { backupKeyDamaged } from '../refusals.ts'
import { readLetters, writeLetters } from './letters.ts'

/** 32 random bytes of their own: whoever may read a backup need not be able to open the sealed values in it. */
export type BackupKey = { bytes: Buffer; fingerprint: string }

const fileOf = (home: string) => join(home, 'keys', 'backup.json')

export const keyOf = (bytes: Buffer): BackupKey => ({
  bytes,
  fingerprint: createHash('sha256').update('sangyu backup key').update(bytes).digest('hex').slice(0, 8),
})

export function readBackupKey(home: string): BackupKey | undefined {
  const file = fileOf(home)
  if (!existsSync(file)) return undefined
  chmodSync(file, 0o600)
  const written = readWritten(readFileSync(file, 'utf8'))
  const key = written && keyOf(written.bytes)
  if (!key || key.fingerprint !== written.fingerprint) throw backupKeyDamaged({ file })
  return key
}

/** The backup key of a home, made on first use; two that make it at once agree on one. */
export function openBackupKey(home: string): BackupKey {
  return readBackupKey(home) ?? keepBackupKey(home, keyOf(randomBytes(32)))
}

export function keepBackupKey(home: string, key: BackupKey): BackupKey {
  const file = fileOf(home)
  mkdirSync(join(home, 'keys'), { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  const text = JSON.stringify({ key: writeLetters(key.bytes).join(' '), fingerprint: key.fingerprint }, null, 2)
  writeFileSync(draft, `${text}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(draft)
  }
  return readBackupKey(home) ?? key
}

function readWritten(text: string): { bytes: Buffer; fingerprint: string } | undefined {
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read !== 'object' || read === null || !('key' in read && 'fingerprint' in read)) return undefined
    return { bytes: readLetters(String(read.key).split(' ')), fingerprint: String(read.fingerprint) }
  } catch {
    return undefined
  }
}
