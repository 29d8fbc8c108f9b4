import { stat, statfs } from 'node:fs/promises'
import { backupFolder } from '#platform/backup/names.ts'
import { type Room, roomOf } from '#platform/host/room.ts'
import { volumeOf } from './ballast.ts'
import { judgeDisk, type Seen } from './judge.ts'

type Answer = Room & { device: number }
/** What the system says of the disk under a folder. */
export type Ask = (folder: string) => Promise<Answer>

const askSystem: Ask = async (folder) => {
  const [{ dev }, room] = await Promise.all([stat(folder), statfs(folder).then(roomOf)])
  return { device: dev, ...room }
}

let seen: Seen | undefined

/** What the watch saw last of the backups' own disk; nothing where they lie beside the database. It stops no writing: the database has its room. */
export const backupDiskSeen = (): Seen | undefined => seen

/** Nothing where the backups lie beside the database. Fails while there is no folder, or its share is away. */
export async function lookAtBackups(home: string, ask: Ask = askSystem): Promise<Seen | undefined> {
  const [{ device, ...room }, database] = await Promise.all([ask(backupFolder(home)), ask(volumeOf(home))])
  return device === database.device ? undefined : { ...room, state: judgeDisk(room) }
}

/** Asks beside the office's work and once at a time: a network share that hangs must neither stop the server nor take thread after thread. */
export function watchBackups(home: string, { log, ask }: { log: (line: string) => void; ask?: Ask | undefined }) {
  let asked: Promise<void> | undefined
  let isOver = false
  const compare = async () => {
    const now = await lookAtBackups(home, ask).catch(() => seen)
    if (isOver) return
    if (now && now.state !== (seen?.state ?? 'fine')) log(sentence(now))
    seen = now
  }
  return {
    look: (): Promise<void> => {
      asked ??= compare().finally(() => {
        asked = undefined
      })
      return asked
    },
    stop: (): void => {
      isOver = true
      seen = undefined
    },
  }
}

function sentence({ state, free }: Seen): string {
  const left = `${(free / 1024 ** 3).toFixed(1)} GiB`
  if (state === 'fine')
    return `备份所在磁盘的空间已恢复（剩余 ${left}）。 There is room on the disk of the backups again (${left}).`
  const share = state === 'low' ? ['10%', 'a tenth'] : ['5%', 'a twentieth']
  return `备份所在磁盘空间不足 ${share[0]}（剩余 ${left}），满了以后备份和归档都写不进去，请尽快清理。 Less than ${share[1]} of the disk of the backups is free (${left}): when it is full neither backups nor the archive can be written.`
}
