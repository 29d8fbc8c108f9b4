import { setTimeout as wait } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { routes } from '#modules/people/index.ts'
import { contract } from '#modules/people/search/contract.ts'
import { checkBackup, type Made, makeBackup, openBackupKey, restore } from '#platform/backup/index.ts'
import { type BackupDesk, backupDesk } from '#test/backup-desk.ts'
import { settle } from '#test/office/settle.ts'
import { noneOf, type Row } from '../row.ts'

const A_SECOND = 50
const PEOPLE = 3_000
const BACKUPS = 12

/** An office at work: four readings to a writing, at a steady pace whatever they take. */
async function busy({ o }: BackupDesk, faults: string[]) {
  const counter = o.as(await o.hire()).call(contract)
  const work = { asked: 0, isOver: false }
  const ask = (n: number) =>
    n % 5 === 0 ? o.act((ctx) => settle(ctx, { name: `来${n}` })) : counter.listPeople({ limit: 20 })
  const going = (async () => {
    const asked: Promise<unknown>[] = []
    for (const started = Date.now(); !work.isOver; work.asked++) {
      asked.push(ask(work.asked).catch((error: Error) => faults.push(error.message)))
      await wait(Math.max(0, started + (work.asked * 1_000) / A_SECOND - Date.now()))
    }
    await Promise.all(asked)
  })()
  const stop = async () => {
    work.isOver = true
    await going
    return work.asked
  }
  return { stop }
}

/** What a backup says of itself against what is read from it and what a restore of it gives. */
async function prove({ source, empty }: BackupDesk, { path, manifest }: Made): Promise<string[]> {
  const said = await checkBackup(path, openBackupKey(source.home))
  const faults = isDeepStrictEqual(said, manifest) ? [] : [`${path} differs from its manifest`]
  const target = { ...source, config: await empty() }
  const wish = { file: path, isReplacing: false, inspect: async () => [], log: () => undefined }
  return restore(target, wish).then(
    () => faults,
    (error: Error) => [...faults, error.message],
  )
}

export const row: Row = {
  id: 'T41',
  about: {
    zh: '50 次/秒 负载下备份，恢复到空库，逐表核对',
    en: 'backups under 50 requests a second, restored to empty, every table compared',
  },
  threshold: '100 % of tables equal at the snapshot; 0 failed requests',
  blocksMerge: true,
  run: async () => {
    const desk = await backupDesk({ rooms: routes })
    try {
      await desk.o.act(async (ctx) => {
        for (let n = 0; n < PEOPLE; n++) await settle(ctx, { name: `赵${n}` })
      })
      const faults: string[] = []
      const load = await busy(desk, faults)
      const made: Made[] = []
      for (let n = 0; n < BACKUPS; n++) {
        made.push(await makeBackup(desk.source, desk.at(`${n}.sangyu`)))
        await wait(300)
      }
      const asked = await load.stop()
      const proven = [made[0], made.at(-1)].filter((one) => one !== undefined)
      for (const one of proven) faults.push(...(await prove(desk, one)))
      const tables = proven.reduce((sum, { manifest }) => sum + manifest.sections.length, 0)
      return noneOf(faults, `${asked} requests during ${BACKUPS} backups, and ${tables} sections restored`)
    } finally {
      await desk.close()
    }
  },
}
