export function biff(type: number, ...content: (number[] | Buffer)[]): Buffer {
  const inside = Buffer.concat(content.map((part) => Buffer.from(part)))
  const head = Buffer.alloc(4)
  head.writeUInt16LE(type, 0)
  head.writeUInt16LE(inside.length, 2)
  return Buffer.concat([head, inside])
}

export function u16(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  for (const [at, value] of values.entries()) bytes.writeUInt16LE(value, at * 2)
  return bytes
}

export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

export function f64(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(value)
  return bytes
}

export function wide(text: string): Buffer {
  return Buffer.concat([u16(text.length), Buffer.from([1]), Buffer.from(text, 'utf16le')])
}

export type OldSheet = { name: string; visibility?: number; records: Buffer[] }

const EOF = biff(0x0a)

/** A stream of Excel 97: globals, then the sheets where the globals say they are. */
export function biffStream(globals: Buffer[], sheets: OldSheet[], version = 0x600): Uint8Array {
  const begin = (kind: number) => biff(0x809, u16(version, kind), Buffer.alloc(12))
  const named = ({ name, visibility = 0 }: OldSheet, start: number) => {
    const letters = Buffer.from(name, 'utf16le')
    return biff(0x85, u32(start), [visibility, 0, name.length, 1], letters)
  }
  const bodies = sheets.map((sheet) => Buffer.concat([begin(0x10), ...sheet.records, EOF]))
  const length = (starts: number[]) =>
    Buffer.concat([begin(5), ...globals, ...sheets.map((sheet, at) => named(sheet, starts[at] ?? 0)), EOF]).length
  const head = length([])
  const starts = bodies.map((_, at) => head + bodies.slice(0, at).reduce((sum, body) => sum + body.length, 0))
  const list = sheets.map((sheet, at) => named(sheet, starts[at] ?? 0))
  return new Uint8Array(Buffer.concat([begin(5), ...globals, ...list, EOF, ...bodies]))
}
