import { randomBytes } from 'node:crypto'

// Ids of one instant sort in the order they were made (RFC 9562, 6.2 method 1): 32 bits of counter stand between the instant and the chance.
let counter = randomBytes(4).readUInt32BE()

/** A time-ordered UUID (RFC 9562 version 7), made here so that any PostgreSQL from 15 on will do. */
export function newId(at: number = Date.now()): string {
  counter = (counter + 1) >>> 0
  const bytes = randomBytes(16)
  bytes.writeUIntBE(at, 0, 6)
  bytes.writeUInt16BE(0x7000 | (counter >>> 20), 6)
  bytes.writeUInt32BE(((0b10 << 30) | ((counter & 0xfffff) << 10) | (bytes.readUInt16BE(10) & 0x3ff)) >>> 0, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
