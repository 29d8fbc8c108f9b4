import { constants, inflateSync } from 'node:zlib'

const ACTIVE = [
  'JavaScript',
  'JS',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'RichMedia',
  'XFA',
  'SubmitForm',
  'ImportData',
]
/** What a reader of PDF would run, start or unpack by itself (ISO 32000-1, 12.6 and 7.11.4): a name ends at white space or a delimiter (7.2.2). */
const IS_ACTIVE = new RegExp(`/(?:${ACTIVE.join('|')})(?=[\\0\\s()<>[\\]{}/%]|$)`)
const TAIL = 1024
/** Of what objects are packed into, all streams together. A paper has some thousand objects. */
const MOST_UNPACKED = 20 * 1024 * 1024
const HEAD_BYTES = 512
/** An object stream begins with the numbers and offsets of what it holds (7.5.7). */
const NUMBERS = /^[\0\s]*\d+[\0\s]+\d+/
/** Ways of packing that no scanner puts objects in, and that could not be looked through. */
const ODD = /\/(?:ASCIIHexDecode|AHx|ASCII85Decode|A85|LZWDecode|LZW|RunLengthDecode|RL|Crypt)(?![A-Za-z0-9])/

/** A whole PDF that does nothing by itself, also where its objects are packed; what is packed so that it cannot be looked through is none. */
export function isQuietPdf(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = file.toString('latin1')
  if (!/^%PDF-[12]\.\d/.test(text) || !text.slice(-TAIL).includes('%%EOF') || IS_ACTIVE.test(spelt(text))) return false
  let left = MOST_UNPACKED
  for (const stream of streamsOf(text)) {
    const unpacked = objectsIn(file, stream, left)
    if (unpacked === null) return false
    left -= unpacked.length
    if (IS_ACTIVE.test(spelt(unpacked))) return false
  }
  return true
}

/** A name may be written with its characters' numbers: /J#61vaScript. */
const spelt = (text: string) =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** `before`: everything since the stream before it, its own dictionary last. */
type Stream = { before: string; at: number }

function* streamsOf(text: string): Generator<Stream> {
  let last = 0
  for (const found of text.matchAll(/(?<!end)stream(?:\r\n|\n|\r)/g)) {
    yield { before: spelt(text.slice(last, found.index)), at: found.index + found[0].length }
    last = found.index
  }
}

/** The text of the objects packed in a stream: empty where it holds none, null where they cannot be told. */
function objectsIn(file: Buffer, { before, at }: Stream, most: number): string | null {
  const isSaid = before.includes('/ObjStm')
  const mayBe = isSaid || (before.includes('/First') && /\/N(?![A-Za-z])/.test(before))
  if (mayBe && (ODD.test(before) || before.includes('/Predictor'))) return null
  const isPacked = /\/(?:FlateDecode|Fl)(?![A-Za-z])/.test(before)
  if (!isPacked) return isSaid && /\/(?:Filter|F)(?![A-Za-z])/.test(before) ? null : ''
  const head = inflated(file.subarray(at, at + HEAD_BYTES), HEAD_BYTES * 1100)
  if (head === null) return isSaid ? null : ''
  if (!isSaid && !NUMBERS.test(head)) return ''
  return inflated(file.subarray(at), most)
}

/** As far as it goes, as readers do; null where it is broken, or more than it may be. */
function inflated(packed: Buffer, most: number): string | null {
  if (most <= 0) return null
  try {
    return inflateSync(packed, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1')
  } catch {
    return null
  }
}
