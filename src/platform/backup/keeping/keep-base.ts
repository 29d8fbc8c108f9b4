import { readdirSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Pool } from 'pg'
import { archiveKept } from '../moment/archived.ts'
import { makeBase } from '../moment/base.ts'
import { isBaseDue, outlived } from '../moment/choose.ts'
import { momentFolder, readKept } from '../moment/names.ts'
import { clusterOf } from '../moment/seal.ts'
import type { Keeper } from './keep.ts'
import { type Outcome, runWritten } from './runs.ts'

/** The daily base copy, and what no moment of the kept days needs any more is deleted. Nothing where the log is not archived. */
export async function keepBase({ source, owner }: Keeper, askedBy: string | null): Promise<Outcome | undefined> {
  const archiver = archiveKept()?.archiver
  if (!archiver) return undefined
  return runWritten(owner, { kind: 'base', askedBy }, async () => {
    const { path } = await makeBase(archiver, source.config)
    const gone = await prune(owner, source.home)
    return {
      file: `moments/${basename(path)}`,
      bytes: statSync(path).size,
      rows: null,
      words: {
        zh: `恢复到任意时刻的基准副本已做好${gone ? `，清理过期部分 ${gone} 个` : ''}`,
        en: `Base copy for restoring any moment made${gone ? `; ${gone} expired parts deleted` : ''}`,
      },
    }
  })
}

async function prune(owner: Pool, home: string): Promise<number> {
  const { rows } = await owner.query<{ days: number }>('select keep_moment_days as days from backup_setting')
  const kept = readKept(momentFolder(home))
  const gone = outlived(kept, { days: rows[0]?.days ?? 7, now: new Date() })
  for (const path of gone) rmSync(path, { force: true })
  for (const { folder } of kept) if (readdirSync(folder).length === 0) rmdirSync(folder)
  return gone.length
}

const FIRST_MS = 60_000
const LOOK_MS = 10 * 60_000

/** Sees to it that there always is a base copy from which every later moment can be reached: the first one, and a new one after a gap. */
export function keepBases(keeper: Keeper, log: (line: string) => void): { stop: () => void } {
  const look = () => {
    const archiver = archiveKept()?.archiver
    if (!archiver) return
    const own = readKept(momentFolder(archiver.home)).find(({ cluster }) => cluster === clusterOf(archiver.data))
    if (isBaseDue(own, new Date())) keepBase(keeper, null).catch((error: Error) => log(error.message))
  }
  const first = setTimeout(look, FIRST_MS)
  const later = setInterval(look, LOOK_MS)
  for (const timer of [first, later]) timer.unref()
  return {
    stop: () => {
      clearTimeout(first)
      clearInterval(later)
    },
  }
}
