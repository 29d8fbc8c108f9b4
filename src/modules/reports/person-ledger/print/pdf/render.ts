import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ensure } from '#platform/refuse.ts'
import { printersBusy } from '../../words.ts'
import type { Book } from '../book.ts'

/** One book at a time: setting one takes a core, and the office comes first. */
const MOST_WAITING = 4
const MOST_MIB = 1024
/** Shorter than the time after which the database gives up a transaction that does nothing. */
const MOST_MILLISECONDS = 50_000

let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/** Sets a book as PDF in a process that is gone afterwards with all its memory. Refuses when too many wait already. */
export async function renderPdf(book: Book): Promise<Uint8Array> {
  ensure(waiting < MOST_WAITING, printersBusy)
  waiting += 1
  const turn = last.then(() => print(book))
  last = turn.catch(() => {})
  return turn.finally(() => {
    waiting -= 1
  })
}

const press = fileURLToPath(new URL('./press.ts', import.meta.url))

function print(book: Book): Promise<Uint8Array> {
  const child = fork(press, {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${MOST_MIB}`],
    timeout: MOST_MILLISECONDS,
  })
  return new Promise((resolve, reject) => {
    child.once('message', (bytes) => resolve(bytes as Uint8Array)) // press.ts sends nothing else
    child.once('error', reject)
    child.once('exit', () => reject(new Error('the press ended without a book')))
    child.send(book)
  })
}
