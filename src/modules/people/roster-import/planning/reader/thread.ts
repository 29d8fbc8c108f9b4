// Runs in a worker thread: reading a large roster, or refusing a hostile one, keeps nobody else waiting.
import { parentPort, workerData } from 'node:worker_threads'
import { directoryFrom, readRoster } from '../../reading/index.ts'
import type { ReaderCall, ReaderMessage } from './read-in-worker.ts'

const CHUNK = 2000
const call = workerData as ReaderCall // given by readInWorker
const say = (message: ReaderMessage) => parentPort?.postMessage(message)

const directory = directoryFrom(call.directory)
const reading = await readRoster({
  ...call,
  directory,
  onProgress: (done, total) => say({ kind: 'progress', done, total }),
})
say({
  kind: 'sheets',
  sheets: reading.sheets,
  total: reading.rows.length,
  ...(reading.refusal ? { refusal: reading.refusal } : {}),
})
for (let at = 0; at < reading.rows.length; at += CHUNK) say({ kind: 'rows', rows: reading.rows.slice(at, at + CHUNK) })
say({ kind: 'end' })
