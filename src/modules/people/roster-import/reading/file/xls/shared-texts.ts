import type { BiffRecord } from './records.ts'

/** Reads over the seams between a record and its continuations. */
type Reader = { view: DataView; parts: BiffRecord[]; part: number; at: number }

function partEnd(reader: Reader): number {
  const part = reader.parts[reader.part]
  return part ? part.at + part.length : 0
}

function enterNext(reader: Reader): boolean {
  const next = reader.parts[reader.part + 1]
  if (!next) return false
  reader.part++
  reader.at = next.at
  return true
}

function byte(reader: Reader): number {
  while (reader.at >= partEnd(reader)) if (!enterNext(reader)) return 0
  return reader.view.getUint8(reader.at++)
}

function number(reader: Reader, bytes: number): number {
  let value = 0
  for (let at = 0; at < bytes; at++) value += byte(reader) * 2 ** (8 * at)
  return value
}

function skip(reader: Reader, bytes: number): void {
  let left = bytes
  while (left > 0) {
    const here = Math.min(left, partEnd(reader) - reader.at)
    reader.at += here
    left -= here
    if (left > 0 && !enterNext(reader)) return
  }
}

/** Letters that run over a seam say anew behind it whether they are wide. */
function letters(reader: Reader, count: number, isWide: boolean): string {
  let text = ''
  let left = count
  let size = isWide ? 2 : 1
  while (left > 0) {
    const here = Math.min(left, Math.floor((partEnd(reader) - reader.at) / size))
    const bytes = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.at, here * size)
    text += new TextDecoder(size === 2 ? 'utf-16le' : 'latin1').decode(bytes)
    reader.at += here * size
    left -= here
    if (left === 0) break
    if (!enterNext(reader)) break
    size = (byte(reader) & 1) === 1 ? 2 : 1
  }
  return text
}

const RICH = 8
const PHONETIC = 4

/** The shared texts of a workbook: the record of them and its continuations. */
export function sharedTexts(view: DataView, parts: BiffRecord[]): string[] {
  const [first] = parts
  if (!first || first.length < 8) return []
  const reader: Reader = { view, parts, part: 0, at: first.at + 4 }
  const count = number(reader, 4)
  const texts: string[] = []
  while (texts.length < count && (reader.at < partEnd(reader) || reader.part + 1 < parts.length)) {
    const length = number(reader, 2)
    const flags = byte(reader)
    const runs = flags & RICH ? number(reader, 2) : 0
    const phonetic = flags & PHONETIC ? number(reader, 4) : 0
    texts.push(letters(reader, length, (flags & 1) === 1))
    skip(reader, runs * 4 + phonetic)
  }
  return texts
}
