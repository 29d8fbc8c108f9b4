import { closeSync, openSync, readSync } from 'node:fs'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { packCounty, type RegionRow, unpackCounty } from './county-block.ts'

/**
 * One file: the signature and the year in plain text, the length of the index in four bytes, the index, then one block
 * per county in the index's order, all brotli. The index names every province, city and county with its block's length,
 * so that a county is one short read and no more of the country is ever in memory.
 */
const SIGNATURE = 'SYREGION'
const YEAR_END = SIGNATURE.length + 4
const HEAD_BYTES = YEAR_END + 4

/** What the whole table is made of; the upper rows have 2, 4 and 6 digits. */
export interface RegionTable {
  year: number
  upper: readonly RegionRow[]
  counties: ReadonlyMap<string, readonly RegionRow[]>
}

export interface RegionIndex {
  year: number
  /** By 2, 4 or 6 digits, in the order of the codes within each length. */
  upper: ReadonlyMap<string, UpperRegion>
}

export interface UpperRegion extends RegionRow {
  /** Where a county's block lies in the file; empty for provinces and cities. */
  offset: number
  bytes: number
}

export function writeRegionFile({ year, upper, counties }: RegionTable): Buffer {
  const blocks = new Map([...counties].map(([county, rows]) => [county, compress(packCounty(rows))]))
  const lines = upper.map(({ code, name }) => [code, name, blocks.get(code)?.length ?? 0].join('\t'))
  const index = compress(lines.join('\n'))
  const head = Buffer.alloc(HEAD_BYTES, `${SIGNATURE}${year}`)
  head.writeUInt32BE(index.length, YEAR_END)
  return Buffer.concat([head, index, ...upper.flatMap(({ code }) => blocks.get(code) ?? [])])
}

export function readRegionIndex(path: string): RegionIndex {
  const head = readPart(path, 0, HEAD_BYTES)
  if (head.toString('latin1', 0, SIGNATURE.length) !== SIGNATURE) throw new Error(`not a region table: ${path}`)
  const indexBytes = head.readUInt32BE(YEAR_END)
  const lines = decompress(readPart(path, HEAD_BYTES, indexBytes)).split('\n')
  const upper = new Map<string, UpperRegion>()
  let offset = HEAD_BYTES + indexBytes
  for (const line of lines) {
    const [code = '', name = '', length] = line.split('\t')
    const bytes = Number(length)
    upper.set(code, { code, name, offset, bytes })
    offset += bytes
  }
  return { year: Number(head.toString('latin1', SIGNATURE.length, YEAR_END)), upper }
}

export function readCounty(path: string, county: UpperRegion): RegionRow[] {
  return unpackCounty(county.code, decompress(readPart(path, county.offset, county.bytes)))
}

function readPart(path: string, position: number, length: number): Buffer {
  const part = Buffer.alloc(length)
  const file = openSync(path, 'r')
  try {
    if (readSync(file, part, 0, length, position) < length) throw new Error(`the region table is cut short: ${path}`)
  } finally {
    closeSync(file)
  }
  return part
}

function compress(text: string): Buffer {
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
  }
  return brotliCompressSync(text, { params })
}

function decompress(block: Buffer): string {
  return brotliDecompressSync(block).toString('utf8')
}
