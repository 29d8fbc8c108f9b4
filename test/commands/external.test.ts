import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { readXlsx } from 'hucre'
import pg from 'pg'
import { contract as setupContract } from '#modules/accounts/setup/contract.ts'
import { freshDatabase } from '#test/cluster.ts'
import { THREE } from '#test/office/newcomer.ts'
import { roster } from './roster.ts'
import { begin, type Place, sangyu, startOffice, until } from './sangyu.ts'

const BUREAU = '中共临邑县委老干部局'
const PEOPLE = 2_400

type Desk = { place: Place; file: (name: string) => string; ask: (sql: string) => Promise<Record<string, unknown>> }

/** A home without a database of its own, beside an empty one elsewhere. */
async function externalPlace(): Promise<Desk> {
  const { config, drop } = await freshDatabase(async () => undefined)
  const folder = mkdtempSync(join(tmpdir(), 'sangyu-external-'))
  const client = new pg.Client(config)
  await client.connect()
  after(async () => {
    await client.end()
    await drop()
    rmSync(folder, { recursive: true, force: true })
  })
  const { user = '', host = '', port = 5432, database } = config
  const url = `postgres://${user}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
  return {
    place: { home: join(folder, 'home'), database: config.connectionString ?? url },
    file: (name) => join(folder, name),
    ask: async (sql) => (await client.query<Record<string, unknown>>(sql)).rows[0] ?? {},
  }
}

/** One office for all these tests: each goes on where the one before it stopped. */
const { place, file, ask } = await externalPlace()
writeFileSync(file('名单.csv'), roster(PEOPLE, BUREAU))

test('a database that cannot be reached is said in words', async () => {
  const nowhere = { ...place, database: 'postgres://nobody:secret@127.0.0.1:1/none' }
  const { status, err } = await sangyu(['migrate'], nowhere)
  assert.equal(status, 1)
  assert.match(err, /^连不上 DATABASE_URL 指定的数据库（.*ECONNREFUSED.*）/)
  assert.doesNotMatch(err, /secret|\n {4}at /)
})

test('it is brought up to date once', async () => {
  const first = await sangyu(['migrate'], place)
  assert.match(first.out, /^已执行 Ran: 0001_platform\.sql, .*\.sql\n$/)
  assert.match((await sangyu(['migrate'], place)).out, /^数据库已是最新/)
})

test('before the county is set up nothing is imported or exported', async () => {
  for (const args of [
    ['import', '--apply', file('名单.csv')],
    ['export', '--reason', '核对', file('out.xlsx')],
  ]) {
    const { status, err } = await sangyu(args, place)
    assert.deepEqual([status, err.startsWith('还没有设置县')], [1, true], err)
  }
})

test('it is set up through its first page, and closes in order', async (t) => {
  const office = await startOffice(t, place)
  const code = await until(() => office.code() || undefined)
  await office
    .call(setupContract)
    .setUp({ code, county: 371424, countyName: '临邑县', bureau: BUREAU, administrators: THREE })
  assert.equal(await office.stop(), 0)
  assert.equal((await ask('select name from county'))['name'], '临邑县')
  const left = `application_name like 'sangyu%' and datname = current_database()`
  // The server's own processes take a moment to see that nobody is there any more.
  const isAlone = async () => (await ask(`select count(*)::int as n from pg_stat_activity where ${left}`))['n'] === 0
  for (let tries = 0; tries < 100 && !(await isAlone()); tries++)
    await new Promise((resolve) => setTimeout(resolve, 100))
  assert.ok(await isAlone())
})

test('a roster whose import is killed is finished by the next start', async (t) => {
  const running = begin(['import', '--apply', file('名单.csv')], place)
  await until(async () => {
    const { n } = await ask('select done_count as n from import_batch where status = $$applying$$ and done_count > 0')
    return n === undefined ? undefined : true
  })
  await running.kill()
  const left = await ask(`select status, done_count from import_batch`)
  assert.equal(left['status'], 'applying', running.said())
  const office = await startOffice(t, place)
  await until(async () => ((await ask('select status from import_batch'))['status'] === 'applied' ? true : undefined))
  assert.equal(await office.stop(), 0)
  assert.deepEqual(await ask('select count(*)::int as rows, count(distinct id_index)::int as numbers from person'), {
    rows: PEOPLE,
    numbers: PEOPLE,
  })
})

test('the same roster again changes nothing, and what cannot be read stops the whole order', async () => {
  const again = await sangyu(['import', '--apply', '--as-of', '2026-03-01', file('名单.csv')], place)
  assert.deepEqual([again.status, again.err], [0, ''])
  assert.match(again.out, /^名单\.csv：新增 0 人，更新 0 人，待核实 0 行，拒绝 0 行。\n/)
  const missing = await sangyu(['import', '--apply', file('名单.csv'), file('没有.csv')], place)
  assert.equal(missing.status, 1)
  assert.match(missing.err, /^读不到文件 .*没有\.csv（ENOENT/)
  const elsewhere = await sangyu(['import', '--apply', '--county', '110101', file('名单.csv')], place)
  assert.match(elsewhere.err, /^这里没有这个县。已设置的县：371424。/)
  assert.equal((await ask('select count(*)::int as n from import_batch'))['n'], 2)
})

test('the county’s roster goes out masked, for its owner alone to read; the reason stands on the sheet and not in the trail', async () => {
  const out = file('花名册.xlsx')
  const { status, out: said } = await sangyu(['export', '--reason', '年度核对', out], place)
  assert.deepEqual([status, said], [0, `已导出 ${PEOPLE} 人到 ${out}（已遮盖）。 Exported ${PEOPLE} people, masked.\n`])
  assert.equal(statSync(out).mode & 0o777, 0o600)
  const { sheets } = await readXlsx(readFileSync(out))
  const numbers = new Set((sheets[0]?.rows ?? []).flat().filter((cell) => /^\d{17}[\dX]$/.test(String(cell))))
  assert.equal(numbers.size, 0, 'whole numbers take a second person')
  assert.match(JSON.stringify(sheets[0]?.rows), /用途：年度核对/)
  const note = await ask(`select detail::text as detail from audit_event where action ilike '%export%'`)
  assert.match(String(note['detail']), new RegExp(`"count": ${PEOPLE}`))
  assert.doesNotMatch(String(note['detail']), /年度核对/)
  for (const args of [
    ['--reason', '核对', '--request', '1'],
    ['--request', '01980000-0000-7000-8000-000000000001'],
  ]) {
    const refused = await sangyu(['export', ...args, file('all.xlsx')], place)
    assert.notEqual(refused.status, 0)
    assert.ok(!existsSync(file('all.xlsx')))
  }
})

test('the installation is sound', async () => {
  const { status, out } = await sangyu(['doctor'], place)
  assert.equal(status, 0, out)
  await ask(`update outbox set delivered_at = null, at = now() - interval '1 hour'`)
  const waiting = await sangyu(['doctor'], place)
  assert.equal(waiting.status, 1)
  assert.match(waiting.out, /✗ 没有滞留的事件：\d+ 处不符[\s\S]*发现 1 个问题。 1 problems found\.\n$/)
})
