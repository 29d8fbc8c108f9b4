import type { Pool } from 'pg'
import { type AuditEntry, appending } from './entry.ts'

export type Trail = { append: (county: number, entries: readonly AuditEntry[]) => Promise<void> }

type Queue = { entries: AuditEntry[]; turn: Promise<void>; next: Promise<void> | undefined }

/** Looks and refusals. What gathers while one append commits goes with the next; the promise resolves when the rows are on disk, before which no answer may leave. */
export function newTrail(writers: Pool): Trail {
  const queues = new Map<number, Queue>()
  const write = async (county: number, queue: Queue) => {
    const entries = queue.entries.splice(0)
    queue.next = undefined
    await writers.query(appending(county, entries))
  }
  return {
    append: async (county, entries) => {
      const queue = queues.get(county) ?? { entries: [], turn: Promise.resolve(), next: undefined }
      queues.set(county, queue)
      queue.entries.push(...entries)
      if (!queue.next) {
        queue.next = queue.turn.then(() => write(county, queue))
        // Whose rows could not be written is told; who comes after starts anew.
        queue.turn = queue.next.catch(() => undefined)
      }
      await queue.next
    },
  }
}
