import { crc32 } from 'node:zlib'
import type { Picture } from './index.ts'

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
/** What drawing needs; text, time, place and private chunks are not among it. */
const KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'IDAT', 'IEND'])

/** The chunks of a PNG file that make its picture; each must be whole, and nothing may stand behind the last. */
export function cleanPng(bytes: Uint8Array): Picture | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!file.subarray(0, 8).equals(SIGNATURE)) return undefined
  const chunks = chunksOf(file)
  const [first] = chunks ?? []
  if (!chunks || !first?.isNamed('IHDR') || first.bytes.length !== 25 || !chunks.some((one) => one.isNamed('IDAT')))
    return undefined
  const kept = chunks.filter(({ name }) => KEPT.has(name)).map((one) => one.bytes)
  const [width, height] = [first.bytes.readUInt32BE(8), first.bytes.readUInt32BE(12)]
  return { kind: 'png', width, height, bytes: Buffer.concat([SIGNATURE, ...kept]) }
}

type Chunk = { name: string; bytes: Buffer; isNamed: (name: string) => boolean }

function chunksOf(file: Buffer): Chunk[] | undefined {
  const found: Chunk[] = []
  for (let at = 8; at + 12 <= file.length; ) {
    const end = at + 12 + file.readUInt32BE(at)
    if (end > file.length || file.readUInt32BE(end - 4) !== crc32(file.subarray(at + 4, end - 4))) return undefined
    const name = file.toString('latin1', at + 4, at + 8)
    found.push({ name, bytes: file.subarray(at, end), isNamed: (wanted) => wanted === name })
    if (name === 'IEND') return found
    at = end
  }
  return undefined
}
