import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { officeDay, officeTime } from '#platform/clock.ts'
import { isAlive, processScope, readProcess } from '#platform/host/process-state.ts'
import { refusal } from '#platform/refuse.ts'

type Holder = { id: string; pid: number; startTicks: string; scope: string; host: string; since: string }

const BEAT_MS = 4_000
const SILENT_MS = 15_000

export const homeInUse = refusal(
  'home.in_use',
  409,
  (p: { path: string; pid: number; host: string; since: string }) => ({
    zh: `这个数据目录已有一个桑榆在运行：${p.path}（进程 ${p.pid}，主机 ${p.host}，${p.since} 启动）。请直接使用它，或先停止它再启动。`,
    en: `Sangyu is already running on this home: ${p.path} (process ${p.pid} on ${p.host}, since ${p.since}). Use that one, or stop it first.`,
  }),
)

/** One process per home. A lock whose process has died, even by kill -9 or power loss, is taken over. */
export async function takeLock(home: string, log: (line: string) => void): Promise<() => void> {
  const file = join(home, 'lock')
  const mine: Holder = {
    id: randomUUID(),
    pid: process.pid,
    startTicks: readProcess(process.pid)?.startTicks ?? '',
    scope: processScope(),
    host: hostname(),
    since: new Date().toISOString(),
  }
  while (!claim(file, mine)) {
    const seen = readHolder(file)
    if (seen && !(await isGone(file, seen, log))) throw homeInUse({ path: home, ...seen, since: inOffice(seen.since) })
    discard(file, seen)
  }
  return keep(file, mine)
}

function inOffice(since: string): string {
  const at = new Date(since)
  return Number.isNaN(at.getTime()) ? '?' : `${officeDay(at)} ${officeTime(at)}`
}

/** Linking a finished file into place is atomic: nobody ever reads half a lock. */
function claim(file: string, mine: Holder): boolean {
  const draft = `${file}.${mine.id}`
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 })
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** A process of another container or machine cannot be looked up, so its lock counts as long as its file is being touched. */
async function isGone(file: string, seen: Holder, log: (line: string) => void): Promise<boolean> {
  if (seen.scope === processScope()) return !isAlive(seen.pid, seen.startTicks)
  for (let told = false; silence(file) < SILENT_MS; told = true) {
    if (!told) log('正在确认上次运行已经结束…… Making sure that the last run has ended …')
    await wait(Math.min(BEAT_MS / 2, SILENT_MS - silence(file) + 1))
    if (silence(file) < BEAT_MS / 2) return false
  }
  return true
}

function silence(file: string): number {
  const touched = statSync(file, { throwIfNoEntry: false })?.mtimeMs
  return touched === undefined ? Number.POSITIVE_INFINITY : Date.now() - touched
}

/** Moves the dead lock aside and looks at what was moved: if a rival was quicker and it is already the rival's, it goes back. */
function discard(file: string, seen: Holder | undefined): void {
  const aside = `${file}.${randomUUID()}`
  try {
    renameSync(file, aside)
    const moved = readHolder(aside)
    if (moved && moved.id !== seen?.id) linkSync(aside, file)
  } catch {
    // It is gone or taken again already; the next attempt to claim decides.
  }
  rmSync(aside, { force: true })
}

function keep(file: string, mine: Holder): () => void {
  const beat = setInterval(() => touch(file), BEAT_MS)
  beat.unref()
  return () => {
    clearInterval(beat)
    if (readHolder(file)?.id === mine.id) rmSync(file, { force: true })
  }
}

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date())
  } catch {
    // A full or read-only disk shows where data is written; it is no reason to stop serving.
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return isHolder(read) ? read : undefined
  } catch {
    return undefined
  }
}

function isHolder(read: unknown): read is Holder {
  return (
    typeof read === 'object' &&
    read !== null &&
    'id' in read &&
    'pid' in read &&
    typeof read.pid === 'number' &&
    'scope' in read
  )
}
