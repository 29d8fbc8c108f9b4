import { crc32, createInflateRaw } from 'node:zlib'
import { LIMITS } from '../limits.ts'
import { RefusedFile, refuseFile } from '../refusal.ts'
import { entryNamed, packedBytes, type Zip, type ZipEntry } from './zip.ts'

const CHUNK = 1 << 18

async function* inflated(zip: Zip, entry: ZipEntry): AsyncGenerator<Buffer> {
  const packed = packedBytes(zip, entry)
  if (entry.method === 0) {
    for (let at = 0; at < packed.length; at += CHUNK)
      yield Buffer.from(packed.buffer, packed.byteOffset + at, Math.min(CHUNK, packed.length - at))
    return
  }
  if (entry.method !== 8) refuseFile('FILE_OTHER_FORMAT')
  const stream = createInflateRaw({ chunkSize: CHUNK })
  stream.end(packed)
  try {
    for await (const chunk of stream) yield chunk as Buffer // zlib streams give buffers
  } catch (cause) {
    throw cause instanceof RefusedFile ? cause : new RefusedFile('FILE_DAMAGED')
  } finally {
    stream.destroy()
  }
}

/** Markup declarations bring entities; workbooks have none. A cut between two chunks is looked at again with the next. */
function refuseDeclarations(text: string): void {
  for (let at = text.indexOf('<!'); at >= 0; at = text.indexOf('<!', at + 2)) {
    const is = text.slice(at, at + 4)
    if (is.length === 4 && is !== '<!--' && is !== '<![C') refuseFile('FILE_TRICK')
  }
}

/** Unpacks one part piece by piece, one character a byte. Gives up as soon as it is larger than it says, wrong or hostile. */
export async function* partPieces(zip: Zip, entry: ZipEntry): AsyncGenerator<string> {
  let size = 0
  let crc = 0
  let tail = ''
  for await (const chunk of inflated(zip, entry)) {
    if (size === 0 && (chunk[0] === 0xfe || chunk[0] === 0xff)) refuseFile('FILE_DAMAGED')
    size += chunk.length
    if (size > entry.size) refuseFile('FILE_BOMB')
    crc = crc32(chunk, crc)
    const text = chunk.toString('latin1')
    refuseDeclarations(tail + text)
    tail = text.slice(-3)
    yield text
  }
  if (size !== entry.size || crc !== entry.crc) refuseFile('FILE_DAMAGED')
}

export async function wholePart(zip: Zip, name: string): Promise<string | undefined> {
  const entry = entryNamed(zip, name)
  if (!entry) return undefined
  if (entry.size > LIMITS.smallPart) refuseFile('FILE_BOMB')
  let text = ''
  for await (const piece of partPieces(zip, entry)) text += piece
  return Buffer.from(text, 'latin1')
    .toString('utf8')
    .replace(/^\uFEFF/, '')
}
