import { once } from 'node:events'
import { closeSync, createReadStream, createWriteStream, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import { Refusal } from '#platform/refuse.ts'
import type { BackupKey } from '../keys/backup-key.ts'
import { backupDamaged, backupNewer, noKey, notABackup, wrongKey } from '../refusals.ts'
import { bytesOf } from './bytes.ts'
import { type Bytes, Damage, FORMAT, type Header, headerShape, MAGIC, newHeader, open, seal } from './sealing.ts'
import { type Manifest, readSections, type Visit } from './sections.ts'

/** Writes frames as one sealed file. It appears under its name only when it is whole and on disk. */
export async function writeArchive(
  path: string,
  { key, product }: { key: BackupKey; product: string },
  frames: AsyncIterable<Buffer>,
): Promise<void> {
  const draft = `${path}.part-${process.pid}`
  const header = newHeader(key.fingerprint, { at: new Date().toISOString(), product })
  try {
    const compressed = Readable.from(frames, { objectMode: false }).pipe(createZstdCompress())
    await pipeline(seal(key.bytes, header, compressed), createWriteStream(draft, { mode: 0o600, flags: 'wx' }))
    sync(draft)
    renameSync(draft, path)
    sync(dirname(path))
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

function sync(path: string): void {
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/** Reads a whole archive with the key it needs and answers its manifest; what is wrong with it is said in words. */
export async function readArchive(path: string, key: BackupKey | undefined, visit: Visit): Promise<Manifest> {
  const stream = createReadStream(path, { highWaterMark: 1024 * 1024 })
  try {
    await once(stream, 'open')
    const bytes = bytesOf(stream)
    const header = await readHeader(path, bytes)
    if (!key) throw noKey({ needed: header.key })
    if (key.fingerprint !== header.key) throw wrongKey({ needed: header.key, given: key.fingerprint })
    return await readBody(open(key.bytes, header, bytes), visit)
  } catch (error) {
    throw inWords(path, error)
  } finally {
    stream.destroy()
  }
}

async function readBody(plain: AsyncGenerator<Buffer>, visit: Visit): Promise<Manifest> {
  const unpacked = createZstdDecompress()
  const faults: unknown[] = []
  const feeding = pipeline(Readable.from(plain, { objectMode: false }), unpacked).catch((error: unknown) => {
    faults.push(error)
  })
  try {
    return await readSections(bytesOf(unpacked), visit)
  } catch (error) {
    unpacked.destroy()
    await feeding
    // What spoiled the chunk says more than the broken stream behind it.
    throw faults.find((fault) => fault instanceof Damage) ?? error
  }
}

/** The header alone, without any key: what made it and which key it needs. */
async function readHeader(path: string, bytes: Bytes): Promise<Header> {
  const start = await bytes.take(MAGIC.length + 4).catch(() => Buffer.alloc(0))
  if (!start.subarray(0, MAGIC.length).equals(MAGIC)) throw notABackup({ file: path })
  const length = start.readUInt32BE(MAGIC.length)
  if (length > 10_000) throw new Damage('文件头不符', 'its header is not right')
  const read: unknown = JSON.parse((await bytes.take(length)).toString('utf8'))
  const format = typeof read === 'object' && read !== null && 'format' in read ? Number(read.format) : FORMAT
  if (format > FORMAT) throw backupNewer({ what: `format ${format}` })
  return headerShape.parse(read)
}

function inWords(path: string, error: unknown): unknown {
  if (error instanceof Refusal) return error
  if (error instanceof Damage) return backupDamaged({ file: path, zh: error.zh, en: error.message })
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT' || code === 'EISDIR') return notABackup({ file: path })
  const isOfTheFile =
    error instanceof SyntaxError || code.startsWith('Z') || (error instanceof Error && error.name === 'ZodError')
  return isOfTheFile ? backupDamaged({ file: path, zh: '内容读不出', en: 'its content cannot be read' }) : error
}
