import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import type pg from 'pg'
import { freshOffice } from '#test/office/database.ts'
import { forbidden } from '../refuse.ts'
import { closePools, openPools, type Pools } from './pool.ts'
import { inReading, inTransaction, type Opening } from './transaction.ts'

let pools: Pools
let pool: pg.Pool
let drop: () => Promise<void>
before(async () => {
  const database = await freshOffice()
  pools = openPools(database.config, 3)
  pool = pools.writers
  drop = database.drop
  const owner = await pool.connect()
  await owner.query('set role none; create table tally (id int primary key, n int not null check (n >= 0)); reset role')
  owner.release()
  await pool.query('insert into tally values (1, 0), (2, 0)')
})
after(async () => {
  await closePools(pools)
  await drop()
})

const nobody = (): Opening => ({ text: 'select open_to_nobody(false)', who: 'nobody', now: new Date() })
const write = <T>(work: (client: pg.PoolClient) => Promise<T>) => inTransaction(pool, undefined, work)
const read = <T>(work: (client: pg.PoolClient) => Promise<T>) => inReading(pools.readers, nobody(), work)
const tally = async (id: number): Promise<number> =>
  (await pool.query('select n from tally where id = $1', [id])).rows[0]?.n
const add = (client: pg.PoolClient, id: number) => client.query('update tally set n = n + 1 where id = $1', [id])

test('what is written is kept when the work is done, and taken back when it fails', async () => {
  const answer = await write(async (client) => {
    await add(client, 1)
    return 'done'
  })
  assert.deepEqual([answer, await tally(1)], ['done', 1])
  const failing = write(async (client) => {
    await add(client, 1)
    throw new Error('the office burnt down')
  })
  await assert.rejects(failing, /burnt down/)
  assert.equal(await tally(1), 1)
})

test('reading reads, and writes nothing', async () => {
  assert.equal(await read(async (client) => (await client.query('select 7 as n')).rows[0].n), 7)
  await assert.rejects(
    read((client) => add(client, 1)),
    { code: '25006' },
  )
})

test('the opening statement answers with the transaction, and what it sets ends with it', async () => {
  const opening = `select set_config('app.county', '371424', true) as county`
  const opened = await inTransaction(pool, opening, async (client, first) => {
    assert.equal((await client.query('select app_county() as c')).rows[0].c, 371424)
    return first
  })
  assert.deepEqual(opened, { county: '371424' })
  assert.equal(await write(async (client) => (await client.query('select app_county() as c')).rows[0].c), null)
  await assert.rejects(
    inTransaction(pool, 'select 1/0', async () => 0),
    { code: '22012' },
  )
})

test('a reading asks once who is there, unless another came, time passed, or something was written', async () => {
  let asked = 0
  const now = new Date('2026-03-02T01:00:00Z')
  const visit = (who: string, at: Date = now) =>
    inReading(
      pools.readers,
      { text: `select ${++asked} as n, set_config('app.county', '${who}', false)`, who, now: at },
      async (client, opened) => {
        const { rows } = await client.query('select app_county() as county')
        assert.equal(rows[0].county, Number(who))
        return opened?.['n']
      },
    )
  const first = await visit('371424')
  assert.equal(await visit('371424'), first, 'the same one a moment later')
  assert.notEqual(await visit('371425'), first, 'another')
  const back = await visit('371424')
  assert.equal(await visit('371424', new Date(now.getTime() + 299)), back)
  assert.notEqual(await visit('371424', new Date(now.getTime() + 300)), back, 'later by the clock of the office')
  const third = await visit('371424')
  await write((client) => add(client, 1))
  assert.notEqual(await visit('371424'), third, 'after something was written')
  await assert.rejects(
    inReading(pools.readers, nobody(), async () => Promise.reject(forbidden())),
    { code: 'auth.forbidden' },
  )
  assert.equal(
    await inReading(
      pools.readers,
      nobody(),
      async (client) => (await client.query('select app_county() as c')).rows[0].c,
    ),
    null,
  )
})

test('two who lock each other out both get done: the one that is stopped starts over', async () => {
  const earlier = [await tally(1), await tally(2)]
  const [gate, tries] = [Promise.withResolvers<void>(), [0, 0]]
  let waiting = 0
  const both = (first: number, second: number, who: 0 | 1) =>
    write(async (client) => {
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
    const failing = write(async (client) => {
      tries++
      await conflict(client, code)
    })
    await assert.rejects(failing, { code })
    assert.equal(tries, most, code)
  }
  let tries = 0
  const third = await write(async (client) => (++tries < 3 ? conflict(client, '40001') : 'in the end'))
  assert.equal(third, 'in the end')
})

test('what was tried in vain is not there twice', async () => {
  const start = await tally(2)
  let tries = 0
  await write(async (client) => {
    await add(client, 2)
    if (++tries < 3) await conflict(client, '40001')
  })
  assert.equal(await tally(2), start + 1)
})

test('a connection that breaks is thrown away; the next one works', async () => {
  for (const visit of [write, read]) {
    const broken = visit((client) => client.query('select pg_terminate_backend(pg_backend_pid())'))
    await assert.rejects(broken, /terminat/)
    const { rows } = await visit((client) => client.query('select 1 as n'))
    assert.equal(rows[0].n, 1)
  }
})

test('a hundred failures use up no connection and leave no transaction open', async () => {
  const failures = Array.from({ length: 100 }, (_, at) =>
    (at % 2 ? write : read)((client) => client.query('select nonsense')).catch(() => 'refused'),
  )
  assert.deepEqual(new Set(await Promise.all(failures)), new Set(['refused']))
  for (const one of [pools.readers, pools.writers]) {
    assert.ok(one.totalCount <= 3)
    assert.equal(one.idleCount, one.totalCount)
  }
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
