import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export type Paper = {
  title: string
  lead: readonly string[]
  parts: readonly {
    title: string
    widths?: readonly number[]
    head?: readonly string[]
    rows: readonly (readonly string[])[]
  }[]
  /** An address that a telephone reads off the paper. */
  qr?: string
  foot: string
}

const MOST_MIB = 512
/** Shorter than the time after which the database gives up a transaction that does nothing. */
const MOST_MILLISECONDS = 50_000
const press = fileURLToPath(new URL('./press.ts', import.meta.url))

let last: Promise<unknown> = Promise.resolve()

/** Sets a paper as PDF in a process that is gone afterwards with all its memory; one at a time. */
export function renderPaper(paper: Paper): Promise<Uint8Array> {
  const turn = last.then(() => print(paper))
  last = turn.catch(() => {})
  return turn
}

function print(paper: Paper): Promise<Uint8Array> {
  const child = fork(press, {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${MOST_MIB}`],
    timeout: MOST_MILLISECONDS,
  })
  return new Promise((resolve, reject) => {
    child.once('message', (bytes) => resolve(bytes as Uint8Array)) // press.ts sends nothing else
    child.once('error', reject)
    child.once('exit', () => reject(new Error('the press ended without a paper')))
    child.send(paper)
  })
}
