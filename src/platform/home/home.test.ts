import assert from 'node:assert/strict'
import { chmodSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { homePath, openHome } from '#platform/home.ts'
import { processScope } from '#platform/host/process-state.ts'
import { Refusal } from '#platform/refuse.ts'
import { firstLine, startProgram, trialHome } from '#test/trial-home.ts'

const hold = `import { openHome } from '#platform/home.ts'
await openHome({ SANGYU_HOME: process.argv[1] })
console.log('open')
setInterval(() => {}, 1000)`

const tryOnce = `import { openHome } from '#platform/home.ts'
try { const home = await openHome({ SANGYU_HOME: process.argv[1] }); console.log('opened'); setTimeout(home.release, 20000) }
catch (error) { console.log(error.code) }`

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)

test('a home is made with folders that only its owner can read', async (t) => {
  const path = join(trialHome(t), '桑榆 数据', 'var')
  const home = await openHome({ SANGYU_HOME: path })
  assert.equal(home.path, path)
  assert.equal(mode(path), process.getuid?.() === 0 ? '711' : '700')
  assert.deepEqual([mode(join(path, 'keys')), mode(home.files), mode(join(path, 'lock'))], ['700', '700', '600'])
  home.release()
  assert.equal(readdirSync(path).includes('lock'), false)
})

test('an empty folder is made a home; the mode of one that is in use is left as it was set', async (t) => {
  const path = trialHome(t, { mode: 0o755 })
  const first = await openHome({ SANGYU_HOME: path })
  first.release()
  assert.equal(mode(path), process.getuid?.() === 0 ? '711' : '700')
  chmodSync(path, 0o750)
  const second = await openHome({ SANGYU_HOME: path })
  second.release()
  assert.equal(mode(path), '750')
})

test('without SANGYU_HOME the home lies in the project, whatever the current folder is', () => {
  assert.equal(homePath({}), join(import.meta.dirname, '../../../var'))
  assert.equal(homePath({ SANGYU_HOME: '/srv/sangyu' }), '/srv/sangyu')
})

test('a second start on the same home is refused with who has it, in both languages', async (t) => {
  const path = trialHome(t)
  const first = startProgram(hold, path)
  t.after(() => first.kill('SIGKILL'))
  await firstLine(first)
  await assert.rejects(openHome({ SANGYU_HOME: path }), (refused) => {
    assert.ok(refused instanceof Refusal)
    assert.equal(refused.code, 'home.in_use')
    for (const sentence of [refused.words.zh, refused.words.en]) assert.match(sentence, new RegExp(`${first.pid}`))
    return true
  })
})

test('the same process cannot open its home twice', async (t) => {
  const path = trialHome(t)
  const home = await openHome({ SANGYU_HOME: path })
  await assert.rejects(openHome({ SANGYU_HOME: path }), { code: 'home.in_use' })
  home.release()
  const again = await openHome({ SANGYU_HOME: path })
  again.release()
})

test('after kill -9 the home opens again at once', async (t) => {
  const path = trialHome(t)
  const first = startProgram(hold, path)
  await firstLine(first)
  first.kill('SIGKILL')
  await new Promise((done) => first.once('exit', done))
  const startedAt = performance.now()
  const home = await openHome({ SANGYU_HOME: path })
  assert.ok(performance.now() - startedAt < 500)
  home.release()
})

test('of several starts that find a dead lock at the same moment exactly one gets the home', async (t) => {
  const path = trialHome(t)
  writeFileSync(join(path, 'lock'), readLockOfDead(path))
  const rivals = Array.from({ length: 5 }, () => startProgram(tryOnce, path))
  t.after(() => rivals.map((rival) => rival.kill('SIGKILL')))
  const outcomes = await Promise.all(rivals.map(firstLine))
  assert.deepEqual(outcomes.sort(), ['home.in_use', 'home.in_use', 'home.in_use', 'home.in_use', 'opened'])
  assert.deepEqual(
    readdirSync(path).filter((name) => name.startsWith('lock')),
    ['lock'],
  )
})

test('the lock of another machine or container counts while it is being touched, and not when it has fallen silent', async (t) => {
  const path = trialHome(t)
  const file = join(path, 'lock')
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readLockOfDead(path)), pid: 7, scope: 'elsewhere', host: 'pc-2' }))
  const beat = setInterval(() => utimesSync(file, new Date(), new Date()), 300)
  t.after(() => clearInterval(beat))
  await assert.rejects(openHome({ SANGYU_HOME: path }), { code: 'home.in_use' })
  clearInterval(beat)
  utimesSync(file, new Date(), new Date(Date.now() - 60_000))
  const home = await openHome({ SANGYU_HOME: path })
  assert.equal(JSON.parse(readFileSync(file, 'utf8')).pid, process.pid)
  home.release()
})

test('a lock file that cannot be read is replaced', async (t) => {
  const path = trialHome(t)
  writeFileSync(join(path, 'lock'), '{"pid":')
  const home = await openHome({ SANGYU_HOME: path })
  home.release()
})

test('a home that cannot be made is refused with the reason', async (t) => {
  const path = trialHome(t)
  writeFileSync(join(path, 'file'), '')
  await assert.rejects(openHome({ SANGYU_HOME: join(path, 'file') }), { code: 'home.unwritable' })
})

function readLockOfDead(path: string): string {
  return JSON.stringify({
    id: 'dead',
    pid: 2 ** 22 + 1,
    startTicks: '1',
    scope: processScope(),
    host: 'here',
    since: '',
    path,
  })
}
