import { Worker } from 'node:worker_threads'
import type { Bilingual } from '#platform/words.ts'
import type { DirectorySource, MappingOverrides, RosterReading, RosterRow } from '../../reading/index.ts'

export type ReaderCall = {
  file: string
  bytes: Uint8Array
  asOf: string
  directory: DirectorySource
  mapping?: MappingOverrides
}
export type Refused = Bilingual & { code: string }
export type ReaderMessage =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'sheets'; sheets: RosterReading['sheets']; total: number; refusal?: Refused }
  | { kind: 'rows'; rows: RosterRow[] }
  | { kind: 'end' }

export type ReadFile = { sheets: RosterReading['sheets']; rows: RosterRow[]; refusal: Refused | null }

const HEAP_MB = 1536

const tooMuch: Refused = {
  code: 'FILE_TOO_LARGE',
  zh: '文件内容过大，无法一次读取。请按单位或街道拆成几个文件再上传。',
  en: 'The file holds too much to be read at once. Split it by unit or street and upload the parts.',
}

/** Reads a roster in a thread of its own, with a heap of its own: a file that exhausts it is refused and the office goes on working. */
export function readInWorker(call: ReaderCall): Promise<ReadFile> {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: call,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  })
  const file: ReadFile = { sheets: [], rows: [], refusal: null }
  return new Promise((resolve, reject) => {
    worker.on('message', (message: ReaderMessage) => {
      if (message.kind === 'sheets') Object.assign(file, { sheets: message.sheets, refusal: message.refusal ?? null })
      if (message.kind === 'rows') file.rows.push(...message.rows)
      if (message.kind === 'end') resolve(file)
    })
    worker.on('error', (error: Error) =>
      'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? resolve({ ...file, rows: [], refusal: tooMuch })
        : reject(error),
    )
    worker.on('exit', (code) =>
      code === 0 ? resolve(file) : reject(new Error(`the roster reader stopped with code ${code}`)),
    )
  })
}
