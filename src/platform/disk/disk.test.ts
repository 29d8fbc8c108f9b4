import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import Fastify from 'fastify'
import { answerError } from '#platform/http/errors.ts'
import { type Ask, backupDiskSeen, watchBackups } from './backups.ts'
import { freeBallast } from './ballast.ts'
import { diskFull, refuseWritingWhenFull } from './read-only.ts'
import { diskSeen, lookAtDisk, watchDisk } from './watch.ts'

const GIB = 1024 ** 3
const PLENTY = { free: 90 * GIB, total: 100 * GIB }

test('the reserve is laid once and given back on demand', async (t) => {
  const home = mkdtempSync(join(tmpdir(), 'sangyu-disk-'))
  t.after(() => rmSync(home, { recursive: true }))
  assert.equal(freeBallast(home), 0)
  const watch = watchDisk(home, { reserve: '3', log: () => undefined, room: () => PLENTY })
  t.after(watch.stop)
  const file = join(home, 'ballast')
  for (let turn = 0; turn < 200 && !(existsSync(file) && statSync(file).size === 3 * 1024 ** 2); turn++) await wait(10)
  assert.ok(statSync(file).blocks * 512 >= 3 * 1024 ** 2, 'it takes the room it says')
  assert.equal(freeBallast(home), 3 * 1024 ** 2)
  assert.equal(existsSync(file), false)
})

test('on a disk that runs low no reserve is laid', async (t) => {
  const home = mkdtempSync(join(tmpdir(), 'sangyu-disk-'))
  t.after(() => rmSync(home, { recursive: true }))
  const told: string[] = []
  const watch = watchDisk(home, {
    reserve: '3',
    log: (line) => told.push(line),
    room: () => ({ ...PLENTY, free: 9 * GIB }),
  })
  t.after(watch.stop)
  await wait(50)
  assert.equal(existsSync(join(home, 'ballast')), false)
  assert.equal(diskSeen()?.state, 'low')
  assert.match(told[0] ?? '', /不足 10%/)
})

test('what is seen is forgotten when nobody watches any more', (t) => {
  const watch = watchDisk(tmpdir(), { reserve: '0', log: () => undefined })
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

const HOME = '/home-of-nobody'

/** The system's answer alone is invented: a database with room, and backups on this device with so much left of 100 GiB. */
const answering =
  (disk: { device: number; free: number }): Ask =>
  async (folder) =>
    folder.endsWith('backups')
      ? { device: disk.device, free: disk.free * GIB, total: 100 * GIB }
      : { device: 1, free: 90 * GIB, total: 100 * GIB }

test('backups on a disk of their own are watched too, and their filling stops nobody’s writing', async (t) => {
  const [told, disk]: [string[], { device: number; free: number }] = [[], { device: 2, free: 50 }]
  const watch = watchBackups(HOME, { log: (line) => told.push(line), ask: answering(disk) })
  t.after(watch.stop)
  for (const free of [50, 8, 8, 3, 60]) {
    disk.free = free
    await watch.look()
    assert.equal(backupDiskSeen()?.free, free * GIB)
  }
  assert.deepEqual(
    told.map((line) => /备份所在磁盘.*?(10%|5%|恢复)/.exec(line)?.[1]),
    ['10%', '5%', '恢复'],
  )
  disk.free = 1
  await watch.look()
  assert.deepEqual([backupDiskSeen()?.state, diskSeen()?.state], ['full', undefined])
  const app = Fastify()
  t.after(() => app.close())
  app.setErrorHandler(answerError)
  app.post('/api/people', async () => ({ ok: true }))
  refuseWritingWhenFull(app)
  assert.equal((await app.inject({ method: 'POST', url: '/api/people' })).statusCode, 200)
})

test('backups beside the database, or in no folder yet, are not a disk of their own', async (t) => {
  for (const ask of [answering({ device: 1, free: 1 }), () => Promise.reject(new Error('ENOENT'))]) {
    const watch = watchBackups(HOME, { log: assert.fail, ask })
    t.after(watch.stop)
    await watch.look()
    assert.equal(backupDiskSeen(), undefined)
  }
})

test('a share that does not answer is asked once and no more until it does; one that went away leaves what was seen', async (t) => {
  let [asked, isAway] = [0, false]
  let answer = () => {}
  const slow = new Promise<void>((resolve) => {
    answer = resolve
  })
  const watch = watchBackups(HOME, {
    log: () => undefined,
    ask: async (folder) => {
      asked++
      await slow
      if (isAway) throw new Error('ESTALE')
      return answering({ device: 2, free: 7 })(folder)
    },
  })
  t.after(watch.stop)
  const looks = [watch.look(), watch.look(), watch.look()]
  assert.equal(asked, 2, 'one question of each folder')
  answer()
  await Promise.all(looks)
  isAway = true
  await watch.look()
  assert.deepEqual([asked, backupDiskSeen()?.state], [4, 'low'])
  watch.stop()
  assert.equal(backupDiskSeen(), undefined)
})
