import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, fstatSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive } from '#platform/host/process-state.ts'
import { underAccount } from '../place/account.ts'
import type { ClusterPlace } from '../place/location.ts'
import { program, type Runtime } from '../place/runtime.ts'
import { openSocketDir } from '../place/socket-dir.ts'
import { databaseRefused } from '../refusals.ts'
import { answers } from './answer.ts'
import { serverEnvironment, writeAccess } from './cluster.ts'
import { dropOldLogs } from './old-logs.ts'
import { clearStaleLock, endOrphans, isServing, readPostmaster } from './postmaster.ts'
import { archiving, type Profile, serverArguments } from './settings.ts'
import { takeTurn } from './turn.ts'

export type Cluster = { place: ClusterPlace; runtime: Runtime; profile: Profile; isArchived: boolean }
/** `child` is missing when the server was found running: then an earlier process of ours started it. */
export type Live = { pid: number; socketDir: string; child?: ChildProcess }

const STALE_LOCK_MS = 20_000
const TURN_MS = 15_000
// A healthy backend ends by itself within a fraction of this when its postmaster is gone.
const ORPHAN_MS = 2_000
// Replaying the log after a crash may take minutes on a slow disk; a server that is alive and says so is waited for.
const RECOVERY_MS = 15 * 60_000

/** Adopts the running server of this cluster or starts one, and returns when it answers. */
export async function launch(cluster: Cluster): Promise<Live> {
  const begun = Date.now()
  for (;;) {
    const live = (await adopt(cluster)) ?? (await startInTurn(cluster, Date.now() > begun + TURN_MS))
    if (live) return live
    if (Date.now() > begun + STALE_LOCK_MS) throw blocked(cluster.place)
    if (Date.now() > begun + ORPHAN_MS) endOrphans(cluster.place.data)
    await wait(250)
  }
}

/** Whoever holds the turn too long is no start of ours: the name is free for anyone on the machine to take. */
async function startInTurn(cluster: Cluster, isOverdue: boolean): Promise<Live | undefined> {
  const turn = await takeTurn(cluster.place.data)
  if (!turn && !isOverdue) return undefined
  try {
    return (await adopt(cluster)) ?? (await start(cluster))
  } finally {
    await turn?.end()
  }
}

async function adopt({ place }: Cluster): Promise<Live | undefined> {
  const found = readPostmaster(place.data)
  if (!found || !isServing(found.pid, place.data)) return undefined
  if (writeAccess(place)) process.kill(found.pid, 'SIGHUP')
  const isReady = await untilReady(found.socketDir, () => isServing(found.pid, place.data))
  return isReady ? { pid: found.pid, socketDir: found.socketDir } : undefined
}

/** Nothing is returned when another server or its remains are in the way: that passes, or shows at the next attempt. */
async function start(cluster: Cluster): Promise<Live | undefined> {
  const { place } = cluster
  const socketDir = openSocketDir(place)
  if (!clearStaleLock(place.data, socketDir)) return undefined
  writeAccess(place)
  dropOldLogs(place.data)
  const log = openLog(join(place.dir, 'postgres.log'))
  const child = spawnServer(cluster, socketDir, log.handle)
  closeSync(log.handle)
  const pid = child.pid
  const isReady = pid !== undefined && (await untilReady(socketDir, () => child.exitCode === null && isAlive(pid)))
  if (isReady) return { pid, socketDir, child }
  const said = readFileSync(log.path).subarray(log.from).toString('utf8').trim()
  if (/lock file|still in use|shared memory block/.test(said)) return undefined
  throw cannotStart(place, said)
}

function spawnServer({ place, runtime, profile, isArchived }: Cluster, socketDir: string, log: number): ChildProcess {
  const paths = {
    hba_file: join(place.dir, 'hba.conf'),
    ident_file: join(place.dir, 'ident.conf'),
    unix_socket_directories: `"${socketDir.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    ...(isArchived ? archiving : {}),
  }
  const run = underAccount(place.account, program(runtime, 'postgres'), [
    '-D',
    place.data,
    ...serverArguments(profile, paths),
  ])
  // A session of its own: Ctrl-C in the terminal stops this process, which then stops the server in order.
  const child = spawn(run.program, run.args, {
    ...run.options,
    cwd: '/',
    env: serverEnvironment,
    detached: true,
    stdio: ['ignore', log, log],
  })
  // A program that cannot be run shows as a child without a number.
  child.on('error', () => undefined)
  child.unref()
  return child
}

async function untilReady(socketDir: string, isStillThere: () => boolean): Promise<boolean> {
  const deadline = Date.now() + RECOVERY_MS
  for (let pause = 15; isStillThere(); pause = Math.min(pause * 1.5, 500)) {
    const answer = await answers(socketDir)
    if (answer === 'yes') return true
    if (answer !== 'not yet') throw cannotConnect(socketDir, answer)
    if (Date.now() > deadline) throw cannotConnect(socketDir, 'no answer for 15 minutes')
    await wait(pause)
  }
  return false
}

const LOG_LIMIT = 4 * 1024 * 1024

/** Opened by us and handed over, so the log lies where the service account itself cannot write. */
function openLog(path: string): { path: string; handle: number; from: number } {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(path, `${path}.1`)
  const handle = openForAppend(path)
  return { path, handle, from: fstatSync(handle).size }
}

function openForAppend(path: string): number {
  try {
    return openSync(path, 'a', 0o600)
  } catch {
    // Left by root in a home that is an ordinary user's again.
    rmSync(path, { force: true })
    return openSync(path, 'a', 0o600)
  }
}

function blocked(place: ClusterPlace): Error {
  return databaseRefused({
    zh: `上次运行的数据库进程仍占用 ${place.data}，等了 20 秒没有结束。请稍后再启动；若一直如此，请重启本机。`,
    en: `Processes of the last run still hold ${place.data} after 20 seconds. Start again a little later; if it stays so, restart the machine.`,
  })
}

function cannotStart(place: ClusterPlace, said: string): Error {
  const tail = said.split('\n').slice(-5).join('\n')
  return databaseRefused({
    zh: `数据库没能启动（数据在 ${place.data}）。日志末尾：\n${tail}`,
    en: `The database did not start (its files are in ${place.data}). The end of its log:\n${tail}`,
  })
}

function cannotConnect(socketDir: string, reason: string): Error {
  return databaseRefused({
    zh: `连不上内置数据库（${socketDir}）：${reason}`,
    en: `The built-in database does not let us in (${socketDir}): ${reason}`,
  })
}
