import { statfsSync } from 'node:fs'
import { type Room, roomOf } from '#platform/host/room.ts'
import { type Ask, watchBackups } from './backups.ts'
import { layBallast, volumeOf } from './ballast.ts'
import { ballastFor, judgeDisk, type Seen } from './judge.ts'

export type DiskWatch = { stop: () => void }
type Watching = {
  reserve?: string | undefined
  log: (line: string) => void
  ask?: Ask
  room?: (folder: string) => Room
}

const LOOK_MS = 10_000
/** The reserve is laid when the start is long over, and only while there is plenty of room. */
const LAID_AFTER_MS = 10 * 60_000
const MIB = 1024 ** 2

let seen: Seen | undefined

/** What the watch saw last; nothing where none is kept, as in a test. */
export const diskSeen = (): Seen | undefined => seen

const askSystem = (folder: string): Room => roomOf(statfsSync(folder))

export function lookAtDisk(home: string, ask = askSystem): Seen {
  const room = ask(volumeOf(home))
  return { ...room, state: judgeDisk(room) }
}

/** Looks every ten seconds. `reserve` in MiB is laid at once; without it the usual one, later; 0 lays none. */
export function watchDisk(home: string, { reserve, log, ask, room }: Watching): DiskWatch {
  const backups = watchBackups(home, { log, ask })
  const look = () => {
    const now = lookAtDisk(home, room)
    if (now.state !== (seen?.state ?? 'fine')) log(sentence(now))
    seen = now
    backups.look().catch((error: Error) => log(error.message))
  }
  const lay = () => {
    const { state, total } = lookAtDisk(home, room)
    const bytes = reserve ? Number(reserve) * MIB : ballastFor(total)
    if (!(bytes > 0) || state !== 'fine') return
    layBallast(home, bytes).catch((error: Error) => log(error.message))
  }
  look()
  const looking = setInterval(look, LOOK_MS)
  const laying = setTimeout(lay, reserve ? 0 : LAID_AFTER_MS)
  looking.unref()
  laying.unref()
  return {
    stop: () => {
      clearInterval(looking)
      clearTimeout(laying)
      backups.stop()
      seen = undefined
    },
  }
}

function sentence({ state, free }: Seen): string {
  const left = `${(free / 1024 ** 3).toFixed(1)} GiB`
  if (state === 'fine') return `磁盘空间已恢复（剩余 ${left}）。 There is room on the disk again (${left}).`
  if (state === 'low')
    return `磁盘空间不足 10%（剩余 ${left}），请尽快清理。 Less than a tenth of the disk is free (${left}).`
  return `磁盘空间不足 5%（剩余 ${left}），系统已转为只读。请运行 sangyu doctor --free-ballast 并清理磁盘。 Less than a twentieth of the disk is free (${left}); nothing is written until there is room: run sangyu doctor --free-ballast.`
}
