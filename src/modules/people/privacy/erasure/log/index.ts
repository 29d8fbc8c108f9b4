import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export const logTask = 'privacy.log_erasure'

/** What a restored database is told again. Ids alone: whose they were nobody knows any more. */
export type Logged = {
  county: number
  erasure: string
  person: string
  people: string[]
  status: 'erased' | 'restricted' | 'lifted'
  ground: string
  askedBy: string
  kept: string[]
  requestedBy: string | null
  requestedAt: string
  decidedBy: string | null
  decidedAt: string
}

const fileOf = (home: string) => join(home, 'erasures', 'erasures.jsonl')

/** Adds a line and has it on disk before it says so. A line that stands there already is not written again. */
export function logErasure(home: string, entry: Logged): void {
  const known = readErasures(home)
  if (known.some((one) => one.erasure === entry.erasure && one.status === entry.status)) return
  mkdirSync(join(home, 'erasures'), { recursive: true, mode: 0o700 })
  const handle = openSync(fileOf(home), 'a', 0o600)
  writeSync(handle, `${JSON.stringify(entry)}\n`)
  fsyncSync(handle)
  closeSync(handle)
}

/** A home set up beside another, or after it, erases whom that one erased. */
export function inheritErasures(from: readonly string[], home: string): void {
  for (const entry of from.flatMap(readErasures)) logErasure(home, entry)
}

/** Every line of the log. One that a power cut left half written was never said to be there, and its job writes it again. */
export function readErasures(home: string): Logged[] {
  const file = fileOf(home)
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return line ? [JSON.parse(line) as Logged] : [] // written by logErasure alone
      } catch {
        return []
      }
    })
}
