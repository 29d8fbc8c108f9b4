import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { withOwner } from '#platform/backup/database/place.ts'
import { openBackupKey } from '#platform/backup/keys/backup-key.ts'
import { archiveKept, startArchived } from '#platform/backup/moment/archived.ts'
import { type BaseMade, makeBase } from '#platform/backup/moment/base.ts'
import { choose } from '#platform/backup/moment/choose.ts'
import { momentFolder, readKept } from '#platform/backup/moment/names.ts'
import { prove } from '#platform/backup/moment/prove.ts'
import { recoverMoment } from '#platform/backup/moment/recover.ts'
import type { Sealer } from '#platform/backup/moment/sealer.ts'
import { restore } from '#platform/backup/restore.ts'
import { upgrade } from '#platform/backup/upgrade.ts'
import type { ConnectionConfig } from '#platform/db/pool.ts'
import { type Afterwards, trialHome } from './trial-home.ts'

/** A home of its own whose database archives its log, as in an office that works. */
export type MomentDesk = {
  home: string
  config: ConnectionConfig
  sealer: Sealer
  told: string[]
  ask: (sql: string) => Promise<Record<string, unknown>[]>
  /** Writes a row that can be looked for afterwards. */
  write: (words: string) => Promise<void>
  written: () => Promise<string[]>
  /** A moment after all that was written and before all that will be. */
  pause: () => Promise<Date>
  base: () => Promise<BaseMade>
  kept: () => ReturnType<typeof readKept>
  restoreTo: (moment: Date) => Promise<void>
  stop: () => Promise<void>
}

const quiet = { isReplacing: true, inspect: async () => [], log: () => undefined }
const product = 'test'

export async function momentDesk(t: Afterwards, home = trialHome(t)): Promise<MomentDesk> {
  const key = openBackupKey(home)
  writeFileSync(join(home, 'keys', 'keys.json'), JSON.stringify({ keys: [{ id: 1, fingerprint: 'abcd' }] }))
  const told: string[] = []
  const server = await startArchived({ home, product, log: (line) => told.push(line) })
  const config = server.connection()
  await upgrade({ home, config, product })
  const sealer = archiveKept()
  if (!sealer) throw new Error('the log is not archived')
  const ask = async (sql: string) => (await withOwner(config, (client) => client.query(sql))).rows
  const kept = () => readKept(momentFolder(home))
  return {
    home,
    config,
    sealer,
    told,
    ask,
    write: async (words) => {
      await ask(`insert into backup_run (id, kind, file) values (gen_random_uuid(), 'drill', '${words}')`)
    },
    written: async () => (await ask('select file from backup_run order by file')).map((row) => String(row['file'])),
    pause: async () => {
      await wait(20)
      const moment = new Date()
      await wait(20)
      return moment
    },
    base: () => makeBase(sealer.archiver, config),
    kept,
    restoreTo: async (moment) => {
      await sealer.flush(config)
      const proven = await prove(choose(kept(), moment), key)
      await recoverMoment(proven, { home, product, moment, log: quiet.log }, (file) =>
        restore({ home, config, product }, { ...quiet, file }),
      )
    },
    stop: server.stop,
  }
}
