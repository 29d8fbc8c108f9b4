import assert from 'node:assert/strict'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { startProgram, trialHome } from '#test/trial-home.ts'
import { findPostgres, type RunningPostgres, startPostgres } from './index.ts'

/** Commits one row after another on several connections and keeps the numbers that the server has acknowledged. */
const commitForever = `import { startPostgres } from '#platform/postgres/index.ts'
import pg from 'pg'
const server = await startPostgres({ home: process.argv[1] })
const pool = new pg.Pool({ ...server.connection(), max: 4 })
pool.on('error', () => {})
await pool.query('create table if not exists ledger (id int primary key)')
let next = (await pool.query('select coalesce(max(id), 0) + 1 as next from ledger')).rows[0].next
const work = async () => { for (;;) { const id = next++; try { await pool.query('insert into ledger values ($1)', [id]); console.log(id) } catch {} } }
for (let i = 0; i < 4; i++) work()`

function collect(program: ChildProcess): string[] {
  const printed: string[] = []
  program.stdout?.on('data', (piece: Buffer) => printed.push(String(piece)))
  return printed
}

/** The last line may be cut off by the kill; what was not printed whole was not promised. */
function numbersIn(printed: string[]): number[] {
  const text = printed.join('')
  return text.slice(0, text.lastIndexOf('\n')).split('\n').map(Number)
}

async function untilPrinted(printed: string[], count: number): Promise<void> {
  for (let turn = 0; turn < 2_000; turn++) {
    if (printed.join('').split('\n').length > count) return
    await wait(10)
  }
  throw new Error(`fewer than ${count} commits were acknowledged`)
}

function serverOf(home: string): number {
  return Number(readFileSync(join(home, 'postgres/cluster/data/postmaster.pid'), 'utf8').split('\n')[0])
}

async function idsIn(server: RunningPostgres): Promise<Set<number>> {
  const client = new pg.Client(server.connection())
  await client.connect()
  const found = await client.query<{ id: number }>('select id from ledger')
  await client.end()
  return new Set(found.rows.map((row) => row.id))
}

test('kill -9 of the server while people work: it comes back by itself and every acknowledged commit is there', async (t) => {
  const home = trialHome(t)
  const told: string[] = []
  const server = await startPostgres({ home, log: (line) => told.push(line) })
  const pool = new pg.Pool({ ...server.connection(), max: 4 })
  pool.on('error', () => undefined)
  await pool.query('create table ledger (id int primary key)')
  const acknowledged: number[] = []
  const shift = { next: 1, isOver: false }
  const work = async () => {
    while (!shift.isOver) {
      const id = shift.next++
      await pool.query('insert into ledger values ($1)', [id]).then(
        () => acknowledged.push(id),
        () => wait(5),
      )
    }
  }
  const workers = [work(), work(), work(), work()]
  for (let round = 1; round <= 3; round++) {
    const target = acknowledged.length + 200
    while (acknowledged.length < target) await wait(5)
    const killed = server.pid()
    process.kill(killed, 'SIGKILL')
    while (server.pid() === killed) await wait(5)
  }
  await server.ready()
  shift.isOver = true
  await Promise.all(workers)
  await pool.end()
  const kept = await idsIn(server)
  assert.deepEqual(
    acknowledged.filter((id) => !kept.has(id)),
    [],
  )
  assert.equal(told.filter((line) => line.includes('已恢复')).length, 3)
  await server.stop()
})

test('kill -9 of our process, then also of the server it left: every acknowledged commit is there', async (t) => {
  const home = trialHome(t)
  const acknowledged: number[] = []
  for (const alsoServer of [false, true, true]) {
    const program = startProgram(commitForever, home)
    const printed = collect(program)
    await untilPrinted(printed, 300)
    program.kill('SIGKILL')
    await once(program, 'close')
    acknowledged.push(...numbersIn(printed))
    assert.ok(findPostgres(home), 'the server goes on without us')
    if (alsoServer) process.kill(serverOf(home), 'SIGKILL')
  }
  const server = await startPostgres({ home })
  const kept = await idsIn(server)
  assert.ok(acknowledged.length >= 900)
  assert.deepEqual(
    acknowledged.filter((id) => !kept.has(id)),
    [],
  )
  await server.stop()
})

test('an adopted server that is killed comes back too', async (t) => {
  const home = trialHome(t)
  const program = startProgram(
    `import { startPostgres } from '#platform/postgres/index.ts'\nawait startPostgres({ home: process.argv[1] })`,
    home,
  )
  await once(program, 'exit')
  const server = await startPostgres({ home })
  assert.equal(server.adopted, true)
  const killed = server.pid()
  process.kill(killed, 'SIGKILL')
  while (server.pid() === killed) await wait(10)
  const client = new pg.Client(server.connection())
  await client.connect()
  await client.end()
  await server.stop()
})

test('a server that was told to stop is not brought back', async (t) => {
  const told: string[] = []
  const server = await startPostgres({ home: trialHome(t), profile: 'test', log: (line) => told.push(line) })
  await server.stop()
  await wait(700)
  assert.deepEqual(told, [])
  await assert.rejects(new pg.Client(server.connection()).connect())
})
