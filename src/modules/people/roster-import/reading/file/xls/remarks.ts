import { type BiffRecord, type Coding, lettersAt, RECORD } from './records.ts'

/** Remarks on cells stand in drawn objects: the object's number, then its text, and far below the cell that it belongs to. */
export type Remarks = {
  object: number
  length: number
  texts: Map<number, string>
  rows: { row: number; object: number }[]
}

export function noRemarks(): Remarks {
  return { object: -1, length: 0, texts: new Map(), rows: [] }
}

const COMMENT = 0x19

function readText(remarks: Remarks, record: BiffRecord, view: DataView): void {
  const coding: Coding = { isUnicode: true, codePage: 1200 }
  const text = lettersAt(view, { at: record.at, count: remarks.length, end: record.at + record.length }, coding)
  remarks.texts.set(remarks.object, text)
  remarks.length = 0
}

/** Takes one record of a sheet if it is about a remark. */
export function gatherRemarks(remarks: Remarks, record: BiffRecord, view: DataView): void {
  if (record.type === RECORD.OBJECT && record.length >= 8) {
    remarks.object = view.getUint16(record.at + 4, true) === COMMENT ? view.getUint16(record.at + 6, true) : -1
  } else if (record.type === RECORD.OBJECT_TEXT && record.length >= 12) {
    remarks.length = remarks.object >= 0 ? view.getUint16(record.at + 10, true) : 0
  } else if (record.type === RECORD.CONTINUE && remarks.length > 0) readText(remarks, record, view)
  else if (record.type === RECORD.NOTE && record.length >= 8) {
    remarks.rows.push({ row: view.getUint16(record.at, true), object: view.getUint16(record.at + 6, true) })
  }
}
