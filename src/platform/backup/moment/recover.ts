import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startPostgres } from '#platform/postgres/index.ts'
import type { ClusterPlace } from '#platform/postgres/place/location.ts'
import { ensure } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'
import { checkBackup } from '../check.ts'
import { keepBackupKey } from '../keys/backup-key.ts'
import { makeBackup } from '../make.ts'
import { backupFolder } from '../names.ts'
import { ensureRoom } from '../room.ts'
import { aim, clearWorkshop, lastWords, layCluster, workshopOf } from './lay.ts'
import { writeMoment } from './office-moment.ts'
import type { Proven } from './prove.ts'
import { momentNotReached } from './refusals.ts'

type Wish = { home: string; product: string; moment: Date; log: (words: Bilingual) => void }

/** In a workshop beside the present cluster, handed to `work` as an ordinary backup file with all its proofs. The workshop is cleared whatever happens. */
export async function recoverMoment<T>(
  proven: Proven,
  { home, product, moment, log }: Wish,
  work: (file: string) => Promise<T>,
): Promise<T> {
  await clearWorkshop(home)
  ensureRoom(home, proven.bytes)
  const workshop = workshopOf(home)
  const file = join(backupFolder(workshop), 'at-the-moment.sangyu')
  try {
    const place = await layCluster(proven, workshop)
    const server = await run(place, { workshop, moment })
    try {
      await ensureReached(place, proven)
      keepBackupKey(workshop, proven.key)
      nameFieldKeys(workshop, proven.fieldKeys)
      await makeBackup({ home: workshop, config: server.connection(), product }, file)
    } finally {
      await server.stop()
    }
    await checkBackup(file, proven.key)
    const at = writeMoment(moment)
    log({
      zh: `已在旁边恢复出 ${at} 的数据；下面按恢复备份的步骤核对、换上。`,
      en: `Recovered as of ${at}, beside the present data; it is now restored as a backup is.`,
    })
    return await work(file)
  } finally {
    await clearWorkshop(home)
  }
}

const ENDED_BEFORE = 'recovery ended before configured recovery target was reached'

/** Nothing committed between the moment and the log's end is an error to the server; but the log is known to be whole, and all of it is then wanted. */
async function run(place: ClusterPlace, { workshop, moment }: { workshop: string; moment: Date }) {
  await aim(place, moment)
  try {
    return await startPostgres({ home: workshop, profile: 'test' })
  } catch (error) {
    if (!lastWords(place).includes(ENDED_BEFORE)) throw error
    await aim(place, undefined)
    return startPostgres({ home: workshop, profile: 'test' })
  }
}

/** The server ends recovery quietly at a segment that it cannot read; then its new timeline begins too early. */
async function ensureReached(place: ClusterPlace, { base, pieces }: Proven): Promise<void> {
  const timeline = Number.parseInt(base.from.slice(0, 8), 16) + 1
  const history = join(place.data, 'pg_wal', `${timeline.toString(16).toUpperCase().padStart(8, '0')}.history`)
  const line = existsSync(history) ? readFileSync(history, 'utf8').trim().split('\n').at(-1) : undefined
  const [, position = '', why = ''] = line?.split('\t') ?? []
  const wanted = pieces.at(-1)?.segment.slice(8) ?? ''
  const isToTheEnd = why === 'no recovery target specified'
  const reached = segmentOf(position)
  ensure(line && (!isToTheEnd || reached >= wanted), () => momentNotReached({ reason: position || '?' }))
}

/** 0/5000148 lies in segment 00000000 00000005. */
function segmentOf(position: string): string {
  const [high = '', low = ''] = position.split('/').map((part) => part.padStart(8, '0').toUpperCase())
  return `${high}000000${low.slice(0, 2)}`
}

/** A backup says which keys its sealed values need; the workshop knows their names without having them. */
function nameFieldKeys(workshop: string, marks: readonly string[]): void {
  mkdirSync(join(workshop, 'keys'), { recursive: true, mode: 0o700 })
  const named = { keys: marks.map((fingerprint) => ({ fingerprint })) }
  writeFileSync(join(workshop, 'keys', 'names.json'), JSON.stringify(named), { mode: 0o600 })
}
