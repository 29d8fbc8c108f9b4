import { basename } from 'node:path'
import { ensure } from '#platform/refuse.ts'
import { readArchive } from '../archive/file.ts'
import { Damage } from '../archive/sealing.ts'
import type { BackupKey } from '../keys/backup-key.ts'
import { backupDamaged } from '../refusals.ts'
import type { Choice } from './choose.ts'

/** What a restore to a moment is going to need, all of it read and proven. */
export type Proven = Choice & {
  key: BackupKey
  server: number
  fieldKeys: string[]
  /** Room that the laid cluster takes; the empty rest of a segment that was closed early takes none. */
  bytes: number
}

export async function prove(choice: Choice, key: BackupKey | undefined): Promise<Proven> {
  let bytes = 0
  const count = async (pieces: AsyncIterable<Buffer>) => {
    for await (const piece of pieces) if (!isEmpty(piece)) bytes += piece.length
  }
  const base = await readArchive(choice.base.path, key, (_section, pieces) => count(pieces))
  ensureIs(base.kind === 'base', choice.base.path)
  let fieldKeys = base.fieldKeys
  for (const { path, segment } of choice.pieces) {
    const read = await readArchive(path, key, (_section, pieces) => count(pieces))
    // A file under another's name is noticed here: the name is sealed inside.
    ensureIs(read.kind === 'log' && read.sections.length === 1 && read.sections[0]?.name === segment, path)
    fieldKeys = read.fieldKeys
  }
  if (!key) throw new Error('nothing is read without its key')
  return { ...choice, key, server: base.server, fieldKeys, bytes }
}

function ensureIs(isIt: boolean, path: string): void {
  const { zh, message: en } = new Damage('它不是名字所说的那一段', 'it is not the part that its name says')
  ensure(isIt, () => backupDamaged({ file: basename(path), zh, en }))
}

const NOTHING = Buffer.alloc(1024 * 1024)

export const isEmpty = (piece: Buffer): boolean =>
  piece.length <= NOTHING.length && piece.equals(NOTHING.subarray(0, piece.length))
