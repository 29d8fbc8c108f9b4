import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import pg from 'pg'
import { contract as sessionContract } from '#modules/accounts/sessions/contract.ts'
import { contract as setupContract } from '#modules/accounts/setup/contract.ts'
import { contract as importContract } from '#modules/people/roster-import/contract.ts'
import { contract as searchContract } from '#modules/people/search/contract.ts'
import { vault } from '#platform/crypto/index.ts'
import { openKeys } from '#platform/home.ts'
import { findPostgres } from '#platform/postgres/index.ts'
import { THREE } from '#test/office/newcomer.ts'
import { trialHome } from '#test/trial-home.ts'
import { employClerk } from './clerk.ts'
import { roster } from './roster.ts'
import { sangyu, startOffice, until } from './sangyu.ts'

const BUREAU = '中共临邑县委老干部局'
const PEOPLE = 3_000

async function ask<T>(home: string, question: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(findPostgres(home))
  await client.connect()
  try {
    return await question(client)
  } finally {
    await client.end()
  }
}

/** How many people the database holds, told by their numbers and by their rows. */
async function countPeople(home: string): Promise<{ rows: number; numbers: number }> {
  const counted = 'select count(*)::int as rows, count(distinct id_index)::int as numbers from person'
  return ask(home, async (client) => (await client.query(counted)).rows[0])
}

/** One house for all these tests: each goes on where the one before it stopped. */
const home = trialHome({ after })

test('an empty home shows its set-up code, and with it a county is made', async (t) => {
  const office = await startOffice(t, { home })
  await until(() => office.code() || undefined)
  assert.match(office.said(), /数据库已更新：\d+ 个迁移。[\s\S]*尚未设置/)
  const setUp = office.call(setupContract)
  assert.deepEqual(await setUp.setupState(), { needed: true, counties: [] })
  const asked = { county: 371424, countyName: '临邑县', bureau: BUREAU, administrators: THREE }
  await assert.rejects(setUp.setUp({ code: 'AAAA-AAAA-AAAA', ...asked }), { code: 'setup.wrong_code' })
  const done = await setUp.setUp({ code: office.code(), ...asked })
  assert.deepEqual([done.streets, done.communities], [12, 443])
  assert.equal(done.handedOver.length, 3)
  await assert.rejects(office.call(sessionContract).whoAmI(), { status: 401 }, 'nobody is in before setting a password')

  const second = await sangyu(['start', '--port', '0'], { home })
  assert.equal(second.status, 1)
  assert.match(second.err, /这个数据目录已有一个桑榆在运行[\s\S]*already running on this home/)
  assert.doesNotMatch(second.err, /\n {4}at /, 'words, no stack')

  const port = new URL(office.url).port
  const other = await sangyu(['start', '--port', port, '--host', '127.0.0.1'], { home: trialHome(t) })
  assert.equal(other.status, 1)
  assert.match(other.err, new RegExp(`端口 ${port} 不能使用[\\s\\S]*Port ${port} cannot be used`))

  assert.equal(await office.stop(), 0)
  assert.match(office.said(), /正在停止… Stopping…\n$/)
  assert.equal(findPostgres(home), undefined, 'its database is stopped with it')
})

test('killed while a roster is being applied, the next start finishes it without loss or doubling', async (t) => {
  const office = await startOffice(t, { home })
  assert.equal(office.code(), '', 'a house that is set up shows no code')
  const { ring } = await openKeys(home)
  const cookie = await ask(home, (client) => employClerk(client, 371424, vault(ring)))
  office.enter(cookie)
  const desk = office.call(importContract)
  const { id } = await desk.uploadRoster({ name: '名单.csv', asOf: '2026-03-01', bytes: roster(PEOPLE, BUREAU) })
  const read = await until(async () => {
    const batch = await desk.readImport({ id })
    return batch.status === 'reading' ? undefined : batch
  })
  assert.deepEqual([read.status, read.counts.new], ['planned', PEOPLE])
  await desk.applyImport({ id })
  await until(async () => ((await desk.readImport({ id })).doneCount > 0 ? true : undefined))
  await office.kill()

  const again = await startOffice(t, { home })
  const half = await countPeople(home)
  again.enter(cookie)
  const batch = await until(async () => {
    const found = await again.call(importContract).readImport({ id })
    return found.status === 'applied' ? found : undefined
  })
  assert.equal(batch.doneCount, batch.rowCount)
  assert.ok(half.rows > 0)
  t.diagnostic(`killed with at most ${half.rows} of ${PEOPLE} people written`)
  assert.deepEqual(await countPeople(home), { rows: PEOPLE, numbers: PEOPLE })
  assert.equal((await again.call(searchContract).listPeople({})).total, PEOPLE)
  assert.equal(await again.stop(), 0)
})

test('the installation is sound, and there is nothing left to bring up to date', async () => {
  const { status, out } = await sangyu(['doctor'], { home })
  assert.equal(status, 0, out)
  assert.match(out, /✓ 数据库结构为最新[\s\S]*一切正常。 Everything is in order\.\n$/)
  const migrated = await sangyu(['migrate'], { home })
  assert.deepEqual([migrated.status, migrated.out], [0, '数据库已是最新。 The database is up to date.\n'])
})
