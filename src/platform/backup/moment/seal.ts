import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ensure, refusal } from '#platform/refuse.ts'
import { readArchive, writeArchive } from '../archive/file.ts'
import { type Counted, framesOf, jsonFrame, type Manifest } from '../archive/sections.ts'
import { type BackupKey, openBackupKey } from '../keys/backup-key.ts'
import { marksOf, readFieldKeys } from '../keys/field-keys.ts'
import { momentFolder, pieceName } from './names.ts'

export type Archiver = { home: string; data: string; product: string }

const SEGMENT_BYTES = 16 * 1024 * 1024

/** Which cluster this is: the number that initdb gave it stands at the beginning of its control file. */
export const clusterOf = (data: string): string =>
  String(readFileSync(join(data, 'global', 'pg_control')).readBigUInt64LE(0))

export const folderOf = ({ home, data }: Archiver): string => join(momentFolder(home), clusterOf(data))

export function describe(
  { home, data, product }: Archiver,
  said: { kind: 'base' | 'log'; at: Date; sections: Counted[] },
): Manifest {
  return {
    kind: said.kind,
    madeAt: said.at.toISOString(),
    product,
    server: Number.parseInt(readFileSync(join(data, 'PG_VERSION'), 'utf8'), 10),
    databaseBytes: 0,
    migrations: [],
    fieldKeys: marksOf(readFieldKeys(home)),
    sequences: [],
    sections: said.sections,
  }
}

const status = (data: string) => join(data, 'pg_wal', 'archive_status')

/** The segments that the server would like to give up, oldest first. */
export function waitingIn(data: string): string[] {
  return readdirSync(status(data))
    .filter((name) => name.endsWith('.ready'))
    .map((name) => name.slice(0, -'.ready'.length))
    .sort()
}

const otherThere = refusal('moment.other_there', 409, (p: { segment: string; folder: string }) => ({
  zh: `归档里已有内容不同的 ${p.segment}：数据库可能被退回到了旧的磁盘快照。请把 ${p.folder} 移到别处，下一份基准副本会自动重新开始。`,
  en: `The archive already holds another ${p.segment}: the database may have been put back to an earlier image of its disk. Move ${p.folder} elsewhere; the next base copy begins anew by itself.`,
}))
const cutShort = refusal('moment.cut_short', 503, (p: { segment: string; bytes: number }) => ({
  zh: `日志段 ${p.segment} 只有 ${p.bytes} 字节，不完整，没有归档。`,
  en: `The segment ${p.segment} has only ${p.bytes} bytes; it is not whole and was not archived.`,
}))

/** Seals one segment; its file appears only when it is whole and on disk. One that is there already, from before a kill, must be equal. */
export async function sealSegment(archiver: Archiver, segment: string): Promise<void> {
  const folder = folderOf(archiver)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(archiver.data, 'pg_wal', segment)
  const { size, mtime } = statSync(path)
  ensure(size === SEGMENT_BYTES, () => cutShort({ segment, bytes: size }))
  const key = openBackupKey(archiver.home)
  const there = readdirSync(folder).find((name) => name.startsWith(`${segment}-`) && name.endsWith('.sealed'))
  if (there) return ensure(await isSame(join(folder, there), path, key), () => otherThere({ segment, folder }))
  const sections: Counted[] = []
  async function* frames() {
    yield* framesOf({ kind: 'file', name: segment, columns: [] }, createReadStream(path), (one) => sections.push(one))
    yield jsonFrame('manifest', describe(archiver, { kind: 'log', at: mtime, sections }))
  }
  await writeArchive(join(folder, pieceName(segment, mtime)), { key, product: archiver.product }, frames())
}

async function isSame(sealed: string, path: string, key: BackupKey): Promise<boolean> {
  const sm3 = createHash('sm3')
    .update(await readFile(path))
    .digest('hex')
  const manifest = await readArchive(sealed, key, async (_section, pieces) => {
    for await (const _piece of pieces);
  })
  return manifest.sections[0]?.sm3 === sm3
}

export function sweepDrafts(archiver: Archiver): void {
  const folder = folderOf(archiver)
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    if (/^base\.draft|\.part-\d+$/.test(name)) rmSync(join(folder, name), { force: true })
}
