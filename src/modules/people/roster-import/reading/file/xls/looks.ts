import type { Mark, NumberFormat } from '../book.ts'
import { builtInFormat, numberFormat } from '../number-format.ts'
import { type BiffRecord, type Coding, lettersAt, RECORD } from './records.ts'

export type Look = { format: NumberFormat; mark: Mark | undefined }

export type Looks = { struck: boolean[]; formats: Map<number, NumberFormat>; styles: Look[] }

const PLAIN: Look = { format: { grain: null, decimals: null }, mark: undefined }

function readFormat(view: DataView, record: BiffRecord, coding: Coding): NumberFormat {
  const countBytes = coding.isUnicode ? 2 : 1
  const count = countBytes === 2 ? view.getUint16(record.at + 2, true) : view.getUint8(record.at + 2)
  const at = record.at + 2 + countBytes
  return numberFormat(lettersAt(view, { at, count, end: record.at + record.length }, coding))
}

/** Colours 1 and 9 are white, those from 64 on the system's own. */
function fillOf(view: DataView, record: BiffRecord): string | null {
  if (record.length < 20) return null
  const pattern = view.getUint32(record.at + 14, true) >>> 26
  const colour = view.getUint16(record.at + 18, true) & 0x7f
  return pattern === 0 || colour === 1 || colour === 9 || colour >= 64 ? null : `indexed ${colour}`
}

function readStyle(looks: Looks, view: DataView, record: BiffRecord): Look {
  const font = view.getUint16(record.at, true)
  const format = view.getUint16(record.at + 2, true)
  // The font numbered 4 does not exist: numbers above it are one too high.
  const struck = looks.struck[font > 4 ? font - 1 : font] ?? false
  const fill = fillOf(view, record)
  const mark = struck || fill !== null ? { struck, fill } : undefined
  return { format: looks.formats.get(format) ?? builtInFormat(format), mark }
}

export function gatherLooks(looks: Looks, record: BiffRecord, source: { view: DataView; coding: Coding }): void {
  const { view, coding } = source
  if (record.length < 4) return
  if (record.type === RECORD.FONT) looks.struck.push((view.getUint16(record.at + 2, true) & 8) !== 0)
  else if (record.type === RECORD.FORMAT)
    looks.formats.set(view.getUint16(record.at, true), readFormat(view, record, coding))
  else if (record.type === RECORD.XF) looks.styles.push(readStyle(looks, view, record))
}

export function lookOf(looks: Looks, style: number): Look {
  return looks.styles[style] ?? PLAIN
}
