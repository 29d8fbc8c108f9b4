import { spawnSync } from 'node:child_process'
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { findPostgres } from '#platform/postgres/index.ts'
import { discardRun } from '#test/cluster/run.ts'
import { type Serving, sangyu, startOffice } from '#test/commands/sangyu.ts'
import { foundCounty } from '#test/office/county.ts'
import { withInstallation } from '../../src/commands/serve/installation.ts'
import { allParts } from '../../src/main.ts'
import { noneOf, type Row, type Verdict } from '../row.ts'

const DISK_MIB = 600
const RESERVE_MIB = 48
const BATCH = 5_000
const BACK_MS = 60_000
const NO_ANSWER = 'no answer'
/** A server silent for this long has died; it is not waited for. */
const GONE_MS = 15_000
/** What a writer without a session is told while writing is taken in. */
const NOBODY = '401 auth.signed_out'

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
  try {
    const answer = await fetch(`${url}/api/people`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: '{}',
    })
    const { code }: { code?: string } = JSON.parse(await answer.text()) // every answer of the interface is JSON with a code
    return `${answer.status} ${code}`
  } catch (error) {
    // A server that is gone is a finding of this row, not an end of it.
    return `${NO_ANSWER} (${error instanceof Error ? error.message : String(error)})`
  }
}

async function untilTold(url: string, what: (words: string) => boolean): Promise<number> {
  const started = Date.now()
  let answered = started
  while (Date.now() - started < 2 * BACK_MS && Date.now() - answered < GONE_MS) {
    const words = await told(url)
    if (what(words)) return Date.now() - started
    if (!words.startsWith(NO_ANSWER)) answered = Date.now()
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

/** How many rows came to stand, none halfway: in words where the database does not answer any more. */
async function wholeRows(home: string, faults: string[]): Promise<number> {
  try {
    const found: { n: number }[] = (await asked(home, 'select count(*)::int as n from filling')).rows
    const rows = found[0]?.n ?? -1
    if (rows % BATCH !== 0) faults.push(`half a batch: ${rows} rows`)
    return rows
  } catch (error) {
    faults.push(`the database does not answer: ${error instanceof Error ? error.message : String(error)}`)
    return -1
  }
}

const inWords = (took: number): string => (Number.isFinite(took) ? `after ${took} ms` : 'never')

/** Fills the disk under an open office, frees the reserve, and tells what was not as it should be. */
async function fillAndFree(office: Serving, home: string): Promise<Verdict> {
  const faults: string[] = []
  await wait(2_000)
  const before = await told(office.url)
  if (before !== NOBODY) faults.push(`before the disk was full: ${before}`)
  fill(home, 20 * 1024 * 1024)
  const noticed = await untilTold(office.url, (words) => words === '503 disk.full')
  if (noticed > BACK_MS) faults.push(`not refused in words: ${await told(office.url)}`)
  const error = await writeUntilFull(home).catch((reason: Error) => reason.message)
  const freed = await sangyu(['doctor', '--free-ballast'], { home })
  if (freed.status !== 0 || !/已腾出 48/.test(freed.out))
    faults.push(`nothing was given back: ${freed.out}${freed.err}`)
  const back = await untilTold(office.url, (words) => words === NOBODY)
  if (back > BACK_MS) faults.push(`not back to normal: ${await told(office.url)}`)
  const rows = await wholeRows(home, faults)
  const ended = await office.stop()
  if (ended !== 0) faults.push(`it did not close in order (${ended ?? 'killed'}): ${office.said().slice(-500)}`)
  return noneOf(
    faults,
    `a full disk: refused ${inWords(noticed)}, ${rows} rows whole (“${error}”), back ${inWords(back)} once the reserve was freed`,
  )
}

async function course(home: string): Promise<Verdict> {
  const undo: (() => void | Promise<void>)[] = []
  const env = { ...process.env, SANGYU_HOME: home, DATABASE_URL: '' }
  await withInstallation(allParts(), { env, log: () => undefined }, ({ house }) =>
    house.act({ system: 371424 }, { readOnly: false }, foundCounty),
  )
  process.env['SANGYU_BALLAST'] = String(RESERVE_MIB)
  try {
    return await fillAndFree(await startOffice({ after: (step) => undo.push(step) }, { home }), home)
  } finally {
    for (const step of undo) await step()
  }
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
