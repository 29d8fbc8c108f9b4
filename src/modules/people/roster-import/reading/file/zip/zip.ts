import { LIMITS } from '../limits.ts'
import { refuseFile } from '../refusal.ts'

export type ZipEntry = { name: string; method: number; crc: number; packed: number; size: number; offset: number }
export type Zip = { bytes: Uint8Array; entries: Map<string, ZipEntry> }

const END = 0x06054b50
const END64 = 0x06064b50
const LOCATOR64 = 0x07064b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const FULL32 = 0xffffffff

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === END) return at
  return refuseFile('FILE_DAMAGED')
}

/** Where the central directory starts and how many entries it claims; zip64 archives say it elsewhere. */
function directoryPlace(view: DataView): { start: number; count: number } {
  const end = findEnd(view)
  const start = view.getUint32(end + 16, true)
  const count = view.getUint16(end + 10, true)
  const locator = end - 20
  if ((start !== FULL32 && count !== 0xffff) || locator < 0 || view.getUint32(locator, true) !== LOCATOR64)
    return { start, count }
  const end64 = Number(view.getBigUint64(locator + 8, true))
  if (end64 + 56 > view.byteLength || view.getUint32(end64, true) !== END64) refuseFile('FILE_DAMAGED')
  return { start: Number(view.getBigUint64(end64 + 48, true)), count: Number(view.getBigUint64(end64 + 32, true)) }
}

/** The zip64 extra field replaces those of size, packed size and offset that are full, in this order. */
function widen(entry: ZipEntry, view: DataView, extra: { from: number; to: number }): void {
  for (let at = extra.from; at + 4 <= extra.to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    let value = at + 4
    for (const key of ['size', 'packed', 'offset'] as const) {
      if (entry[key] !== FULL32 || value + 8 > extra.to) continue
      entry[key] = Number(view.getBigUint64(value, true))
      value += 8
    }
  }
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): { entry: ZipEntry; next: number } {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) refuseFile('FILE_DAMAGED')
  const nameEnd = at + 46 + view.getUint16(at + 28, true)
  const extraEnd = nameEnd + view.getUint16(at + 30, true)
  const next = extraEnd + view.getUint16(at + 32, true)
  if (next > view.byteLength) refuseFile('FILE_DAMAGED')
  if (view.getUint16(at + 8, true) & 1) refuseFile('FILE_ENCRYPTED')
  const entry: ZipEntry = {
    name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/'),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  }
  widen(entry, view, { from: nameEnd, to: extraEnd })
  return { entry, next }
}

function refuseTricks(entries: ZipEntry[]): void {
  const names = new Set(entries.map((entry) => entry.name.toLowerCase()))
  if (names.size !== entries.length) refuseFile('FILE_TRICK')
  for (const { name } of entries) {
    const escapes =
      name.startsWith('/') || name.includes('\0') || /^[a-z]:/i.test(name) || name.split('/').includes('..')
    if (escapes) refuseFile('FILE_TRICK')
  }
  const placed = entries.toSorted((a, b) => a.offset - b.offset)
  for (const [index, entry] of placed.entries()) {
    const after = placed[index + 1]
    if (after && entry.offset + 30 + entry.packed > after.offset) refuseFile('FILE_TRICK')
  }
}

/** Only what can be inflated counts: pictures and fonts stay packed. */
function refuseBombs(entries: ZipEntry[]): void {
  const read = entries.filter((entry) => /\.(xml|rels)$/i.test(entry.name))
  const unpacked = read.reduce((sum, entry) => sum + entry.size, 0)
  const packed = read.reduce((sum, entry) => sum + entry.packed, 0)
  const isBomb = unpacked > LIMITS.unpacked || (unpacked > LIMITS.unpackedFreely && unpacked > packed * LIMITS.ratio)
  if (isBomb) refuseFile('FILE_BOMB')
}

/** Reads the directory of an archive and refuses what no office program writes, before anything is inflated. */
export function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < 22) refuseFile('FILE_DAMAGED')
  const { start, count } = directoryPlace(view)
  if (count > LIMITS.zipEntries) refuseFile('FILE_BOMB')
  const entries: ZipEntry[] = []
  let at = start
  while (entries.length < count) {
    const { entry, next } = readEntry(bytes, view, at)
    entries.push(entry)
    at = next
  }
  const files = entries.filter((entry) => !entry.name.endsWith('/'))
  refuseTricks(files)
  refuseBombs(files)
  return { bytes, entries: new Map(files.map((entry) => [entry.name.toLowerCase(), entry])) }
}

/** A part by its name; office programs do not agree on capital letters. */
export function entryNamed(zip: Zip, name: string): ZipEntry | undefined {
  return zip.entries.get(name.toLowerCase())
}

export function packedBytes(zip: Zip, entry: ZipEntry): Uint8Array {
  const view = new DataView(zip.bytes.buffer, zip.bytes.byteOffset, zip.bytes.byteLength)
  if (entry.offset + 30 > view.byteLength || view.getUint32(entry.offset, true) !== LOCAL) refuseFile('FILE_DAMAGED')
  const from = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  if (from + entry.packed > view.byteLength) refuseFile('FILE_DAMAGED')
  return zip.bytes.subarray(from, from + entry.packed)
}
