import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { z } from 'zod'

/** A readable header, then chunks, each bound to the header, its place and being the last: one changed, moved or missing is noticed (the STREAM construction). */
export const MAGIC = Buffer.from('sangyu-backup\n')
export const FORMAT = 1
const CHUNK = 1024 * 1024
const TAG = 16
const LAST = 0x8000_0000
const ciphers = { 'sm4-gcm': 16, 'aes-256-gcm': 32 } as const

export const headerShape = z.object({
  format: z.int(),
  cipher: z.enum(['sm4-gcm', 'aes-256-gcm']),
  salt: z.string(),
  /** Fingerprint of the backup key, so that a wrong one is named and not taken for damage. */
  key: z.string(),
  madeAt: z.string(),
  product: z.string(),
})
export type Header = z.infer<typeof headerShape>

export class Damage extends Error {
  readonly zh: string
  constructor(zh: string, en: string) {
    super(en)
    this.zh = zh
  }
}

type Opener = { key: Buffer; header: Header; bytes: Buffer }

export function newHeader(key: string, made: { at: string; product: string }): Header {
  const salt = randomBytes(32).toString('base64')
  return { format: FORMAT, cipher: 'sm4-gcm', salt, key, madeAt: made.at, product: made.product }
}

export function headerBytes(header: Header): Buffer {
  const text = Buffer.from(JSON.stringify(header))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  return Buffer.concat([MAGIC, length, text])
}

export async function* seal(key: Buffer, header: Header, source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const bytes = headerBytes(header)
  yield bytes
  const opener = { key, header, bytes }
  let index = 0
  let waiting: Buffer[] = []
  let size = 0
  for await (const piece of source) {
    waiting.push(piece)
    size += piece.length
    while (size > CHUNK) {
      const all: Buffer = Buffer.concat(waiting)
      yield sealChunk(opener, { index: index++, isLast: false }, all.subarray(0, CHUNK))
      waiting = [all.subarray(CHUNK)]
      size -= CHUNK
    }
  }
  yield sealChunk(opener, { index, isLast: true }, Buffer.concat(waiting))
}

type Turn = { index: number; isLast: boolean }

function sealChunk(opener: Opener, turn: Turn, plain: Buffer): Buffer {
  const { name, key, nonce, bound } = termsOf(opener, turn)
  const cipher = createCipheriv(name, key, nonce).setAAD(bound)
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  const length = Buffer.alloc(4)
  length.writeUInt32BE((body.length | (turn.isLast ? LAST : 0)) >>> 0)
  return Buffer.concat([length, body, cipher.getAuthTag()])
}

export type Bytes = { take: (count: number) => Promise<Buffer>; isAtEnd: () => Promise<boolean> }

/** Opens what `seal` made, chunk by chunk; throws Damage before anything of a spoiled chunk is given out. */
export async function* open(key: Buffer, header: Header, bytes: Bytes): AsyncGenerator<Buffer> {
  const opener = { key, header, bytes: headerBytes(header) }
  for (let index = 0; ; index++) {
    const mark = (await bytes.take(4)).readUInt32BE()
    const isLast = (mark & LAST) !== 0
    const length = (mark & ~LAST) >>> 0
    if (length > CHUNK) throw changed(index)
    yield openChunk(opener, { index, isLast }, await bytes.take(length + TAG))
    if (!isLast) continue
    if (await bytes.isAtEnd()) return
    throw new Damage('末尾多出内容', 'there is something after its end')
  }
}

function openChunk(opener: Opener, turn: Turn, sealed: Buffer): Buffer {
  const { name, key, nonce, bound } = termsOf(opener, turn)
  const [body, tag] = [sealed.subarray(0, -TAG), sealed.subarray(-TAG)]
  const cipher = createDecipheriv(name, key, nonce, { authTagLength: TAG }).setAAD(bound).setAuthTag(tag)
  try {
    return Buffer.concat([cipher.update(body), cipher.final()])
  } catch {
    throw changed(turn.index)
  }
}

const changed = (index: number) =>
  new Damage(`第 ${index + 1} 段校验不符`, `chunk ${index + 1} does not fit its authentication tag`)

function termsOf({ key, header, bytes }: Opener, { index, isLast }: Turn) {
  const size = ciphers[header.cipher]
  const derived = Buffer.from(hkdfSync('sha256', key, Buffer.from(header.salt, 'base64'), 'sangyu backup', size))
  const nonce = Buffer.alloc(12)
  nonce[0] = isLast ? 1 : 0
  nonce.writeUInt32BE(index, 8)
  const name = header.cipher as 'aes-256-gcm' // the types know only this one of the two; both are GCM
  return { name, key: derived, nonce, bound: createHash('sha256').update(bytes).digest() }
}
