import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import type pg from 'pg'
import { freshDatabase } from '#test/cluster.ts'
import { type Migration, migrate, pendingMigrations, readMigrations } from './migrate.ts'
import { openOwner } from './pool.ts'

/** An empty database and as many owners as are asked for. */
async function owners(t: TestContext, count: number): Promise<pg.Client[]> {
  const { config, drop } = await freshDatabase(async () => undefined)
  const clients = await Promise.all(Array.from({ length: count }, () => openOwner(config)))
  t.after(async () => {
    await Promise.all(clients.map((client) => client.end()))
    await drop()
  })
  return clients
}

const file = (name: string, sql: string): Migration => ({
  name,
  sql,
  sha256: createHash('sha256').update(sql).digest('hex'),
})
const ONE = file('0001_a.sql', 'create table a (id int primary key)')
const TWO = file('0002_b.sql', 'create table b (id int); insert into a values (1)')

const count = async (client: pg.Client, sql: string) =>
  Number((await client.query(`select count(*) from ${sql}`)).rows[0].count)

test('an empty database is brought up to date once; the second time there is nothing to do', async (t) => {
  const [owner] = await owners(t, 1)
  assert.ok(owner)
  const names = (await readMigrations()).map((migration) => migration.name)
  assert.deepEqual(names, names.toSorted())
  assert.equal(new Set(names.map((name) => name.slice(0, 4))).size, names.length, 'every number once')
  assert.deepEqual(await migrate(owner), names)
  assert.deepEqual(await migrate(owner), [])
  assert.equal(await count(owner, 'schema_migration'), names.length)
  assert.equal(await count(owner, 'county'), 0)
})

test('two servers that start at once migrate one after the other, each file once', async (t) => {
  const clients = await owners(t, 3)
  const ran = await Promise.all(clients.map((client) => migrate(client, [ONE, TWO])))
  assert.deepEqual(ran.flat().toSorted(), ['0001_a.sql', '0002_b.sql'])
  assert.equal(await count(clients[0] as pg.Client, 'a'), 1) // three were asked for
})

test('what came later is run behind what ran before', async (t) => {
  const [owner] = await owners(t, 1)
  assert.ok(owner)
  assert.deepEqual(await migrate(owner, [ONE]), ['0001_a.sql'])
  assert.deepEqual(await migrate(owner, [ONE, TWO]), ['0002_b.sql'])
})

test('a file that was changed after it ran is refused, and nothing behind it is run', async (t) => {
  const [owner] = await owners(t, 1)
  assert.ok(owner)
  await migrate(owner, [ONE])
  await assert.rejects(migrate(owner, [file(ONE.name, 'create table other ()'), TWO]), {
    code: 'schema.changed',
    detail: { name: '0001_a.sql' },
  })
  assert.equal(await count(owner, `pg_class where relname in ('b', 'other')`), 0)
})

test('an older version keeps away from a database that a newer one has changed', async (t) => {
  const [owner] = await owners(t, 1)
  assert.ok(owner)
  await migrate(owner, [ONE, TWO])
  await assert.rejects(migrate(owner, [ONE]), { code: 'schema.newer', detail: { name: '0002_b.sql' } })
})

test('a file that fails takes back those before it too, so that the former version still runs, and lets the next try in', async (t) => {
  const [owner, other] = await owners(t, 2)
  assert.ok(owner && other)
  const broken = file('0002_b.sql', 'create table b (id int); insert into nowhere values (1)')
  await assert.rejects(migrate(owner, [ONE, broken]), /迁移 0002_b\.sql 失败.*nowhere/)
  assert.equal(await count(owner, `pg_class where relname in ('a', 'b', 'schema_migration')`), 0)
  const told: number[] = []
  assert.deepEqual(await migrate(other, [ONE, TWO], ({ count: n }) => told.push(n)), ['0001_a.sql', '0002_b.sql'])
  assert.deepEqual(told, [1, 2])
})

test('what is not up to date is told without touching anything', async (t) => {
  const [owner] = await owners(t, 1)
  assert.ok(owner)
  assert.equal((await pendingMigrations(owner, [ONE, TWO])).length, 2)
  assert.equal(await count(owner, `pg_class where relname = 'schema_migration'`), 0)
})
