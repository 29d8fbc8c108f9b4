import assert from 'node:assert/strict'
import { chmodSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { trialHome } from '#test/trial-home.ts'
import { dedicatedAccount, nobodyAccount } from './account.ts'
import { findCluster, placeCluster } from './location.ts'
import { openSocketDir } from './socket-dir.ts'

const isRoot = process.getuid?.() === 0
const asRoot = { skip: isRoot ? false : 'only root places a cluster outside its home' }
const account = isRoot ? (dedicatedAccount() ?? nobodyAccount()) : undefined

/** A home below a folder that only root enters, with a cluster that has data. */
function closedHome(t: TestContext): { home: string; dir: string } {
  const home = trialHome(t, { path: 'closed/var', mode: 0o700 })
  const { dir, data } = placeCluster(home, account)
  mkdirSync(data)
  t.after(() => rmSync(dir, { recursive: true, force: true }))
  return { home, dir }
}

test('a home that can be reached keeps its cluster inside', (t) => {
  const home = trialHome(t)
  const place = placeCluster(home)
  assert.equal(place.dir, join(home, 'postgres/cluster'))
  assert.equal(findCluster(home), undefined)
  mkdirSync(place.data)
  assert.equal(findCluster(home), place.dir)
})

test('the place is decided once: opening the home later does not move the cluster', asRoot, (t) => {
  const { home, dir } = closedHome(t)
  chmodSync(home, 0o711)
  assert.equal(placeCluster(home).dir, dir)
})

test('a home that is closed later is refused with what to open, and nothing new is begun', asRoot, (t) => {
  const home = trialHome(t)
  mkdirSync(placeCluster(home, account).data)
  chmodSync(home, 0o700)
  assert.throws(() => placeCluster(home, account), { code: 'database.refused', message: /chmod 711/ })
})

test('a home that was moved takes its cluster along', asRoot, (t) => {
  const { home, dir } = closedHome(t)
  const moved = join(dirname(home), 'moved')
  renameSync(home, moved)
  assert.equal(placeCluster(moved).dir, dir)
  assert.equal(readFileSync(join(dir, 'home'), 'utf8').trim(), moved)
})

test('a copy of a home is refused while the original has the cluster', asRoot, (t) => {
  const { home } = closedHome(t)
  const copy = join(dirname(home), 'copy')
  cpSync(home, copy, { recursive: true })
  assert.throws(() => placeCluster(copy), { code: 'database.refused', message: /is a copy of/ })
})

test('a home that was deleted and begun again does not find the old data', asRoot, (t) => {
  const { home, dir } = closedHome(t)
  rmSync(home, { recursive: true })
  mkdirSync(home, { mode: 0o700 })
  const again = placeCluster(home, account).dir
  t.after(() => rmSync(again, { recursive: true, force: true }))
  assert.notEqual(again, dir)
  assert.ok(again.startsWith(dir))
})

test('a home whose cluster is missing is refused instead of beginning an empty one', asRoot, (t) => {
  const { home, dir } = closedHome(t)
  rmSync(dir, { recursive: true })
  assert.throws(() => placeCluster(home), { code: 'database.refused', message: new RegExp(dir) })
})

test('a start that was killed before there was any data goes on in the same place', asRoot, (t) => {
  const home = trialHome(t, { path: 'closed/var', mode: 0o700 })
  const first = placeCluster(home, account).dir
  t.after(() => rmSync(first, { recursive: true, force: true }))
  rmSync(join(home, 'postgres', 'elsewhere'))
  assert.equal(placeCluster(home, account).dir, first)
})

test('a folder that someone else made in a shared place is not used for the socket', (t) => {
  const home = trialHome(t, { path: `${'long-name/'.repeat(9)}var`, mode: 0o711 })
  const place = placeCluster(home)
  const usual = openSocketDir(place)
  t.after(() => rmSync(usual, { recursive: true, force: true }))
  rmSync(usual, { recursive: true })
  writeFileSync(usual, 'in the way')
  const other = openSocketDir(place)
  t.after(() => rmSync(other, { recursive: true, force: true }))
  assert.notEqual(other, usual)
})
