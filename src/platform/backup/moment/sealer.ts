import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { ConnectionConfig } from '#platform/db/pool.ts'
import { archivedFolder } from '#platform/postgres/index.ts'
import { Refusal } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'
import { withOwner } from '../database/place.ts'
import { isSegment } from './names.ts'
import { type Archiver, sealSegment, sweepDrafts, waitingIn } from './seal.ts'

/** What goes on at the archive; a fault stays until a segment is sealed again. */
export type Sealer = {
  archiver: Archiver
  since: Date
  fault: () => Bilingual | undefined
  pass: () => Promise<void>
  /** Closes the segment that is being written and seals it, so that everything until now can be restored. */
  flush: (config: ConnectionConfig) => Promise<void>
  stop: () => Promise<void>
}

type State = { fault: Bilingual | undefined; toldAt: number; beatAt: number; isStopping: boolean }

const LOOK_MS = 500
const BEAT_MS = 60_000
const TELL_AGAIN_MS = 10 * 60_000

/** Seals every segment that the server closes, and tells the server so; a beat a minute lets a quiet office's archive go on as well. */
export function keepSealing(archiver: Archiver, at: { config: ConnectionConfig; log: (line: string) => void }): Sealer {
  const state: State = { fault: undefined, toldAt: 0, beatAt: Date.now(), isStopping: false }
  const complain = (error: unknown) => {
    state.fault = wordsOf(error)
    if (Date.now() - state.toldAt < TELL_AGAIN_MS) return
    state.toldAt = Date.now()
    at.log(`✗ 归档失败：${state.fault.zh}\n  Archiving failed: ${state.fault.en}`)
  }
  const work = async () => {
    try {
      if (await sealWaiting(archiver)) [state.fault, state.toldAt] = [undefined, 0]
    } catch (error) {
      complain(error)
    }
  }
  // One pass after another: two at once would write one file twice.
  let last: Promise<void> = Promise.resolve()
  const pass = () => {
    last = last.then(work)
    return last
  }
  const look = async (): Promise<void> => {
    while (!state.isStopping) {
      await wait(LOOK_MS, undefined, { ref: false })
      await pass()
      if (Date.now() - state.beatAt < BEAT_MS) continue
      state.beatAt = Date.now()
      // A database that is away is brought back by others.
      await withOwner(at.config, (client) => client.query(BEAT)).catch(() => undefined)
    }
  }
  sweepDrafts(archiver)
  // Whatever happens in it is caught there.
  look().catch(complain)
  return {
    archiver,
    since: new Date(),
    fault: () => state.fault,
    pass,
    flush: async (config) => {
      await withOwner(config, async (client) => {
        await client.query(BEAT)
        await client.query('select pg_switch_wal()')
      })
      await pass()
    },
    stop: async () => {
      state.isStopping = true
      await pass()
    },
  }
}

const BEAT = `select pg_logical_emit_message(true, 'sangyu', 'beat')`

/** Whether anything was sealed. Our word is given only when the sealed file is on disk, and taken back when the server has heard it. */
async function sealWaiting(archiver: Archiver): Promise<boolean> {
  const said = archivedFolder(archiver.data)
  const [waiting, given] = [waitingIn(archiver.data), new Set(readdirSync(said))]
  for (const name of given) if (!waiting.includes(name)) rmSync(join(said, name), { force: true })
  const left = waiting.filter((name) => !given.has(name))
  for (const name of left) {
    // Histories and labels of copies are no use for what is restored here.
    if (isSegment(name)) await sealSegment(archiver, name)
    writeFileSync(join(said, name), '', { mode: 0o600 })
  }
  return left.length > 0
}

function wordsOf(error: unknown): Bilingual {
  if (error instanceof Refusal) return error.words
  const reason = error instanceof Error ? error.message : String(error)
  return { zh: reason, en: reason }
}
