import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { ensure, refusal } from '#platform/refuse.ts'
import { checkBackup } from '../check.ts'
import { beside, createBeside, dropBeside, lookAt, sweepBeside } from '../database/place.ts'
import { install } from '../install.ts'
import { readBackupKey } from '../keys/backup-key.ts'
import { makeBackup, type Source } from '../make.ts'
import { backupFolder, backupName } from '../names.ts'
import { noKey } from '../refusals.ts'
import { ensureRoom } from '../room.ts'
import { expired, type Keeping } from './retention.ts'
import { type Outcome, runWritten } from './runs.ts'

export type Keeper = { source: Source; owner: Pool }

const NAME = /^sangyu-\d{8}-\d{6}\.sangyu$/

/** The daily backup: made, read back from end to end, and those that have served their time deleted. */
export function keepBackup({ source, owner }: Keeper, askedBy: string | null): Promise<Outcome> {
  return runWritten(owner, { kind: 'backup', askedBy }, async () => {
    const name = backupName(new Date())
    const { path, bytes, manifest } = await makeBackup(source, join(backupFolder(source.home), name))
    await checkBackup(path, readBackupKey(source.home))
    const gone = expired(ownBackups(source.home), await keepingOf(owner), new Date())
    for (const old of gone) rmSync(join(backupFolder(source.home), old), { force: true })
    const rows = rowsOf(manifest)
    return {
      file: name,
      bytes,
      rows,
      words: {
        zh: `已备份并从头核对${gone.length ? `，清理过期备份 ${gone.length} 份` : ''}`,
        en: `Made and read back from end to end${gone.length ? `; ${gone.length} expired ones deleted` : ''}`,
      },
    }
  })
}

const rowsOf = ({ sections }: { sections: { rows: number }[] }) => sections.reduce((sum, { rows }) => sum + rows, 0)

/** Only those made by the calendar or asked for here; restore points and what somebody put beside them are left alone. */
function ownBackups(home: string): { name: string; at: Date }[] {
  const names = readdirSync(backupFolder(home)).filter((name) => NAME.test(name))
  return names.map((name) => ({ name, at: statSync(join(backupFolder(home), name)).mtime }))
}

async function keepingOf(owner: Pool): Promise<Keeping> {
  const { rows } = await owner.query<Keeping>(
    'select keep_days as days, keep_weeks as weeks, keep_months as months from backup_setting',
  )
  return rows[0] ?? { days: 14, weeks: 8, months: 12 }
}

const noBackup = refusal('drill.no_backup', 409, () => ({
  zh: '还没有备份可以演练。请先做一次备份。',
  en: 'There is no backup yet to try. Make one first.',
}))

/** The drill: the newest backup is restored into a scratch database, compared table by table, and thrown away. A backup nobody has restored is a hope. */
export function drill({ source, owner }: Keeper, askedBy: string | null): Promise<Outcome> {
  return runWritten(owner, { kind: 'drill', askedBy }, async () => {
    const newest = ownBackups(source.home).sort((a, b) => b.at.getTime() - a.at.getTime())[0]
    ensure(newest, noBackup)
    const file = join(backupFolder(source.home), newest.name)
    const key = readBackupKey(source.home)
    const manifest = await checkBackup(file, key)
    if (!key) throw noKey({ needed: '?' })
    const standing = await lookAt(source.config)
    if (!source.config.connectionString) ensureRoom(source.home, manifest.databaseBytes)
    await sweepBeside(source.config, standing)
    const scratch = await createBeside(source.config, standing, 'drill')
    try {
      const placeFile = async (_path: string, pieces: AsyncGenerator<Buffer>) => {
        for await (const _piece of pieces);
      }
      await install(file, { key, manifest }, { config: beside(source.config, scratch), placeFile })
    } finally {
      await dropBeside(source.config, scratch)
    }
    const tables = manifest.sections.filter((section) => section.kind === 'table').length
    const words = {
      zh: `已恢复到临时库并逐表核对一致：${tables} 张表`,
      en: `Restored into a scratch database, ${tables} tables equal`,
    }
    return { file: newest.name, bytes: null, rows: rowsOf(manifest), words }
  })
}
