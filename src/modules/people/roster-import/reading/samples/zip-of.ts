import { crc32, deflateRawSync } from 'node:zlib'

/** What a test may lie about in one entry of an archive. */
export type Part = {
  name: string
  text: string | Uint8Array
  stored?: boolean
  claims?: number
  encrypted?: boolean
  offset?: number
}

function header(part: Part, packed: Uint8Array, raw: Uint8Array): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(part.encrypted ? 0x801 : 0x800, 2)
  fields.writeUInt16LE(part.stored ? 0 : 8, 4)
  fields.writeUInt32LE(crc32(raw), 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(part.claims ?? raw.length, 18)
  fields.writeUInt16LE(Buffer.byteLength(part.name), 22)
  return fields
}

function signed(signature: number, ...parts: Uint8Array[]): Buffer {
  const start = Buffer.alloc(4)
  start.writeUInt32LE(signature)
  return Buffer.concat([start, ...parts])
}

export function zipOf(parts: Part[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const raw = typeof part.text === 'string' ? Buffer.from(part.text) : part.text
    const packed = part.stored ? raw : deflateRawSync(raw)
    const fields = header(part, packed, raw)
    const file = signed(0x04034b50, fields, Buffer.from(part.name), packed)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(part.offset ?? offset, 10)
    directory.push(signed(0x02014b50, Buffer.from([20, 0]), fields, tail, Buffer.from(part.name)))
    files.push(file)
    offset += file.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(
    directory.reduce((sum, one) => sum + one.length, 0),
    8,
  )
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...files, ...directory, signed(0x06054b50, end)])
}
