import { inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const LOCAL_BYTES = 30
const DEFLATED = 8

/** Whether everything packed into a zip file stays under so many bytes. Sizes the file declares are not believed: each part is inflated up to the limit. */
export function unpacksWithin(zip: Uint8Array, limit: number): boolean {
  const file = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength)
  try {
    let left = limit
    for (const part of partsOf(file)) left -= inflatedBytes(part, left)
    return left >= 0
  } catch {
    return false
  }
}

type Part = { method: number; packed: Buffer }

function* partsOf(file: Buffer): Generator<Part> {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + END_BYTES > file.length || file.readUInt32LE(end) !== END) throw new RangeError('no directory')
  let at = file.readUInt32LE(end + 16)
  for (let entry = 0; entry < file.readUInt16LE(end + 10); entry++) {
    if (file.readUInt32LE(at) !== ENTRY) throw new RangeError('broken directory')
    const local = file.readUInt32LE(at + 42)
    const start = local + LOCAL_BYTES + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    yield { method: file.readUInt16LE(at + 10), packed: file.subarray(start, start + file.readUInt32LE(at + 20)) }
    at += ENTRY_BYTES + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
}

function inflatedBytes({ method, packed }: Part, limit: number): number {
  if (method !== DEFLATED) return packed.length
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) }).length
}
