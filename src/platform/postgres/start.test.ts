import assert from 'node:assert/strict'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import pg from 'pg'
import { firstLine, runProgram, startProgram, trialHome } from '#test/trial-home.ts'
import { findPostgres, type RunningPostgres, startPostgres } from './index.ts'

const startHere = `import { startPostgres } from '#platform/postgres/index.ts'
const server = await startPostgres({ home: process.argv[1], profile: 'test' })
console.log(server.adopted, server.pid())`

async function ask(server: RunningPostgres, sql: string): Promise<unknown[]> {
  const client = new pg.Client(server.connection())
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows[0] ?? []
  } finally {
    await client.end()
  }
}

test('a new home gets a database that knows Chinese, guards its pages and answers only at its socket', async (t) => {
  const server = await startPostgres({ home: trialHome(t) })
  assert.equal(server.adopted, false)
  assert.deepEqual(await ask(server, 'select current_user::text, current_database()::text'), ['sangyu_owner', 'sangyu'])
  const settings = [
    'server_encoding',
    'data_checksums',
    'fsync',
    'full_page_writes',
    'synchronous_commit',
    'listen_addresses',
    'TimeZone',
    'log_filename',
    'log_statement',
    'log_connections',
  ]
  const shown = await ask(server, `select ${settings.map((name) => `current_setting('${name}')`).join(', ')}`)
  assert.deepEqual(shown, [
    'UTF8',
    'on',
    'on',
    'on',
    'on',
    '',
    'UTC',
    'postgres-%Y-%m-%d.log',
    'ddl',
    'authentication,authorization',
  ])
  await ask(server, 'create extension pg_trgm')
  assert.deepEqual(await ask(server, `select cardinality(show_trgm('王小明')) > 0`), [true])
  assert.deepEqual(
    await ask(server, `select array_agg(x order by x collate "zh-x-icu") from unnest(array['赵', '白', '李']) x`),
    [['白', '李', '赵']],
  )
  assert.equal(statSync(server.socketDir).mode & 0o777, 0o700)
  await server.stop()
  assert.equal(existsSync(join(server.dataDir, 'postmaster.pid')), false)
})

test('stopping and starting again keeps what was written, and commands beside it find it by its home', async (t) => {
  const home = trialHome(t)
  const first = await startPostgres({ home, profile: 'test' })
  assert.deepEqual(findPostgres(home), first.connection())
  await ask(first, 'create table visit as select 1 as id')
  await first.stop()
  assert.equal(findPostgres(home), undefined)
  const second = await startPostgres({ home, profile: 'test' })
  assert.equal(second.adopted, false)
  const client = new pg.Client({ connectionString: second.ownerUrl() })
  await client.connect()
  assert.deepEqual((await client.query('select id from visit')).rows, [{ id: 1 }])
  await client.end()
  await second.stop()
})

test('a server left by a killed process is adopted, with its connections undisturbed', async (t) => {
  const home = trialHome(t)
  const [adopted, pid] = (await runProgram(startHere, home)).split(' ')
  assert.equal(adopted, 'false')
  const before = new pg.Client(findPostgres(home))
  await before.connect()
  const server = await startPostgres({ home, profile: 'test' })
  assert.deepEqual([server.adopted, server.pid()], [true, Number(pid)])
  assert.deepEqual((await before.query('select 1 as one')).rows, [{ one: 1 }])
  await before.end()
  await server.stop()
  assert.equal(findPostgres(home), undefined)
})

test('first starts at the same moment end with one server for all', async (t) => {
  const home = trialHome(t)
  const printed = await Promise.all(Array.from({ length: 8 }, () => runProgram(startHere, home)))
  assert.equal(new Set(printed.map((line) => line.split(' ')[1])).size, 1)
  assert.equal(printed.filter((line) => line.startsWith('false')).length, 1)
})

for (const [what, path] of [
  ['blanks, an apostrophe and Chinese', `桑榆 (乡镇) it's/var`],
  ['a path too long for a socket', `${'很长的目录名'.repeat(6)}/var`],
] as const) {
  test(`a home with ${what} works`, async (t) => {
    const server = await startPostgres({ home: trialHome(t, { path, mode: 0o711 }), profile: 'test' })
    assert.ok(Buffer.byteLength(`${server.socketDir}/.s.PGSQL.5432`) <= 107)
    const client = new pg.Client({ connectionString: server.ownerUrl('postgres') })
    await client.connect()
    assert.equal((await client.query('select 1')).rowCount, 1)
    await client.end()
    await server.stop()
  })
}

test('nothing of a person gets into the log when a statement fails', async (t) => {
  const server = await startPostgres({ home: trialHome(t), profile: 'test' })
  await ask(server, `create table person (name text unique)`)
  await ask(server, `insert into person values ('周桂兰')`)
  await assert.rejects(ask(server, `insert into person values ('周桂兰')`))
  await server.stop()
  const log = readFileSync(join(server.dataDir, '..', 'postgres.log'), 'utf8')
  assert.match(log, /duplicate key/)
  assert.doesNotMatch(log, /周桂兰/)
})

test('Ctrl-C in the terminal does not end the server under the process that still works with it', async (t) => {
  const home = trialHome(t)
  const program = startProgram(`${startHere}\nprocess.on('SIGINT', () => {}); setInterval(() => {}, 1000)`, home)
  t.after(() => program.kill('SIGKILL'))
  const pid = Number((await firstLine(program)).split(' ')[1])
  const sessionOf = (number: number | undefined) => readFileSync(`/proc/${number}/stat`, 'utf8').split(' ')[5]
  assert.notEqual(sessionOf(pid), sessionOf(program.pid))
})

test('a cluster of another PostgreSQL release is refused with what to do', async (t) => {
  const home = trialHome(t)
  const server = await startPostgres({ home, profile: 'test' })
  await server.stop()
  writeFileSync(join(server.dataDir, 'PG_VERSION'), '15\n')
  const refused = startPostgres({ home, profile: 'test' })
  await assert.rejects(refused, {
    code: 'database.refused',
    message: /PostgreSQL 15[\s\S]*sangyu backup[\s\S]*sangyu restore/,
  })
})
