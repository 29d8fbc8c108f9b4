import { setTimeout as wait } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { routes } from '#modules/people/index.ts'
import { contract } from '#modules/people/search/contract.ts'
import { checkBackup, type Made, makeBackup, openBackupKey, restore } from '#platform/backup/index.ts'
import type { ConnectionConfig } from '#platform/db/pool.ts'
import { type BackupDesk, backupDesk } from '#test/backup-desk.ts'
import { PLACES } from '#test/office/county.ts'
import { settle } from '#test/office/settle.ts'
import { noneOf, type Row } from '../row.ts'

const A_SECOND = 50
const PEOPLE = 3_000
const BACKUPS = 12
const CROWD = 4

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

/** A backup while people are written as fast as it goes: whoever comes is written into two tables at once. */
async function inTheThick({ o, source, at }: BackupDesk): Promise<Made> {
  const work = { isOver: false }
  const crowd = Array.from({ length: CROWD }, async () => {
    while (!work.isOver) await o.act((ctx) => settle(ctx, { name: '来人', place: PLACES.guangchang }))
  })
  const made = await makeBackup(source, at('thick.sangyu'))
  work.isOver = true
  await Promise.all(crowd)
  return made
}

type Proven = { faults: string[]; config?: ConnectionConfig }

/** What a backup says of itself against what is read from it, and what a restore of it gives: whole, and of one moment. */
async function prove({ source, empty, ask }: BackupDesk, { path, manifest }: Made): Promise<Proven> {
  const said = await checkBackup(path, openBackupKey(source.home))
  const faults = isDeepStrictEqual(said, manifest) ? [] : [`${path} differs from its manifest`]
  const config = await empty()
  const wish = { file: path, isReplacing: false, inspect: async () => [], log: () => undefined }
  const error = await restore({ ...source, config }, wish).then(
    () => undefined,
    (reason: Error) => reason.message,
  )
  if (error) return { faults: [...faults, error] }
  const halves = await ask(config, HALVES)
  return { faults: halves.length === 0 ? faults : [...faults, `${halves.length} people are there by half`], config }
}

const HALVES = `select p.id from person p where p.place_code is not null
  and not exists (select from affiliation a where a.county = p.county and a.person_id = p.id)`
/** The queue and the list of migrations are made anew by a restore. */
const TABLES = `select format('%I.%I', schemaname, tablename) as name from pg_tables
  where schemaname not in ('pg_catalog', 'information_schema', 'graphile_worker') and tablename <> 'schema_migration' order by 1`

/** Every table of a database as it stands, looked at without anything the backup uses. */
async function pictureOf({ ask }: BackupDesk, config: ConnectionConfig): Promise<Map<string, unknown>> {
  const prints = new Map<string, unknown>()
  for (const { name } of await ask(config, TABLES)) {
    const sum = `select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as print from ${String(name)} t`
    prints.set(String(name), (await ask(config, sum))[0]?.['print'])
  }
  return prints
}

/** Nobody writes any more: what is restored is what is there. */
async function atRest(desk: BackupDesk): Promise<{ faults: string[]; tables: number }> {
  const made = await makeBackup(desk.source, desk.at('rest.sangyu'))
  const { faults, config } = await prove(desk, made)
  const there = await pictureOf(desk, desk.source.config)
  const back = config ? await pictureOf(desk, config) : new Map<string, unknown>()
  const other = [...there]
    .filter(([name, print]) => back.get(name) !== print)
    .map(([name]) => `${name} came back otherwise`)
  return { faults: [...faults, ...other], tables: there.size }
}

export const row: Row = {
  id: 'T41',
  about: {
    zh: '50 次/秒 负载下备份，恢复到空库，逐表核对',
    en: 'backups under 50 requests a second, restored to empty, every table compared',
  },
  threshold: '100 % of tables equal at the snapshot; 0 failed requests',
  blocksMerge: true,
  measures: true,
  run: async () => {
    const desk = await backupDesk({ rooms: routes })
    try {
      await desk.o.act(async (ctx) => {
        for (let n = 0; n < PEOPLE; n++) await settle(ctx, { name: `赵${n}`, place: PLACES.guangchang })
      })
      const faults: string[] = []
      const load = await busy(desk, faults)
      const made: Made[] = []
      for (let n = 0; n < BACKUPS; n++) {
        made.push(await makeBackup(desk.source, desk.at(`${n}.sangyu`)))
        await wait(300)
      }
      made.push(await inTheThick(desk))
      const asked = await load.stop()
      const proven = [made[0], made.at(-1)].filter((one) => one !== undefined)
      for (const one of proven) faults.push(...(await prove(desk, one)).faults)
      const rest = await atRest(desk)
      const figures = `${asked} requests during ${made.length} backups, ${proven.length + 1} restored, ${rest.tables} tables compared`
      return noneOf([...faults, ...rest.faults], figures)
    } finally {
      await desk.close()
    }
  },
}
