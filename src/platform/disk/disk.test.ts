import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import Fastify from 'fastify'
import { answerError } from '#platform/http/errors.ts'
import { freeBallast } from './ballast.ts'
import { diskFull, refuseWritingWhenFull } from './read-only.ts'
import { diskSeen, lookAtDisk, watchDisk } from './watch.ts'

test('the reserve is laid once and given back on demand', async (t) => {
  const home = mkdtempSync(join(tmpdir(), 'sangyu-disk-'))
  t.after(() => rmSync(home, { recursive: true }))
  assert.equal(freeBallast(home), 0)
  const watch = watchDisk(home, '3', () => undefined)
  t.after(watch.stop)
  const file = join(home, 'ballast')
  for (let turn = 0; turn < 200 && !(existsSync(file) && statSync(file).size === 3 * 1024 ** 2); turn++) await wait(10)
  assert.ok(statSync(file).blocks * 512 >= 3 * 1024 ** 2, 'it takes the room it says')
  assert.equal(freeBallast(home), 3 * 1024 ** 2)
  assert.equal(existsSync(file), false)
})

test('what is seen is forgotten when nobody watches any more', (t) => {
  const watch = watchDisk(tmpdir(), '0', () => undefined)
  t.after(watch.stop)
  assert.equal(diskSeen()?.total, lookAtDisk(tmpdir()).total)
  watch.stop()
  assert.equal(diskSeen(), undefined)
})

test('with room on the disk everything is taken in', async (t) => {
  const app = Fastify()
  t.after(() => app.close())
  app.setErrorHandler(answerError)
  app.post('/api/people', async () => ({ ok: true }))
  refuseWritingWhenFull(app)
  assert.equal((await app.inject({ method: 'POST', url: '/api/people' })).statusCode, 200)
  assert.equal(diskFull.status, 503)
})
