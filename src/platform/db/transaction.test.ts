import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import type pg from 'pg'
import { freshOffice } from '#test/office/database.ts'
import { openPool } from './pool.ts'
import { inTransaction } from './transaction.ts'

let pool: pg.Pool
let drop: () => Promise<void>
before(async () => {
  const database = await freshOffice()
  pool = openPool(database.config, 3)
  drop = database.drop
  const owner = await pool.connect()
  await owner.query('set role none; create table tally (id int primary key, n int not null check (n >= 0)); reset role')
  owner.release()
  await pool.query('insert into tally values (1, 0), (2, 0)')
})
after(async () => {
  await pool.end()
  await drop()
})

const write = { readOnly: false }
const read = { readOnly: true }
const tally = async (id: number): Promise<number> =>
  (await pool.query('select n from tally where id = $1', [id])).rows[0]?.n
const add = (client: pg.PoolClient, id: number) => client.query('update tally set n = n + 1 where id = $1', [id])

test('what is written is kept when the work is done, and taken back when it fails', async () => {
  const answer = await inTransaction(pool, write, async (client) => {
    await add(client, 1)
    return 'done'
  })
  assert.deepEqual([answer, await tally(1)], ['done', 1])
  const failing = inTransaction(pool, write, async (client) => {
    await add(client, 1)
    throw new Error('the office burnt down')
  })
  await assert.rejects(failing, /burnt down/)
  assert.equal(await tally(1), 1)
})

test('reading reads, and writes nothing', async () => {
  assert.equal(await inTransaction(pool, read, async (client) => (await client.query('select 7 as n')).rows[0].n), 7)
  await assert.rejects(
    inTransaction(pool, read, (client) => add(client, 1)),
    { code: '25006' },
  )
})

test('the opening statement answers with the transaction, and what it sets ends with it', async () => {
  const opening = `select set_config('app.county', '371424', true) as county`
  const opened = await inTransaction(pool, { ...write, opening }, async (client, first) => {
    assert.equal((await client.query('select app_county() as c')).rows[0].c, 371424)
    return first
  })
  assert.deepEqual(opened, { county: '371424' })
  assert.equal(await inTransaction(pool, read, async (_client, first) => first), undefined)
  await assert.rejects(
    inTransaction(pool, { ...write, opening: 'select 1/0' }, async () => 0),
    { code: '22012' },
  )
})

test('two who lock each other out both get done: the one that is stopped starts over', async () => {
  const earlier = [await tally(1), await tally(2)]
  const [gate, tries] = [Promise.withResolvers<void>(), [0, 0]]
  let waiting = 0
  const both = (first: number, second: number, who: 0 | 1) =>
    inTransaction(pool, write, async (client) => {
      tries[who] = (tries[who] ?? 0) + 1
      await add(client, first)
      if (++waiting === 2) gate.resolve()
      await gate.promise
      await add(client, second)
    })
  await Promise.all([both(1, 2, 0), both(2, 1, 1)])
  assert.deepEqual(
    [await tally(1), await tally(2)],
    earlier.map((n) => n + 2),
  )
  assert.ok((tries[0] ?? 0) + (tries[1] ?? 0) >= 3, 'one of them more than once')
})

/** Fails the way the database does when two transactions cannot both be true. */
const conflict = (client: pg.PoolClient, code: string) =>
  client.query(`do $$ begin raise exception 'conflict' using errcode = '${code}'; end $$`)

test('a conflict is tried three times at most, anything else once', async () => {
  for (const [code, most] of [
    ['40001', 3],
    ['40P01', 3],
    ['23505', 1],
    ['57014', 1],
  ] as const) {
    let tries = 0
    const failing = inTransaction(pool, write, async (client) => {
      tries++
      await conflict(client, code)
    })
    await assert.rejects(failing, { code })
    assert.equal(tries, most, code)
  }
  let tries = 0
  const third = await inTransaction(pool, write, async (client) =>
    ++tries < 3 ? conflict(client, '40001') : 'in the end',
  )
  assert.equal(third, 'in the end')
})

test('what was tried in vain is not there twice', async () => {
  const start = await tally(2)
  let tries = 0
  await inTransaction(pool, write, async (client) => {
    await add(client, 2)
    if (++tries < 3) await conflict(client, '40001')
  })
  assert.equal(await tally(2), start + 1)
})

test('a connection that breaks is thrown away; the next one works', async () => {
  for (const options of [write, read]) {
    const broken = inTransaction(pool, options, (client) =>
      client.query('select pg_terminate_backend(pg_backend_pid())'),
    )
    await assert.rejects(broken, /terminat/)
    assert.equal(await inTransaction(pool, options, async () => 'works'), 'works')
  }
})

test('a hundred failures use up no connection and leave no transaction open', async () => {
  const failures = Array.from({ length: 100 }, (_, at) =>
    inTransaction(pool, at % 2 ? write : read, (client) => client.query('select nonsense')).catch(() => 'refused'),
  )
  assert.deepEqual(new Set(await Promise.all(failures)), new Set(['refused']))
  assert.ok(pool.totalCount <= 3)
  assert.equal(pool.idleCount, pool.totalCount)
  const open = await pool.query(
    `select count(*)::int as n from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
  )
  assert.equal(open.rows[0].n, 0)
})

test('a statement, a wait for a row and an idle transaction all have an end', async () => {
  const { rows } = await pool.query(
    `select name, setting from pg_settings where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') order by 1`,
  )
  assert.deepEqual(
    rows.map((row) => row.setting),
    ['60000', '20000', '60000'],
  )
})
