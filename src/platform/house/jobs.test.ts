import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { asOwner } from '#test/office/owner.ts'
import { type Office, office } from '#test/office.ts'
import type { ConnectionConfig } from '../db/pool.ts'
import { openOwnerPool } from '../db/pool.ts'
import { countiesOf, cronOf, type Job, migrateJobs, startJobs } from './jobs.ts'

type Desk = { o: Office; line: () => ConnectionConfig; run: (...jobs: Job[]) => Promise<{ stop: () => Promise<void> }> }

async function jobOffice(t: TestContext): Promise<Desk> {
  let found: ConnectionConfig = {}
  const o = await office({
    line: async (config) => {
      found = config
      return config
    },
  })
  const owner = openOwnerPool(found, 4)
  const runners: { stop: () => Promise<void> }[] = []
  t.after(async () => {
    for (const runner of runners) await runner.stop().catch(() => undefined)
    await owner.end()
    await o.close()
  })
  const run = async (...jobs: Job[]) => {
    const runner = await startJobs(owner, o.house, jobs)
    runners.push(runner)
    return runner
  }
  return { o, run, line: () => found }
}

const ask = (o: Office, name: string, key?: string) =>
  o.act(async (ctx) => ctx.enqueue({ task: 'bell.ring', payload: { name }, ...(key ? { key } : {}) }))
const waiting = (o: Office) =>
  asOwner<{ payload: Record<string, unknown> }>(
    o.house,
    `select payload from graphile_worker._private_jobs order by id`,
  )

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 1_000; turn++) {
    if (await isSo()) return
    await wait(10)
  }
  assert.fail('it did not come to that')
}

const ringing = (rung: unknown[]): Job => ({
  task: 'bell.ring',
  run: async (_house, payload) => {
    rung.push(payload)
  },
})

test('work that was asked for is done, for the county that asked', async (t) => {
  const { o, run } = await jobOffice(t)
  const rung: unknown[] = []
  await ask(o, 'one')
  await run(ringing(rung))
  await ask(o, 'two')
  await until(() => rung.length === 2)
  // Two workers at once: which of them is done first is nobody's promise.
  const { county } = o
  assert.deepEqual(
    new Set(rung),
    new Set([
      { name: 'one', county },
      { name: 'two', county },
    ]),
  )
  await until(async () => (await waiting(o)).length === 0)
})

test('what is taken back asks for nothing', async (t) => {
  const { o } = await jobOffice(t)
  const failing = o.act(async (ctx) => {
    ctx.enqueue({ task: 'bell.ring', payload: { name: 'never' } })
    throw new Error('taken back')
  })
  await assert.rejects(failing)
  assert.deepEqual(await waiting(o), [])
})

test('asked for again under one key before it was done, it is done once, as last asked', async (t) => {
  const { o } = await jobOffice(t)
  for (const name of ['one', 'two', 'three']) await ask(o, name, 'bell')
  await ask(o, 'four', 'other bell')
  assert.deepEqual(
    (await waiting(o)).map((job) => job.payload['name']),
    ['three', 'four'],
  )
})

test('the application may ask for work, and neither see nor change the queue', async (t) => {
  const { o } = await jobOffice(t)
  await ask(o, 'one')
  for (const text of ['select * from graphile_worker.jobs', 'delete from graphile_worker._private_jobs'])
    await assert.rejects(o.house.pools.writers.query(text), { code: '42501' })
  const [right] = await asOwner(
    o.house,
    `select has_function_privilege('public', 'request_job(text,json,text,timestamptz)', 'execute') as is`,
  )
  assert.equal(right?.['is'], false)
})

test('the queue is set up twice without harm', async (t) => {
  const { o } = await jobOffice(t)
  await ask(o, 'one')
  await migrateJobs(openOwnerOf(o, t))
  assert.equal((await waiting(o)).length, 1)
})

function openOwnerOf(o: Office, t: TestContext) {
  const { host, port, user, password, database, connectionString } = o.house.pools.writers.options
  const given = Object.entries({ host, port, user, password, database, connectionString })
  const config: ConnectionConfig = Object.fromEntries(given.filter(([, value]) => value !== undefined))
  const pool = openOwnerPool(config, 1)
  t.after(() => pool.end())
  return pool
}

test('a job that fails is tried again later, and what went wrong is kept', async (t) => {
  const { o, run } = await jobOffice(t)
  let tries = 0
  await run({
    task: 'bell.ring',
    run: async () => {
      tries++
      if (tries === 1) throw new Error('the rope tore')
    },
  })
  const silence = t.mock.method(process.stderr, 'write', () => true)
  await ask(o, 'one')
  const failed = async () =>
    (await asOwner(o.house, `select last_error, run_at > now() as later from graphile_worker._private_jobs`))[0]
  await until(async () => Boolean((await failed())?.['last_error']))
  silence.mock.restore()
  const job = await failed()
  assert.match(String(job?.['last_error']), /the rope tore/)
  assert.deepEqual([job?.['later'], tries], [true, 1])
  await asOwner(o.house, 'update graphile_worker._private_jobs set run_at = now()')
  await until(() => tries === 2)
})

