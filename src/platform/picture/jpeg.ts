import type { Picture } from './index.ts'
import { orientationOf, writeOrientation } from './orientation.ts'

const [SOI, EOI, SOS, DHT, DQT, DRI, APP0, APP1, APP14] = [0xd8, 0xd9, 0xda, 0xc4, 0xdb, 0xdd, 0xe0, 0xe1, 0xee]
/** What decoding needs: tables, the frame, the plain head, and Adobe's word on colours. */
const KEPT = new Set([DHT, DQT, DRI, APP0, APP14])
const FRAMES = new Set([0xc0, 0xc1, 0xc2])
const RESTARTS = { from: 0xd0, to: 0xd7 }

type Segment = { marker: number; start: number; end: number }

/** The parts of a JPEG file that make its picture (ITU-T T.81), and how the camera was held. */
export function cleanJpeg(bytes: Uint8Array): Picture | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return undefined
  const segments = segmentsOf(bytes)
  const frame = segments?.find(({ marker }) => FRAMES.has(marker))
  if (!segments || !frame || frame.end - frame.start < 11) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [height, width] = [view.getUint16(frame.start + 5), view.getUint16(frame.start + 7)]
  const held = segments.find(({ marker, start, end }) => marker === APP1 && isExif(bytes.subarray(start, end)))
  const orientation = held ? orientationOf(bytes.subarray(held.start + 10, held.end)) : 1
  const parts = segments.filter(({ marker }) => KEPT.has(marker) || FRAMES.has(marker) || marker === SOS)
  const [head, ...rest] = parts.map(({ start, end }) => bytes.subarray(start, end))
  const first = parts[0]?.marker === APP0 && head ? [head] : []
  const others = first.length > 0 ? rest : [...(head ? [head] : []), ...rest]
  const turned = orientation === 1 ? [] : [writeOrientation(orientation)]
  const clean = Buffer.concat([Buffer.from([0xff, SOI]), ...first, ...turned, ...others, Buffer.from([0xff, EOI])])
  return { kind: 'jpeg', width, height, bytes: clean }
}

/** Marker by marker up to the end of the picture; undefined where the file breaks off or is something else. */
function segmentsOf(bytes: Uint8Array): Segment[] | undefined {
  const found: Segment[] = []
  let at = 2
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff || marker < 0xc0) return undefined
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    if (length < 2 || at + 2 + length > bytes.length) return undefined
    const end = marker === SOS ? endOfScan(bytes, at + 2 + length) : at + 2 + length
    if (end === undefined) return undefined
    found.push({ marker, start: at, end })
    if (bytes[end] === 0xff && bytes[end + 1] === EOI) return marker === SOS ? found : undefined
    at = end
  }
  return undefined
}

/** The coded points go on to the next real marker: FF 00 is a point, FF D0 to D7 are restarts. */
function endOfScan(bytes: Uint8Array, from: number): number | undefined {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    const isPoint = next === 0 || next === 0xff || (next >= RESTARTS.from && next <= RESTARTS.to)
    if (!isPoint) return at
  }
  return undefined
}

const isExif = (segment: Uint8Array): boolean => Buffer.from(segment.subarray(4, 10)).toString('latin1') === 'Exif\0\0'
