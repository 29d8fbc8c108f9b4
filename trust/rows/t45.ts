import { randomInt } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { findPostgres } from '#platform/postgres/index.ts'
import { findCluster } from '#platform/postgres/place/location.ts'
import { discardRun } from '#test/cluster/run.ts'
import { roster } from '#test/commands/roster.ts'
import { begin, type Place, type Serving, startOffice, until } from '#test/commands/sangyu.ts'
import { foundCounty } from '#test/office/county.ts'
import { withInstallation } from '../../src/commands/serve/installation.ts'
import { allParts } from '../../src/main.ts'
import { isLong, noneOf, type Row } from '../row.ts'

const BUREAU = '中共临邑县委老干部局'
const KILLS = isLong ? 50 : 8
const PEOPLE = isLong ? 25_000 : 5_000
const RESUMED_MS = 30_000

type State = { status: string; done: number; rows: number; numbers: number }

/** What stands in the database just now; undefined while it does not answer. */
async function stateOf(home: string): Promise<State | undefined> {
  const client = new pg.Client({ ...findPostgres(home), connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<State>(
      `select b.status, b.done_count as done, (select count(*)::int from person) as rows,
              (select count(distinct id_index)::int from person) as numbers from import_batch b order by b.id desc limit 1`,
    )
    return rows[0]
  } catch {
    return undefined
  } finally {
    await client.end().catch(() => undefined)
  }
}

function killServer(home: string): void {
  const pid = Number(readFileSync(join(findCluster(home) ?? '', 'data/postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(pid, 'SIGKILL')
}

type Course = { kills: number; slowest: number; done: number; isApplied: boolean; faults: string[] }

/** Until the import is further than it ever was seen, or done; notes how long that took. */
async function untilFurther(home: string, course: Course): Promise<void> {
  const started = Date.now()
  const isTooLong = () => Date.now() - started > 2 * RESUMED_MS
  let state = await stateOf(home)
  while (!isTooLong() && !(state && (state.status === 'applied' || state.done > course.done))) {
    await wait(50)
    state = await stateOf(home)
  }
  course.slowest = Math.max(course.slowest, isTooLong() ? Number.POSITIVE_INFINITY : Date.now() - started)
  course.done = state?.done ?? course.done
  course.isApplied = state?.status === 'applied'
}

/** Kills the office and its database by turns until the import is through or the kills are used up. */
async function killByTurns(place: Place, course: Course): Promise<void> {
  const undo: (() => void | Promise<void>)[] = []
  let office: Serving | undefined
  while (course.kills < KILLS) {
    office ??= await startOffice({ after: (step) => undo.push(step) }, place)
    await untilFurther(place.home, course)
    if (course.isApplied) break
    await wait(randomInt(10, 250))
    course.kills++
    if (course.kills % 2 === 0) killServer(place.home)
    else {
      await office.kill()
      office = undefined
    }
  }
  office ??= await startOffice({ after: (step) => undo.push(step) }, place)
  while (!course.isApplied && Number.isFinite(course.slowest)) await untilFurther(place.home, course)
  if (!course.isApplied) course.faults.push(`the import stood still at ${course.done}: ${office.said().slice(-300)}`)
  await office.stop()
  for (const step of undo) await step()
}

export const row: Row = {
  id: 'T45',
  about: {
    zh: '导入花名册时随机 kill -9 服务或数据库',
    en: 'kill -9 of the server or its database at random points of an import',
  },
  threshold: 'rows as expected; 0 duplicates; 0 stuck; goes on within 30 s',
  blocksMerge: true,
  measures: true,
  minutes: isLong ? 30 : 8,
  run: async () => {
    const home = mkdtempSync(join(tmpdir(), 'sangyu-import-kills-'))
    chmodSync(home, 0o711)
    try {
      const env = { ...process.env, SANGYU_HOME: home, DATABASE_URL: '' }
      await withInstallation(allParts(), { env, log: () => undefined }, ({ house }) =>
        house.act({ system: 371424 }, { readOnly: false }, foundCounty),
      )
      const course: Course = { kills: 0, slowest: 0, done: 0, isApplied: false, faults: [] }
      const file = join(home, '名单.csv')
      writeFileSync(file, roster(PEOPLE, BUREAU))
      const first = begin(['import', '--apply', file], { home })
      await until(async () => ((await stateOf(home))?.status === 'applying' ? true : undefined))
      await first.kill()
      course.kills++
      await killByTurns({ home }, course)
      // The last server is stopped: its database is looked at once more by itself.
      const { rows, numbers, status } = await withInstallation(allParts(), { env, log: () => undefined }, async () => ({
        ...((await stateOf(home)) ?? { rows: -1, numbers: -1, status: '?' }),
      }))
      if (rows !== PEOPLE) course.faults.push(`${rows} people instead of ${PEOPLE}`)
      if (numbers !== PEOPLE) course.faults.push(`${numbers} different numbers instead of ${PEOPLE}`)
      if (status !== 'applied') course.faults.push(`the batch is ${status}`)
      if (course.slowest > RESUMED_MS) course.faults.push(`went on only after ${course.slowest} ms`)
      return noneOf(
        course.faults,
        `${course.kills} kills of an import of ${PEOPLE}, on again within ${course.slowest} ms`,
      )
    } finally {
      discardRun(home)
    }
  },
}
