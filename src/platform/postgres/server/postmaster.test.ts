import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { isAlive, readProcess } from '#platform/host/process-state.ts'
import { trialHome } from '#test/trial-home.ts'
import { startPostgres } from '../index.ts'
import { clearStaleLock, isServing, readPostmaster } from './postmaster.ts'

const asRoot = process.getuid?.() === 0

async function stoppedHome(t: TestContext) {
  const home = trialHome(t)
  const server = await startPostgres({ home, profile: 'test' })
  const lock = readFileSync(join(server.dataDir, 'postmaster.pid'), 'utf8')
  await server.stop()
  return { home, data: server.dataDir, lock, owner: statSync(server.dataDir) }
}

/** As the server's own account, because only such a process keeps the server itself from starting. */
function stranger(t: TestContext, owner: { uid: number; gid: number }, script = 'exec sleep 60'): ChildProcess {
  const child = spawn('sh', ['-c', script], { cwd: '/', ...(asRoot ? { uid: owner.uid, gid: owner.gid } : {}) })
  t.after(() => child.kill('SIGKILL'))
  return child
}

test('the number in the lock was given to a stranger: the start goes on and the stranger is left alone', async (t) => {
  const { home, data, lock, owner } = await stoppedHome(t)
  const other = stranger(t, owner)
  writeFileSync(join(data, 'postmaster.pid'), lock.replace(/^\d+/, String(other.pid)))
  assert.equal(isServing(other.pid ?? 0, data), false)
  const server = await startPostgres({ home, profile: 'test' })
  assert.equal(other.exitCode, null)
  await server.stop()
})

test('the server in the lock is a zombie: the start does not wait for it', async (t) => {
  const { home, data, lock, owner } = await stoppedHome(t)
  const parent = stranger(t, owner, 'sleep 0.3 & echo $!; exec sleep 60')
  const [line] = await once(parent.stdout ?? parent, 'data')
  const zombie = Number(String(line))
  while (readProcess(zombie)?.state !== 'Z') await wait(10)
  writeFileSync(join(data, 'postmaster.pid'), lock.replace(/^\d+/, String(zombie)))
  const startedAt = performance.now()
  const server = await startPostgres({ home, profile: 'test' })
  assert.ok(performance.now() - startedAt < 3_000)
  await server.stop()
})

test('a lock that a power loss emptied does not stand in the way', async (t) => {
  const { home, data } = await stoppedHome(t)
  const file = join(data, 'postmaster.pid')
  writeFileSync(file, '')
  assert.equal(clearStaleLock(data, data), false)
  utimesSync(file, new Date(), new Date(Date.now() - 60_000))
  const server = await startPostgres({ home, profile: 'test' })
  await server.stop()
})

test('while a backend outlives its killed server, nothing is started beside it; one that hangs is ended and the start goes on', async (t) => {
  const home = trialHome(t)
  const server = await startPostgres({ home, profile: 'test' })
  const client = new pg.Client(server.connection())
  client.on('error', () => undefined)
  await client.connect()
  const backend = Number((await client.query('select pg_backend_pid() as pid')).rows[0].pid)
  process.kill(backend, 'SIGSTOP')
  process.kill(server.pid(), 'SIGKILL')
  await wait(1_000)
  assert.equal(clearStaleLock(server.dataDir, server.socketDir), false)
  assert.ok(existsSync(join(server.dataDir, 'postmaster.pid')))
  await server.ready()
  assert.equal(isAlive(backend), false)
  const answer = new pg.Client(server.connection())
  await answer.connect()
  await answer.end()
  await server.stop()
})

test('what a server wrote about itself is read; nonsense is nobody', (t) => {
  const data = trialHome(t)
  assert.equal(readPostmaster(data), undefined)
  const file = join(data, 'postmaster.pid')
  writeFileSync(
    file,
    ['4711', data, '1795299699', '5432', '/run/sangyu', '', '  2211857        49', 'ready   ', ''].join('\n'),
  )
  assert.deepEqual(readPostmaster(data), { pid: 4711, socketDir: '/run/sangyu', segment: '49', status: 'ready' })
  for (const nonsense of ['', 'x', '-1', '0', '1', '12.5']) {
    writeFileSync(file, nonsense)
    assert.equal(readPostmaster(data), undefined, nonsense)
  }
  rmSync(file)
})