test('a job whose server was killed, even for the eighth time, is free as soon as the next one starts', async (t) => {
  const { o, run } = await jobOffice(t)
  await ask(o, 'one')
  await asOwner(
    o.house,
    `update graphile_worker._private_jobs set locked_by = 'worker-of-a-dead-server', locked_at = now(), attempts = max_attempts`,
  )
  const rung: unknown[] = []
  await run(ringing(rung))
  await until(() => rung.length === 1)
})

test('a job that was handed out while the database fell goes on when the queue listens again', async (t) => {
  const { o, run } = await jobOffice(t)
  const silence = t.mock.method(process.stderr, 'write', () => true)
  const rung: unknown[] = []
  await run(ringing(rung))
  await asOwner(
    o.house,
    `do $$ begin
       perform graphile_worker.add_job('bell.ring', payload := '{}'::json);
       update graphile_worker._private_jobs set locked_by = 'pool-that-never-heard', locked_at = now() - interval '2 minutes';
     end $$`,
  )
  await wait(100)
  assert.equal(rung.length, 0)
  await asOwner(
    o.house,
    `select pg_terminate_backend(pid) from pg_stat_activity where query like 'LISTEN%' and datname = current_database()`,
  )
  await until(() => rung.length === 1)
  silence.mock.restore()
})

test('when the office closes, a long job stops between two steps and goes on at the next start', async (t) => {
  const { o, run } = await jobOffice(t)
  const silence = t.mock.method(process.stderr, 'write', () => true)
  let steps = 0
  const long: Job = {
    task: 'bell.ring',
    run: async (house, payload) => {
      while (steps < 400) {
        await house.act({ system: Number(payload['county']) }, { readOnly: true }, async () => wait(40))
        steps++
      }
    },
  }
  await ask(o, 'long')
  const runner = await run(long)
  await until(() => steps > 2)
  await runner.stop()
  silence.mock.restore()
  assert.ok(steps < 400)
  assert.equal((await waiting(o)).length, 1)
})

test('a database that goes away in the middle does not count against the job: it goes on at once when the database is back', async (t) => {
  const { o, run } = await jobOffice(t)
  let [begun, done] = [0, 0]
  await run({
    task: 'bell.ring',
    run: async (house, payload) => {
      begun++
      await house.act({ system: Number(payload['county']) }, { readOnly: false }, async (ctx) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(ctx.db)
        if (begun < 4) await asOwner(o.house, 'select pg_terminate_backend($1)', [rows[0]?.pid])
        await sql`select 1`.execute(ctx.db)
      })
      done++
    },
  })
  const started = Date.now()
  await ask(o, 'bell')
  await until(() => done === 1)
  assert.equal(begun, 4)
  assert.ok(Date.now() - started < 8_000, 'the pauses of the queue would have been longer')
})

test('a database that is away when a job is written off does not end the office: the workers come back and nothing stays behind', async (t) => {
  const { o, run, line } = await jobOffice(t)
  const silence = t.mock.method(process.stderr, 'write', () => true)
  const admin = openOwnerPool(line(), 1)
  const everybodyOut = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`
  const database = { isAway: false }
  const away = async () => {
    while (database.isAway) await admin.query(everybodyOut)
  }
  let rung = 0
  let turnedOut = Promise.resolve()
  await run({
    task: 'bell.ring',
    run: async () => {
      rung++
      if (rung > 1) return
      database.isAway = true
      turnedOut = away()
      await wait(100)
    },
  })
  await ask(o, 'one')
  await until(() => rung === 1)
  await wait(500)
  database.isAway = false
  await turnedOut
  await admin.end()
  await until(async () => (await waiting(o).catch(() => [1])).length === 0)
  await ask(o, 'two')
  await until(() => rung >= 2)
  silence.mock.restore()
})

test('an hour of the office is written as the queue counts, which goes by UTC', () => {
  const table = [
    [{ hour: 9, minute: 30 }, '30 1 * * *'],
    [{ hour: 2, minute: 5 }, '5 18 * * *'],
    [{ hour: 8, minute: 0, dayOfMonth: 1 }, '0 0 1 * *'],
    [{ hour: 3, minute: 0, dayOfMonth: 2 }, '0 19 1 * *'],
  ] as const
  for (const [daily, cron] of table) assert.equal(cronOf(daily), cron)
  assert.throws(() => cronOf({ hour: 3, minute: 0, dayOfMonth: 1 }), RangeError)
})

test('daily work that a closed office missed is made up for at the next start, once', async (t) => {
  const { o, run } = await jobOffice(t)
  const rung: unknown[] = []
  const now = new Date(Date.now() + 8 * 3_600_000 - 3_600_000) // an hour ago, by the office's clock
  const nightly: Job = { ...ringing(rung), daily: { hour: now.getUTCHours(), minute: now.getUTCMinutes() } }
  const first = await run(nightly)
  await wait(300)
  assert.equal(rung.length, 0, 'what was never due is not made up for')
  await first.stop()
  await asOwner(
    o.house,
    `update graphile_worker._private_known_crontabs set known_since = now() - interval '1 day', last_execution = null`,
  )
  const second = await run(nightly)
  await until(() => rung.length > 0)
  await second.stop()
  await run(nightly)
  await wait(300)
  assert.equal(rung.length, 1)
  assert.deepEqual(await countiesOf(o.house), [o.county])
})
