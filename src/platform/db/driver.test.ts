import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { sql } from 'kysely'
import type pg from 'pg'
import { freshOffice } from '#test/office/database.ts'
import type { Db } from '../ctx.ts'
import { handleOf } from './driver.ts'
import { closePools, openPools, type Pools } from './pool.ts'

let pools: Pools
let client: pg.PoolClient
let db: Db
let drop: () => Promise<void>
before(async () => {
  const database = await freshOffice()
  pools = openPools(database.config, 2)
  client = await pools.writers.connect()
  db = handleOf(client)
  drop = database.drop
})
after(async () => {
  client.release()
  await closePools(pools)
  await drop()
})

const prepared = async (): Promise<number> =>
  (await client.query('select count(*)::int as n from pg_prepared_statements')).rows[0].n

test('a connection has one handle, and a text is prepared once', async () => {
  assert.equal(handleOf(client), db)
  const start = await prepared()
  for (const value of [1, 2, 3])
    assert.deepEqual((await sql<{ n: number }>`select ${value}::int + 1 as n`.execute(db)).rows, [{ n: value + 1 }])
  assert.equal(await prepared(), start + 1)
})

test('a text that carries many rows is not kept', async () => {
  const start = await prepared()
  const rows = Array.from({ length: 600 }, (_, at) => sql`(${at}::int, ${'王秀英'}::text)`)
  const found = await sql<{ n: number }>`select count(*)::int as n from (values ${sql.join(rows)}) as v`.execute(db)
  assert.equal(found.rows[0]?.n, 600)
  assert.equal(await prepared(), start)
})

test('days stay as written, instants travel as ISO text, place codes keep every digit', async () => {
  const { rows } = await sql`select date '1931-05-02' as day, timestamptz '2026-03-02T09:00:00+08' as at,
    3714240010230000000::bigint as code, 1.50::numeric as hours, null::date as none`.execute(db)
  const [row] = rows
  assert.deepEqual(row, {
    day: '1931-05-02',
    at: '2026-03-02T01:00:00.000Z',
    code: '3714240010230000000',
    hours: 1.5,
    none: null,
  })
})

test('how many rows were written is told', async () => {
  const county = { county: 371424, name: '临邑县', set_up_at: '2026-03-02T01:00:00Z' }
  const written = await db.insertInto('county').values(county).executeTakeFirst()
  assert.equal(written.numInsertedOrUpdatedRows, 1n)
  const gone = await db.deleteFrom('county').executeTakeFirst()
  assert.equal(gone.numDeletedRows, 1n)
})

test('a transaction within the transaction is refused: the handle already is one', async () => {
  await assert.rejects(
    db.transaction().execute(async () => undefined),
    /already is the transaction/,
  )
  await assert.rejects(async () => {
    for await (const _row of db.selectFrom('county').selectAll().stream()) assert.fail('nothing streams here')
  }, /cursors/)
})

test('four hundred texts are prepared at most; more of them still work', async () => {
  for (let at = 0; at < 450; at++) {
    const { rows } = await sql.raw<{ n: number }>(`select ${at} as n`).execute(db)
    assert.equal(rows[0]?.n, at)
  }
  const full = await prepared()
  assert.equal(full, 400)
  const other = await pools.writers.connect()
  assert.deepEqual((await sql`select ${1}::int + 1 as n`.execute(handleOf(other))).rows, [{ n: 2 }])
  other.release()
})
