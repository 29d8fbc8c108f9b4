import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Bytes } from './sealing.ts'
import { Damage } from './sealing.ts'

/** The inside of a backup: sections (a table, the waiting jobs, a file of the home), each with its count and hash, and the manifest last. */
export const sectionShape = z.object({
  kind: z.enum(['table', 'jobs', 'file']),
  name: z.string(),
  columns: z.array(z.string()),
})
export type Section = z.infer<typeof sectionShape>

export const digestShape = z.object({ rows: z.int(), bytes: z.int(), sm3: z.string() })
export type Digest = z.infer<typeof digestShape>

const countedShape = z.object({ ...sectionShape.shape, ...digestShape.shape })
export type Counted = z.infer<typeof countedShape>

export const manifestShape = z.object({
  /** A whole installation; or, for the moments between, a copy of its cluster or a piece of the database's log. */
  kind: z.enum(['backup', 'base', 'log']).default('backup'),
  madeAt: z.string(),
  product: z.string(),
  /** Major version of the PostgreSQL it was read from. */
  server: z.int(),
  databaseBytes: z.int(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  /** What the sealed values in it can be opened with. */
  fieldKeys: z.array(z.string()),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), isCalled: z.boolean() })),
  sections: z.array(countedShape),
})
export type Manifest = z.infer<typeof manifestShape>

const MARK = { begin: 0x42, piece: 0x44, end: 0x45, manifest: 0x4d } as const
const MAX_PIECE = 1024 * 1024

export function frame(mark: keyof typeof MARK, payload: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head[0] = MARK[mark]
  head.writeUInt32BE(payload.length, 1)
  return Buffer.concat([head, payload])
}

export const jsonFrame = (mark: 'begin' | 'end' | 'manifest', value: object): Buffer =>
  frame(mark, Buffer.from(JSON.stringify(value)))

export function newTally(): { add: (piece: Buffer) => void; digest: () => Digest } {
  const hash = createHash('sm3')
  let [rows, bytes] = [0, 0]
  return {
    add: (piece) => {
      hash.update(piece)
      bytes += piece.length
      for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) rows++
    },
    digest: () => ({ rows, bytes, sm3: hash.digest('hex') }),
  }
}

/** One section as frames; its digest is handed on when it has passed. */
export async function* framesOf(
  section: Section,
  source: AsyncIterable<Buffer>,
  done: (counted: Counted) => void,
): AsyncGenerator<Buffer> {
  yield jsonFrame('begin', section)
  const tally = newTally()
  for await (const piece of source) {
    tally.add(piece)
    for (let at = 0; at < piece.length; at += MAX_PIECE) yield frame('piece', piece.subarray(at, at + MAX_PIECE))
  }
  const digest = tally.digest()
  yield jsonFrame('end', digest)
  done({ ...section, ...digest })
}

/** What is done with a section while it is read; it must take in all its pieces. */
export type Visit = (section: Section, pieces: AsyncGenerator<Buffer>) => Promise<void>

/** Reads all sections in order and answers the manifest; every digest is compared with the bytes that passed. */
export async function readSections(bytes: Bytes, visit: Visit): Promise<Manifest> {
  const seen: Counted[] = []
  for (;;) {
    const { mark, payload } = await readFrame(bytes)
    if (mark === MARK.manifest) return closing(payload, { seen, isAtEnd: await bytes.isAtEnd() })
    if (mark !== MARK.begin) throw disorder()
    const section = shaped(sectionShape, payload)
    const reading = readPieces(bytes)
    await visit(section, reading.pieces)
    seen.push({ ...section, ...reading.digest() })
  }
}

function closing(payload: Buffer, { seen, isAtEnd }: { seen: Counted[]; isAtEnd: boolean }): Manifest {
  const manifest = shaped(manifestShape, payload)
  if (!isAtEnd || JSON.stringify(manifest.sections) !== JSON.stringify(seen)) throw disorder()
  return manifest
}

function readPieces(bytes: Bytes) {
  const tally = newTally()
  let digest: Digest | undefined
  async function* pieces(): AsyncGenerator<Buffer> {
    for (;;) {
      const { mark, payload } = await readFrame(bytes)
      if (mark === MARK.end) {
        digest = tally.digest()
        if (JSON.stringify(shaped(digestShape, payload)) !== JSON.stringify(digest)) throw disorder()
        return
      }
      if (mark !== MARK.piece) throw disorder()
      tally.add(payload)
      yield payload
    }
  }
  return {
    pieces: pieces(),
    digest: () => {
      if (!digest) throw new Error('a section was left before its end')
      return digest
    },
  }
}

async function readFrame(bytes: Bytes): Promise<{ mark: number; payload: Buffer }> {
  const head = await bytes.take(5)
  return { mark: head.readUInt8(0), payload: await bytes.take(head.readUInt32BE(1)) }
}

function shaped<S extends z.ZodType>(shape: S, payload: Buffer): z.output<S> {
  const parsed = shape.safeParse(JSON.parse(payload.toString('utf8')))
  if (!parsed.success) throw disorder()
  return parsed.data
}

const disorder = () => new Damage('内部结构不符', 'its inner order is not right')
