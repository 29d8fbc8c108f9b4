import assert from 'node:assert/strict'
import test from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import { cleanPicture } from './index.ts'

const text = (value: string) => Buffer.from(value, 'latin1')
const hex = (value: string) => Buffer.from(value, 'hex')

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([text(name), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

type Given = { width?: number; height?: number; extra?: Buffer[]; after?: string }

function png({ width = 1, height = 1, extra, after = '' }: Given = {}): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const points = chunk('IDAT', deflateSync(Buffer.alloc(4)))
  const parts = [hex('89504e470d0a1a0a'), chunk('IHDR', head), ...(extra ?? []), points, chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([...parts, text(after)])
}

const segment = (marker: number, content: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}
/** What a telephone writes: how it was held, and where it was. */
const exif = (orientation: number) =>
  segment(
    0xe1,
    Buffer.concat([
      text('Exif\0\0'),
      hex('4d4d002a000000080002'),
      hex(`011200030000000100${orientation.toString(16).padStart(2, '0')}0000`),
      hex('88250004000000010000002600000000'),
      text('GPS 37.19N 116.86E'),
    ]),
  )

function jpeg({ width = 8, height = 6, extra, after = '' }: Given = {}): Buffer {
  const frame = Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0])
  const scan = Buffer.concat([segment(0xda, hex('0101003f00')), hex('12ff00ffd034ff0056')])
  const jfif = segment(0xe0, Buffer.concat([text('JFIF\0'), hex('010100000100010000')]))
  const parts = [
    hex('ffd8'),
    jfif,
    ...(extra ?? []),
    segment(0xdb, Buffer.alloc(65)),
    segment(0xc0, frame),
    scan,
    hex('ffd9'),
  ]
  return Buffer.concat([...parts, text(after)])
}

test('a plain picture stays as it is, byte for byte', () => {
  const [p, j] = [png({ width: 300, height: 400 }), jpeg({ width: 300, height: 400 })]
  for (const [kind, bytes] of [
    ['png', p],
    ['jpeg', j],
  ] as const) {
    const found = cleanPicture(bytes)
    assert.deepEqual([found?.kind, found?.width, found?.height], [kind, 300, 400])
    assert.deepEqual(Buffer.from(found?.bytes ?? []), bytes)
  }
})

test('where it was taken is forgotten, how the camera was held is not', () => {
  const found = cleanPicture(
    jpeg({ extra: [exif(6), segment(0xe1, text('xap/1.0/ GPS')), segment(0xfe, text('GPS'))] }),
  )
  const bytes = Buffer.from(found?.bytes ?? [])
  assert.ok(found && !bytes.includes('GPS') && !bytes.includes('xap'))
  assert.ok(bytes.includes('Exif'))
  assert.deepEqual(Buffer.from(cleanPicture(bytes)?.bytes ?? []), bytes, 'cleaning twice changes nothing')
  const upright = Buffer.from(cleanPicture(jpeg({ extra: [exif(1)] }))?.bytes ?? [])
  assert.deepEqual(upright, jpeg())
})

test('texts, times and other people’s chunks of a PNG are left out', () => {
  const extra = [
    chunk('tEXt', text('Author\0周敏')),
    chunk('eXIf', text('MM GPS')),
    chunk('tIME', Buffer.alloc(7)),
    chunk('prVt', text('x')),
  ]
  assert.deepEqual(Buffer.from(cleanPicture(png({ extra }))?.bytes ?? []), png())
})

test('a second file behind the picture is cut off', () => {
  const after = 'PK\x03\x04<script>alert(1)</script>'
  assert.deepEqual(Buffer.from(cleanPicture(png({ after }))?.bytes ?? []), png())
  assert.deepEqual(Buffer.from(cleanPicture(jpeg({ after }))?.bytes ?? []), jpeg())
})

const REFUSED: [what: string, bytes: Buffer][] = [
  ['nothing', Buffer.alloc(0)],
  ['a page that calls itself a picture', text('<svg onload=alert(1)>')],
  ['a GIF', text('GIF89a\x01\x00\x01\x00')],
  ['a flood of points', png({ width: 60_000, height: 60_000 })],
  ['a long ribbon', jpeg({ width: 20_000, height: 10 })],
  ['no points at all', png({ width: 0 })],
  ['half a PNG', png().subarray(0, 40)],
  ['half a JPEG', jpeg().subarray(0, -4)],
  ['a JPEG of a head alone', hex('ffd8ffd9')],
  ['a chunk that was changed', Buffer.from(png()).fill(7, 45, 47)],
  ['a length that lies', hex('89504e470d0a1a0affffffff49484452')],
]
for (const [what, bytes] of REFUSED)
  test(`${what} is no photograph`, () => assert.equal(cleanPicture(bytes), undefined))
