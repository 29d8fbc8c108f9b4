import { refuseFile } from '../refusal.ts'

/** A compound file: a little file system with streams in chained sectors. */
type Ole = { view: DataView; shift: number; fat: number[] }
type Stream = { name: string; start: number; size: number }

const FREE = 0xfffffffa

function sectorAt(ole: Pick<Ole, 'shift'>, sector: number): number {
  return (sector + 1) << ole.shift
}

/** Sectors of the allocation table: 109 are named in the header, the rest in a chain of their own. */
function fatSectors(ole: Ole): number[] {
  const { view, shift } = ole
  const sectors: number[] = []
  for (let at = 0x4c; at < 0x200; at += 4) sectors.push(view.getUint32(at, true))
  const perSector = (1 << shift) / 4
  let next = view.getUint32(0x44, true)
  for (let met = 0; next < FREE && met * (1 << shift) < view.byteLength; met++) {
    const from = sectorAt(ole, next)
    if (from + (1 << shift) > view.byteLength) refuseFile('FILE_DAMAGED')
    for (let index = 0; index < perSector - 1; index++) sectors.push(view.getUint32(from + index * 4, true))
    next = view.getUint32(from + (perSector - 1) * 4, true)
  }
  return sectors.filter((sector) => sector < FREE)
}

function openOle(bytes: Uint8Array): Ole {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < 0x600) refuseFile('FILE_DAMAGED')
  const shift = view.getUint16(0x1e, true)
  if (shift !== 9 && shift !== 12) refuseFile('FILE_DAMAGED')
  const ole: Ole = { view, shift, fat: [] }
  for (const sector of fatSectors(ole)) {
    const from = sectorAt(ole, sector)
    if (from + (1 << shift) > view.byteLength) refuseFile('FILE_DAMAGED')
    for (let at = from; at < from + (1 << shift); at += 4) ole.fat.push(view.getUint32(at, true))
  }
  return ole
}

/** Follows a chain; one that turns in a circle or leaves the file is damage. */
function readChain(ole: Ole, start: number): Uint8Array {
  const size = 1 << ole.shift
  const parts: Uint8Array[] = []
  for (let sector = start; sector < FREE; sector = ole.fat[sector] ?? FREE) {
    const from = sectorAt(ole, sector)
    if (from >= ole.view.byteLength || parts.length * size > ole.view.byteLength) refuseFile('FILE_DAMAGED')
    parts.push(new Uint8Array(ole.view.buffer, ole.view.byteOffset + from, Math.min(size, ole.view.byteLength - from)))
  }
  return Buffer.concat(parts)
}

function streamsOf(ole: Ole): Stream[] {
  const directory = readChain(ole, ole.view.getUint32(0x30, true))
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
  const streams: Stream[] = []
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = Math.max(0, Math.min(64, view.getUint16(at + 64, true)) - 2)
    const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + length))
    streams.push({ name, start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) })
  }
  return streams
}

const MINI = 64

/** Streams under 4 KB stand in small sectors inside the root's own stream. */
function readSmall(ole: Ole, root: Stream, stream: Stream): Uint8Array {
  const holder = readChain(ole, root.start)
  const table = readChain(ole, ole.view.getUint32(0x3c, true))
  const next = new DataView(table.buffer, table.byteOffset, table.byteLength)
  const parts: Uint8Array[] = []
  for (let sector = stream.start; sector < FREE; sector = next.getUint32(sector * 4, true)) {
    if (parts.length > 4096 / MINI || sector * 4 + 4 > table.length) refuseFile('FILE_DAMAGED')
    parts.push(holder.subarray(sector * MINI, (sector + 1) * MINI))
  }
  return Buffer.concat(parts)
}

export function workbookStream(bytes: Uint8Array): Uint8Array {
  const ole = openOle(bytes)
  const streams = streamsOf(ole)
  const has = (...names: string[]) => streams.find((stream) => names.includes(stream.name.toLowerCase()))
  if (has('encryptedpackage', 'encryptioninfo')) refuseFile('FILE_ENCRYPTED')
  const workbook = has('workbook', 'book')
  if (!workbook && has('worddocument', 'powerpoint document')) refuseFile('FILE_IS_A_DOCUMENT')
  const [root] = streams
  if (!workbook || !root) refuseFile('FILE_NOT_A_SPREADSHEET')
  const content = workbook.size < 4096 ? readSmall(ole, root, workbook) : readChain(ole, workbook.start)
  return content.subarray(0, workbook.size)
}
