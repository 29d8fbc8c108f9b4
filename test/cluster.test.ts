import assert from 'node:assert/strict'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import test from 'node:test'
import pg from 'pg'
import { discardRun } from './cluster/run.ts'
import { dropDatabasesOf } from './cluster/template.ts'
import { freshDatabase, testCluster } from './cluster.ts'
import { runProgram } from './trial-home.ts'

type Place = Parameters<Parameters<typeof freshDatabase>[0]>[0]

async function withClient<T>(config: Place, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function prepare(config: Place): Promise<void> {
  await withClient(config, (client) => client.query('create table prepared as select now() as at'))
}

const preparedAt = (config: Place) =>
  withClient(config, async (client) => String((await client.query('select at::text from prepared')).rows[0].at))

test('each caller gets a database of its own, all copied from one that was prepared once', async () => {
  const offices = await Promise.all(Array.from({ length: 5 }, () => freshDatabase(prepare)))
  assert.equal(new Set(offices.map((office) => office.config.database)).size, 5)
  assert.equal(new Set(await Promise.all(offices.map((office) => preparedAt(office.config)))).size, 1)
  for (const office of offices) await office.drop()
})

test('callers that prepare differently do not get each other’s database', async () => {
  const plain = await freshDatabase(prepare)
  const other = await freshDatabase(async (config) => {
    await withClient(config, (client) => client.query('create table other ()'))
  })
  await withClient(other.config, (client) => assert.rejects(client.query('select from prepared')))
  await withClient(plain.config, (client) => client.query('select from prepared'))
  await other.drop()
  await plain.drop()
})

test('a preparation that fails leaves nothing, and the next caller prepares anew', async () => {
  let attempts = 0
  const failFirst = async (config: Place) => {
    attempts += 1
    if (attempts === 1) throw new Error('migration failed')
    await prepare(config)
  }
  await assert.rejects(freshDatabase(failFirst), /migration failed/)
  const office = await freshDatabase(failFirst)
  assert.equal(attempts, 2)
  await office.drop()
})

test('a dropped database is gone, even while someone is still connected', async () => {
  const office = await freshDatabase(prepare)
  const guest = new pg.Client(office.config)
  guest.on('error', () => undefined)
  await guest.connect()
  await office.drop()
  await assert.rejects(new pg.Client(office.config).connect(), { code: '3D000' })
})

const takeOne = `import { freshDatabase } from '#test/cluster.ts'
import pg from 'pg'
const office = await freshDatabase(async (config) => {
  const client = new pg.Client(config)
  await client.connect()
  await client.query('create table prepared as select now() as at')
  await client.end()
})
const client = new pg.Client(office.config)
await client.connect()
console.log((await client.query('select at::text from prepared')).rows[0].at)
await client.end()
await office.drop()`

test('test files that run in processes of their own share one server and one preparation', async (t) => {
  const run = mkdtempSync(join(tmpdir(), `sangyu-test-${process.pid}-`))
  t.after(() => discardRun(run))
  if (process.env['SANGYU_TEST_DATABASE_URL']) t.after(() => dropDatabasesOf(basename(run)))
  const before = process.env['SANGYU_TEST_RUN']
  process.env['SANGYU_TEST_RUN'] = run
  t.after(() =>
    before === undefined ? delete process.env['SANGYU_TEST_RUN'] : (process.env['SANGYU_TEST_RUN'] = before),
  )
  const moments = await Promise.all(Array.from({ length: 3 }, () => runProgram(takeOne, '')))
  assert.equal(new Set(moments).size, 1)
  discardRun(run)
  assert.equal(existsSync(run), false)
})

test('a file run by hand takes its own server away when it ends', {
  skip: process.env['SANGYU_TEST_DATABASE_URL'] ? 'an external server stays' : false,
}, async (t) => {
  const before = process.env['SANGYU_TEST_RUN']
  delete process.env['SANGYU_TEST_RUN']
  t.after(() => before !== undefined && (process.env['SANGYU_TEST_RUN'] = before))
  const folder = await runProgram(
    `import { testCluster } from '#test/cluster.ts'
     console.log((await testCluster()).connection().host)`,
    '',
  )
  assert.match(folder, /sangyu-test-/)
  assert.equal(existsSync(folder), false)
})

test('the server is given up for speed, never for an external one', async () => {
  const cluster = await testCluster()
  const fsync = await withClient(
    cluster.connection(),
    async (client) => (await client.query('show fsync')).rows[0].fsync,
  )
  if (!cluster.isExternal) assert.equal(fsync, 'off')
})
