import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import { sheetUnreadable, weakPassphrase, wrongPassphrase } from '../refusals.ts'
import { type BackupKey, keyOf } from './backup-key.ts'
import type { FieldKeys } from './field-keys.ts'
import { readLetters, WrongLine, writeLetters } from './letters.ts'

const MIN_PASSPHRASE = 12
const COST = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 }
const [SALT, NONCE, TAG] = [16, 12, 16]
const BEGIN = { key: '--- 备份密钥 BACKUP KEY ---', envelope: '--- 字段密钥信封 ENVELOPE OF THE FIELD KEYS ---' }
const END = '--- 完 END ---'

/** For two people: the backup key in letters; the field keys in an envelope that opens only with the passphrase, which somebody else keeps. */
export function writeSheet(made: { key: BackupKey; fieldKeys: FieldKeys; passphrase: string; on: string }): string {
  if ([...made.passphrase].length < MIN_PASSPHRASE) throw weakPassphrase()
  const envelope = sealEnvelope(made.fieldKeys, made.passphrase)
  return [
    '桑榆恢复单  Sangyu recovery sheet',
    '',
    `备份密钥编号 Key of the backups: ${made.key.fingerprint}    打印日期 Printed on: ${made.on}`,
    '',
    '把本单打印后锁进保险柜；口令由另一个人保管，不要写在本单上。密钥轮换后请重新打印。',
    'Print this and lock it away; somebody else keeps the passphrase, which is not written here. Print it anew after the keys are rotated.',
    '恢复到新机器 To restore on another machine:  sangyu restore 备份文件 BACKUP --sheet 本单 THIS-SHEET',
    '',
    BEGIN.key,
    ...writeLetters(made.key.bytes),
    END,
    '',
    BEGIN.envelope,
    ...writeLetters(envelope),
    END,
    '',
  ].join('\n')
}

export type Sheet = { key: BackupKey; openEnvelope: (passphrase: string) => FieldKeys }

export function readSheet(text: string): Sheet {
  const bytes = part(text, BEGIN.key, { zh: '备份密钥', en: 'the backup key' })
  const envelope = part(text, BEGIN.envelope, { zh: '信封', en: 'the envelope' })
  return { key: keyOf(bytes), openEnvelope: (passphrase) => openEnvelope(envelope, passphrase) }
}

function part(text: string, begin: string, called: { zh: string; en: string }): Buffer {
  const lines = text.split('\n').map((line) => line.trim())
  const from = lines.indexOf(begin)
  const to = lines.indexOf(END, from)
  if (from < 0 || to < 0)
    throw sheetUnreadable({ zh: `缺少“${called.zh}”部分`, en: `its part with ${called.en} is missing` })
  try {
    return readLetters(lines.slice(from + 1, to).filter((line) => line !== ''))
  } catch (error) {
    if (!(error instanceof WrongLine)) throw error
    throw sheetUnreadable({
      zh: `${called.zh}的第 ${error.line} 行抄错了`,
      en: `line ${error.line} of ${called.en} was copied wrongly`,
    })
  }
}

function sealEnvelope(fieldKeys: FieldKeys, passphrase: string): Buffer {
  const [salt, nonce] = [randomBytes(SALT), randomBytes(NONCE)]
  const cipher = createCipheriv('aes-256-gcm', scryptSync(passphrase.normalize('NFKC'), salt, 32, COST), nonce)
  const body = Buffer.concat([cipher.update(gzipSync(JSON.stringify(fieldKeys))), cipher.final()])
  return Buffer.concat([salt, nonce, cipher.getAuthTag(), body])
}

const fieldKeysShape = z.record(z.string().regex(/^[\w-]+\.(json|key)$/), z.string())

function openEnvelope(envelope: Buffer, passphrase: string): FieldKeys {
  const [salt, nonce] = [envelope.subarray(0, SALT), envelope.subarray(SALT, SALT + NONCE)]
  const key = scryptSync(passphrase.normalize('NFKC'), salt, 32, COST)
  const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
  cipher.setAuthTag(envelope.subarray(SALT + NONCE, SALT + NONCE + TAG))
  try {
    const opened = Buffer.concat([cipher.update(envelope.subarray(SALT + NONCE + TAG)), cipher.final()])
    return fieldKeysShape.parse(JSON.parse(gunzipSync(opened).toString('utf8')))
  } catch {
    throw wrongPassphrase()
  }
}
