import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { asOwner } from '#test/office/owner.ts'
import { type Office, office } from '#test/office.ts'
import type { House } from '../house/house.ts'
import { readAnchors } from './anchors/book.ts'
import { anchor, bookOf, cutExpired, verify, witnessedOf } from './keep.ts'

type Kept = { o: Office; house: House; home: string; ring: (times: number) => Promise<void> }

async function keptOffice(t: TestContext, at?: string): Promise<Kept> {
  const o = await office(at ? { at } : {})
  const home = mkdtempSync(join(tmpdir(), 'sangyu-anchors-'))
  t.after(async () => {
    await o.close()
    rmSync(home, { recursive: true })
  })
  const ring = async (times: number) => {
    for (let turn = 0; turn < times; turn++) await o.act(async (ctx) => ctx.note({ action: 'bell.rung' }))
  }
  return { o, house: { ...o.house, home }, home, ring }
}

const faultsOf = async ({ house, o }: Kept) =>
  (await verify(house, o.county)).faults.map(({ seq, kind }) => `${seq} ${kind}`)

/** Whoever restores an older backup, or is a superuser who cuts the end off. */
async function setBack({ o }: Kept, to: number): Promise<void> {
  for (const table of ['audit_event', 'audit_chain'])
    await asOwner(o.house, `alter table ${table} disable trigger user`)
  await asOwner(o.house, `delete from audit_event where seq > ${to}`)
  await asOwner(
    o.house,
    `update audit_chain c set seq = ${to}, hash = (select e.hash from audit_event e where e.county = c.county and e.seq = ${to})`,
  )
}

test('one line a day holds the heads of all chains, each over the line before', async (t) => {
  const k = await keptOffice(t)
  await k.ring(3)
  const first = await anchor(k.house, { daily: true })
  assert.deepEqual(
    first?.heads.map(({ county, seq }) => [county, seq]),
    [[k.o.county, '3']],
  )
  assert.equal((await anchor(k.house, { daily: true }))?.hash, first?.hash, 'the day has its line')
  k.o.clock.pass(24 * 60)
  const second = await anchor(k.house, { daily: true })
  assert.equal(second?.prev, first?.hash)
  assert.equal((await anchor(k.house, { daily: false }))?.prev, second?.hash)
  assert.deepEqual([bookOf(k.house).anchors.length, bookOf(k.house).faults], [3, []])
  assert.deepEqual(await faultsOf(k), [])
})

test('a line of the book that was altered, taken out or forged is named', async (t) => {
  const k = await keptOffice(t)
  for (let day = 0; day < 3; day++) {
    await k.ring(1)
    await anchor(k.house, { daily: false })
  }
  const file = join(k.home, 'anchors/anchors.jsonl')
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  const [one = '', two = '', three = ''] = lines
  const changed = two.replace('"seq":"3"', '"seq":"2"')
  assert.notEqual(changed, two)
  const table: [lines: string[], faults: number[]][] = [
    [lines, []],
    [[one, changed, three], [2]],
    [[one, three], [2]],
    [[one, two, 'nonsense'], [3]],
  ]
  for (const [written, faults] of table) {
    writeFileSync(file, `${written.join('\n')}\n`)
    assert.deepEqual(readAnchors(k.home, k.house.vault).faults, faults)
  }
  writeFileSync(file, `${lines.join('\n')}\n`)
  const stranger = { index: () => Buffer.alloc(16) }
  assert.deepEqual(readAnchors(k.home, stranger).faults, [1, 2, 3], 'only this installation’s key seals')
})

test('rows that were anchored and are gone are missed until somebody says why', async (t) => {
  const k = await keptOffice(t)
  await k.ring(5)
  await anchor(k.house, { daily: false })
  await setBack(k, 3)
  assert.deepEqual(await faultsOf(k), ['5 missing'])
  await anchor(k.house, { daily: false, resumes: '恢复 3 月 1 日的备份' })
  assert.deepEqual(await faultsOf(k), [])
  await k.ring(4)
  assert.deepEqual(await faultsOf(k), [])
  assert.deepEqual(
    witnessedOf(bookOf(k.house), k.o.county).map(({ seq }) => seq),
    ['3'],
  )
  await setBack(k, 2)
  assert.deepEqual(await faultsOf(k), ['3 missing'])
})

const DAY = 24 * 60

test('nothing goes within three years; then the oldest go, it is noted, and the chain still holds', async (t) => {
  const k = await keptOffice(t, '2015-01-05T09:00:00+08:00')
  const cut = () => k.o.act(cutExpired)
  await k.ring(4)
  await anchor(k.house, { daily: false })
  k.o.clock.pass(364 * DAY)
  assert.equal(await cut(), 0)
  await k.ring(2)
  k.o.clock.pass((1096 - 364) * DAY)
  assert.equal(await cut(), 5, 'four rings and what the anchor noted')
  assert.equal(await cut(), 0)
  const [last] = await asOwner(k.o.house, `select action, detail from audit_event order by seq desc limit 1`)
  assert.deepEqual(last, { action: 'audit.cut', detail: { from: '1', to: '5', count: 5, keepDays: 1095 } })
  const found = await verify(k.house, k.o.county)
  assert.deepEqual([found.rows, found.faults], [3, []])
})

test('who keeps a year keeps a year; the database itself refuses less, and any row that no cut covers', async (t) => {
  const k = await keptOffice(t, '2015-01-05T09:00:00+08:00')
  const cut = () => k.o.act(cutExpired)
  await asOwner(k.o.house, `insert into audit_setting values (${k.o.county}, 365)`)
  await k.ring(1)
  k.o.clock.pass(364 * DAY)
  assert.equal(await cut(), 0)
  k.o.clock.pass(2 * DAY)
  assert.equal(await cut(), 1)
  for (const text of [
    'delete from audit_event',
    'truncate audit_event',
    `update audit_event set action = 'x'`,
    'delete from audit_cut',
    'truncate audit_chain',
  ])
    await assert.rejects(asOwner(k.o.house, text), { code: '42501' }, text)
})

test('a clock that runs fast takes nothing away', async (t) => {
  const k = await keptOffice(t, new Date().toISOString())
  await k.ring(2)
  k.o.clock.pass(5000 * DAY)
  assert.equal(await k.o.act(cutExpired), 0)
})
