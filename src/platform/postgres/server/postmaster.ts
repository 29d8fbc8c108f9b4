import { existsSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { commandLine, isAlive, memoryMaps } from '#platform/host/process-state.ts'
import { PORT } from '../place/socket-dir.ts'

/** What a server wrote into its data folder about itself. */
export type Postmaster = { pid: number; socketDir: string; segment: string; status: string }

const LINE = { pid: 0, socketDir: 4, segment: 6, status: 7 }

export function readPostmaster(data: string): Postmaster | undefined {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[LINE.pid])
  if (!Number.isInteger(pid) || pid <= 1) return undefined
  const segment = lines[LINE.segment]?.trim().split(/\s+/)[1] ?? ''
  return { pid, socketDir: lines[LINE.socketDir] ?? '', segment, status: lines[LINE.status]?.trim() ?? '' }
}

/** The number alone proves nothing after a reboot: the process must be a server of this folder, owned by the folder's owner. */
export function isServing(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false
  const words = commandLine(pid)
  const folder = words[words.indexOf('-D') + 1] ?? ''
  if (!existsSync(folder) || realpathSync(folder) !== realpathSync(data)) return false
  return statSync(`/proc/${pid}`, { throwIfNoEntry: false })?.uid === statSync(data).uid
}

/**
 * Removes what a dead server left. The server would do so itself, but it takes a zombie, or a stranger that was given the number,
 * for its living predecessor. Backends that outlive their postmaster still hold its memory segment: while they do, nothing is
 * removed, because a second server beside them would destroy the data.
 */
export function clearStaleLock(data: string, socketDir: string): boolean {
  const found = readPostmaster(data)
  if (!found && isFresh(join(data, 'postmaster.pid'))) return false
  if (found && (isServing(found.pid, data) || isAttached(found.segment))) return false
  for (const file of [
    join(data, 'postmaster.pid'),
    join(socketDir, `.s.PGSQL.${PORT}`),
    join(socketDir, `.s.PGSQL.${PORT}.lock`),
  ]) {
    rmSync(file, { force: true })
  }
  return true
}

/** Empty or unreadable: a server is just writing it, or a power loss cut it short. */
function isFresh(file: string): boolean {
  const writtenAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs
  return writtenAt !== undefined && Date.now() - writtenAt < 1_000
}

const COLUMN = { id: 1, attached: 6 }

function isAttached(segment: string): boolean {
  if (segment === '' || !existsSync('/proc/sysvipc/shm')) return false
  const rows = readFileSync('/proc/sysvipc/shm', 'utf8').split('\n')
  const row = rows.map((line) => line.trim().split(/\s+/)).find((fields) => fields[COLUMN.id] === segment)
  return row !== undefined && row[COLUMN.attached] !== '0'
}

/**
 * Ends what a dead server left hanging: a backend that was asked in the moment of the kill waits for a neighbour that is gone, up to the
 * minute that signing in may take, and one with a long query works on for nobody. Only who holds the dead server's memory is ended;
 * the log is replayed anyway, so nothing that was acknowledged is lost.
 */
export function endOrphans(data: string): void {
  const found = readPostmaster(data)
  if (!found || found.segment === '' || isServing(found.pid, data)) return
  for (const pid of holdersOf(found.segment)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It has ended meanwhile, or is not ours to end: then the office waits for it as before.
    }
  }
}

function holdersOf(segment: string): number[] {
  if (!existsSync('/proc')) return []
  const isHeld = new RegExp(` ${segment}\\s+/SYSV`)
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger)
  return pids.filter((pid) => isHeld.test(memoryMaps(pid)))
}
