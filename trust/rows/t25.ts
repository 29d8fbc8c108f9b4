import { crc32 } from 'node:zlib'
import { contract as consents } from '#modules/people/privacy/consents/contract.ts'
import { contract as record } from '#modules/people/record/contract.ts'
import { Refused } from '#platform/client.ts'
import { photograph } from '#test/photograph.ts'
import { staffedOffice } from '../kit/doors.ts'
import { noneOf, type Row } from '../row.ts'

const GPS = 'GPS 37.19N 116.86E'

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A PNG of the width and height it claims, with next to nothing inside: a browser would set aside 14 GB for the first. */
function png(width: number, height: number, extra: Buffer[] = []): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const parts = [
    chunk('IHDR', head),
    ...extra,
    chunk('IDAT', Buffer.from('789c63000100000500010d0a2db4', 'hex')),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts])
}

const plain = Buffer.from(photograph())
/** The photograph with something put right behind its first two bytes. */
const carrying = (...extra: Buffer[]): Buffer => Buffer.concat([plain.subarray(0, 2), ...extra, plain.subarray(2)])
const exif = segment(0xe1, Buffer.from(`Exif\0\0MM\0*\0\0\0\x08\0\0${GPS}`, 'latin1'))

const REFUSED: [what: string, bytes: Buffer][] = [
  ['a pixel flood', png(60_000, 60_000)],
  ['a flood that is just one long line', png(2_000_000, 1)],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['a vector picture with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['a GIF that is a script', Buffer.from('GIF89a/*\0\0\0\0*/=alert(1)//')],
  ['an archive with a picture’s first bytes', Buffer.concat([Buffer.from('ffd8ff', 'hex'), Buffer.from('PK\x03\x04')])],
  ['a program', Buffer.from('MZ\x90\0')],
  ['half a photograph', plain.subarray(0, -3)],
  ['nothing', Buffer.alloc(0)],
]

const CLEANED: [what: string, bytes: Buffer, gone: string][] = [
  ['a photograph that tells where it was taken', carrying(exif), GPS],
  ['the same in XMP', carrying(segment(0xe1, Buffer.from(`xap/1.0/\0<x>${GPS}</x>`))), GPS],
  ['a comment', carrying(segment(0xfe, Buffer.from('<?php system($_GET[0]) ?>'))), '<?php'],
  ['a page behind the picture', Buffer.concat([plain, Buffer.from('<script>alert(1)</script>')]), '<script'],
  ['an archive behind the picture', Buffer.concat([plain, Buffer.from('PK\x03\x04evil.jar')]), 'evil.jar'],
  [
    'a PNG with a place',
    png(8, 8, [chunk('eXIf', Buffer.from(GPS)), chunk('tEXt', Buffer.from(`Comment\0${GPS}`))]),
    GPS,
  ],
  ['a PNG with a page behind it', Buffer.concat([png(8, 8), Buffer.from('<script>')]), '<script'],
]

export const row: Row = {
  id: 'T25',
  about: { zh: '照片：像素洪水、复合文件、拍摄地点', en: 'photographs: pixel flood, polyglots, where they were taken' },
  threshold: 'refused or stripped',
  blocksMerge: false,
  run: async () => {
    const { o, staff, person: id } = await staffedOffice()
    try {
      const clerk = o.as(staff[0])
      const desk = clerk.call(record)
      await clerk.call(consents).giveConsent({ id, purpose: 'photo', agreed: true })
      const faults: string[] = []
      for (const [what, bytes] of REFUSED) {
        const code = await desk.setPhoto({ id, bytes }).then(
          () => 'kept',
          (error: unknown) => (error instanceof Refused ? error.code : 'broke'),
        )
        if (code !== 'people.not_a_photo') faults.push(`${what}: ${code}`)
      }
      for (const [what, bytes, gone] of CLEANED) {
        const kept = await desk.setPhoto({ id, bytes }).then(() => desk.readPhoto({ id }))
        if (Buffer.from(kept.bytes).includes(gone)) faults.push(`${what} is still there`)
      }
      return noneOf(faults, `${REFUSED.length + CLEANED.length} files`)
    } finally {
      await o.close()
    }
  },
}
