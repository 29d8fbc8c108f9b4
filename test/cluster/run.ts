import { readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isAlive } from '#platform/host/process-state.ts'
import { findCluster } from '#platform/postgres/place/location.ts'
import { isServing, readPostmaster } from '#platform/postgres/server/postmaster.ts'
import { quickFolders } from '../../scripts/ensure/quick-folder.mjs'

/** A run's folder carries the number of the process that answers for it: `sangyu-test-<pid>-<random>`. */
export const RUN_PREFIX = 'sangyu-test-'

/** Stops a run's server without writing anything out and removes its files. Works within an `exit` handler. */
export function discardRun(folder: string): void {
  const dir = clusterOf(folder)
  const found = dir === undefined ? undefined : readPostmaster(join(dir, 'data'))
  if (dir !== undefined && found && isServing(found.pid, join(dir, 'data'))) {
    process.kill(found.pid, 'SIGQUIT')
    for (let turn = 0; turn < 500 && isServing(found.pid, join(dir, 'data')); turn++) pause(10)
  }
  const shortSocket = found && basename(found.socketDir).startsWith('sangyu-') ? found.socketDir : undefined
  for (const path of [folder, dir, shortSocket]) if (path !== undefined) rmSync(path, { recursive: true, force: true })
}

/** A home that the launcher refuses has nothing running that could be found. */
function clusterOf(folder: string): string | undefined {
  try {
    return findCluster(folder)
  } catch {
    return undefined
  }
}

/** Runs that were killed leave a server behind; the next run ends it. */
export function sweepRuns(): void {
  const all = quickFolders().flatMap((place) => readdirSync(place).map((name) => ({ name, folder: join(place, name) })))
  for (const { name, folder } of all.filter((one) => one.name.startsWith(RUN_PREFIX))) {
    const pid = Number(name.slice(RUN_PREFIX.length).split('-')[0])
    const isOurs = statSync(folder, { throwIfNoEntry: false })?.uid === process.getuid?.()
    if (isOurs && Number.isInteger(pid) && !isAlive(pid)) discardRun(folder)
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}
