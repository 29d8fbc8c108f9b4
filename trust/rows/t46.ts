import { spawnSync } from 'node:child_process'
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { findPostgres } from '#platform/postgres/index.ts'
import { discardRun } from '#test/cluster/run.ts'
import { sangyu, startOffice } from '#test/commands/sangyu.ts'
import { foundCounty } from '#test/office/county.ts'
import { withInstallation } from '../../src/commands/serve/installation.ts'
import { allParts } from '../../src/main.ts'
import { noneOf, type Row, type Verdict } from '../row.ts'

const DISK_MIB = 600
const RESERVE_MIB = 48
const BATCH = 5_000
const BACK_MS = 60_000

/** Writes until only so much is left, or nothing. */
function fill(home: string, leave: number): void {
  const file = openSync(join(home, 'ballast-of-others'), 'a')
  const piece = Buffer.alloc(1024 * 1024, 7)
  try {
    for (;;) {
      const { bavail, bsize } = statfsSync(home)
      if (bavail * bsize <= leave) break
      writeSync(file, piece, 0, Math.min(piece.length, Math.max(4096, bavail * bsize - leave)))
    }
  } catch {
    // The end of the disk is what was looked for.
  }
  closeSync(file)
}

/** What somebody at the counter is told; nobody is signed in, so 401 means that writing is taken in again. */
async function told(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/people`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: '{}',
  })
  const { code }: { code?: string } = JSON.parse(await answer.text()) // every answer of the interface is JSON with a code
  return `${answer.status} ${code}`
}

async function untilTold(url: string, what: (words: string) => boolean): Promise<number> {
  const started = Date.now()
  while (Date.now() - started < 2 * BACK_MS) {
    if (what(await told(url))) return Date.now() - started
    await wait(250)
  }
  return Number.POSITIVE_INFINITY
}

async function asked(home: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client(findPostgres(home))
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await client.query(sql)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Whole batches until the disk ends. The log of the database lies on the same disk, so the server may stop as well. */
async function writeUntilFull(home: string): Promise<string> {
  await asked(home, `create table filling (n int, words text)`)
  const batch = `insert into filling select n, md5(n::text) || repeat('x', 500) from generate_series(1, ${BATCH}) n`
  for (let turn = 0; turn < 200; turn++) {
    const error = await asked(home, batch).then(
      () => undefined,
      (reason: Error) => reason.message,
    )
    if (error) return error
  }
  return 'no end was reached'
}

async function course(home: string): Promise<Verdict> {
  const faults: string[] = []
  const undo: (() => void | Promise<void>)[] = []
  const env = { ...process.env, SANGYU_HOME: home, DATABASE_URL: '' }
  await withInstallation(allParts(), { env, log: () => undefined }, ({ house }) =>
    house.act({ system: 371424 }, { readOnly: false }, foundCounty),
  )
  process.env['SANGYU_BALLAST'] = String(RESERVE_MIB)
  const office = await startOffice({ after: (step) => undo.push(step) }, { home })
  await wait(2_000)
  const before = await told(office.url)
  fill(home, 20 * 1024 * 1024)
  const noticed = await untilTold(office.url, (words) => words === '503 disk.full')
  if (noticed > BACK_MS) faults.push(`writing was still taken in: ${await told(office.url)}`)
  const error = await writeUntilFull(home)
  const freed = await sangyu(['doctor', '--free-ballast'], { home })
  if (freed.status !== 0 || !/已腾出 48/.test(freed.out))
    faults.push(`nothing was given back: ${freed.out}${freed.err}`)
  const back = await untilTold(office.url, (words) => words === before)
  if (back > BACK_MS) faults.push(`not back to normal: ${await told(office.url)}`)
  const found: { n: number }[] = (await asked(home, 'select count(*)::int as n from filling')).rows
  const rows = found[0]?.n ?? -1
  if (rows % BATCH !== 0) faults.push(`half a batch: ${rows} rows`)
  if ((await office.stop()) !== 0) faults.push(`it did not close in order: ${office.said().slice(-500)}`)
  for (const step of undo) await step()
  return noneOf(
    faults,
    `a full disk: refused after ${noticed} ms, ${rows} rows whole (“${error}”), back ${back} ms after the reserve was freed`,
  )
}

/** The folder itself cannot go while the disk is mounted on it. */
function discardMounted(home: string): void {
  try {
    discardRun(home)
  } catch {
    // What was in it is gone.
  }
  spawnSync('umount', ['-l', home])
  rmSync(home, { recursive: true, force: true })
}

export const row: Row = {
  id: 'T46',
  about: {
    zh: '磁盘写满：不留一半的业务，提示清楚，释放预留后恢复',
    en: 'a full disk: nothing half done, clear words, back after the reserve is freed',
  },
  threshold: 'no half operation; clear message; back ≤ 60 s after --free-ballast',
  blocksMerge: false,
  run: async () => {
    const home = mkdtempSync(join(tmpdir(), 'sangyu-small-disk-'))
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MIB}m`, 'tmpfs', home])
    if (mounted.status !== 0) {
      rmSync(home, { recursive: true })
      return { passed: true, value: 'not tried: only root can mount a small disk' }
    }
    try {
      chmodSync(home, 0o711)
      return await course(home)
    } finally {
      discardMounted(home)
    }
  },
}
