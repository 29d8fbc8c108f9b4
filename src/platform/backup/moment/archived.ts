import { type RunningPostgres, startPostgres } from '#platform/postgres/index.ts'
import type { Bilingual } from '#platform/words.ts'
import { withOwner } from '../database/place.ts'
import { readBackupKey } from '../keys/backup-key.ts'
import { type Span, spansOf } from './choose.ts'
import { momentFolder, readKept } from './names.ts'
import { waitingIn } from './seal.ts'
import { keepSealing, type Sealer } from './sealer.ts'

type Wish = { home: string; product: string; log: (line: string) => void }

// One home is open in a process, so one archive is kept.
let sealing: Sealer | undefined

/** The archive that this process keeps; none beside an external database, in tests, and before the home has its backup key. */
export const archiveKept = (): Sealer | undefined => sealing

/** The built-in database of a home with its log archived from now until the stop, which leaves nothing unsealed behind. */
export async function startArchived({ home, product, log }: Wish): Promise<RunningPostgres> {
  // A home without a key has no archive, and one is not begun while its key may still come from a recovery sheet.
  if (!readBackupKey(home)) return startPostgres({ home, log })
  const server = await startArchiving({ home, log })
  const sealer = keepSealing({ home, data: server.dataDir, product }, { config: server.connection(), log })
  sealing = sealer
  const stop = async () => {
    await sealer.flush(server.connection()).catch((error: Error) => log(error.message))
    await server.stop()
    await sealer.stop()
    sealing = undefined
  }
  return { ...server, stop }
}

/** A server that a killed process of a former version left does not archive and is started anew. */
async function startArchiving(wish: { home: string; log: (line: string) => void }): Promise<RunningPostgres> {
  const server = await startPostgres({ ...wish, isArchived: true })
  if (!server.adopted) return server
  const { rows } = await withOwner(server.connection(), (client) =>
    client.query<{ archive_mode: string }>('show archive_mode'),
  )
  if (rows[0]?.archive_mode === 'on') return server
  await server.stop()
  return startPostgres({ ...wish, isArchived: true })
}

const LATE_MS = 15 * 60_000
const SEGMENT_BYTES = 16 * 1024 * 1024

export type MomentsSeen = {
  spans: Span[]
  /** The archive is more than a quarter of an hour behind. */
  isLate: boolean
  waitingBytes: number
  fault: Bilingual | undefined
}

/** What can be restored, and whether the archive goes on. */
export function momentsSeen(now: Date): MomentsSeen | undefined {
  if (!sealing) return undefined
  const { archiver, since, fault } = sealing
  const spans = spansOf(readKept(momentFolder(archiver.home)))
  const newest = Math.max(since.getTime(), spans.at(-1)?.to.getTime() ?? 0)
  return {
    spans,
    isLate: now.getTime() - newest > LATE_MS,
    waitingBytes: waitingIn(archiver.data).length * SEGMENT_BYTES,
    fault: fault(),
  }
}
