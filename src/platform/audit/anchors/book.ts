import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Vault } from '../../crypto/index.ts'

export type Head = { county: number; seq: string; hash: string }
/** One line of the book: the heads of all chains at one moment, the line before, and a seal that only this installation's key makes. */
export type Anchor = Said & { prev: string; hash: string; seal: string }
/** `resumes`: why rows that were witnessed before are no longer there, such as a restore to an earlier moment. */
type Said = { at: string; heads: Head[]; resumes?: string | undefined }

/** `faults`: numbers of the lines that were altered, or whose predecessor was. */
export type Book = { anchors: Anchor[]; faults: number[] }

const fileOf = (home: string) => join(home, 'anchors', 'anchors.jsonl')
const BEGINNING = '0'.repeat(64)

export function readAnchors(home: string, vault: Pick<Vault, 'index'>): Book {
  const file = fileOf(home)
  if (!existsSync(file)) return { anchors: [], faults: [] }
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  const anchors: Anchor[] = []
  const faults: number[] = []
  lines.forEach((line, at) => {
    const anchor = parse(line)
    const prev = anchors.at(-1)?.hash ?? BEGINNING
    const isSound =
      anchor?.prev === prev && anchor.hash === hashOf(anchor) && anchor.seal === sealOf(vault, anchor.hash)
    if (!isSound) faults.push(at + 1)
    if (anchor) anchors.push(anchor)
  })
  return { anchors, faults }
}

/** Adds a line, on disk before it is told. */
export function writeAnchor(home: string, vault: Pick<Vault, 'index'>, said: Said): Anchor {
  const prev = readAnchors(home, vault).anchors.at(-1)?.hash ?? BEGINNING
  const hash = hashOf({ ...said, prev })
  const anchor = { ...said, prev, hash, seal: sealOf(vault, hash) }
  mkdirSync(join(home, 'anchors'), { recursive: true, mode: 0o700 })
  const handle = openSync(fileOf(home), 'a', 0o600)
  writeSync(handle, `${JSON.stringify(anchor)}\n`)
  fsyncSync(handle)
  closeSync(handle)
  return anchor
}

function hashOf({ at, heads, resumes, prev }: Said & { prev: string }): string {
  const lines = heads.map(({ county, seq, hash }) => `${county} ${seq} ${hash}`)
  const text = [at, ...lines, ...(resumes === undefined ? [] : [`resumes ${resumes}`]), prev].join('\n')
  return createHash('sha256').update(text).digest('hex')
}

const sealOf = (vault: Pick<Vault, 'index'>, hash: string) => vault.index('audit anchor', hash).toString('hex')

function parse(line: string): Anchor | undefined {
  try {
    const read = JSON.parse(line) as Anchor // a line of ours, or judged by its hash
    return Array.isArray(read.heads) ? read : undefined
  } catch {
    return undefined
  }
}
