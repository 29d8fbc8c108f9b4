import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { asOwner } from '#test/office/owner.ts'
import { type Office, office } from '#test/office.ts'
import { verifyChain, type Witnessed } from './verify.ts'

async function notedOffice(t: TestContext, rows = 12): Promise<Office> {
  const o = await office()
  t.after(() => o.close())
  for (let at = 1; at <= rows; at++)
    await o.act(async (ctx) =>
      ctx.note({ action: 'bell.rung', subject: `${at}`, detail: { at, words: '钟"\\声' }, purpose: '试' }),
    )
  return o
}

/** What a superuser could do who first takes the locks off. */
async function tamper(o: Office, text: string): Promise<void> {
  await asOwner(o.house, 'alter table audit_event disable trigger user')
  await asOwner(o.house, 'alter table audit_chain disable trigger user')
  await asOwner(o.house, text)
  await asOwner(o.house, 'alter table audit_event enable trigger user')
  await asOwner(o.house, 'alter table audit_chain enable trigger user')
}

const verified = (o: Office, anchors: Witnessed[] = []) => o.act((ctx) => verifyChain(ctx.db, o.county, anchors))
const faultsOf = async (o: Office, anchors: Witnessed[] = []) =>
  (await verified(o, anchors)).faults.map(({ seq, kind }) => `${seq} ${kind}`)

test('a chain that nobody touched holds from its first row to its head', async (t) => {
  const o = await notedOffice(t)
  const found = await verified(o)
  assert.deepEqual([found.rows, found.head?.seq, found.faults], [12, '12', []])
})

test('forty who write at once make one chain', async (t) => {
  const o = await notedOffice(t, 0)
  const write = async (at: number) => {
    for (let turn = 0; turn < 5; turn++)
      await o.act(async (ctx) => {
        ctx.note({ action: 'bell.rung', subject: `${at}` })
        ctx.note({ action: 'bell.heard', subject: `${at}` })
      })
  }
  const look = (at: number) =>
    o.house.act({ system: o.county }, { readOnly: true }, async (ctx) =>
      ctx.note({ action: 'bell.seen', subject: `${at}` }),
    )
  await Promise.all(Array.from({ length: 40 }, (_, at) => (at % 2 ? write(at) : look(at))))
  const found = await verified(o)
  assert.deepEqual([found.rows, found.faults], [20 + 200, []])
})

test('one altered letter, in whatever column, is found with its row', async (t) => {
  const o = await notedOffice(t)
  const columns: [change: string, row: number][] = [
    [`purpose = '识'`, 2],
    [`detail = detail || '{"at": 99}'`, 4],
    [`at = at + interval '1 microsecond'`, 6],
    [`roles = '{x}'`, 8],
    [`subject = null`, 10],
  ]
  for (const [change, row] of columns) await tamper(o, `update audit_event set ${change} where seq = ${row}`)
  assert.deepEqual(
    await faultsOf(o),
    columns.map(([, row]) => `${row} altered`),
  )
  const { faults } = await verified(o)
  assert.match(faults[0]?.words.zh ?? '', /^第 2 行被改动/)
})

test('a deleted row is missed: in the middle, at the beginning, at the end', async (t) => {
  const o = await notedOffice(t)
  for (const row of [1, 5, 6, 12]) await tamper(o, `delete from audit_event where seq = ${row}`)
  assert.deepEqual(await faultsOf(o), ['1 missing', '5 missing', '12 missing'])
  assert.match((await verified(o)).faults[1]?.words.en ?? '', /rows 5 to 6 are gone/)
})

test('two rows that changed places are named with where they came from', async (t) => {
  const o = await notedOffice(t)
  await tamper(o, `update audit_event set seq = case seq when 4 then -9 else -4 end where seq in (4, 9)`)
  await tamper(o, `update audit_event set seq = -seq where seq < 0`)
  const { faults } = await verified(o)
  assert.deepEqual(
    faults.map(({ seq, kind, words }) => [seq, kind, words.zh]),
    [
      ['4', 'swapped', '第 4 行被调换：原是第 9 行'],
      ['9', 'swapped', '第 9 行被调换：原是第 4 行'],
    ],
  )
})

const rehash = `update audit_event e set hash = sha256(convert_to(audit_text(e), 'UTF8'))`

test('a row that was altered and hashed anew is given away by the next one, the last by the head', async (t) => {
  const o = await notedOffice(t)
  for (const row of [3, 12]) {
    await tamper(o, `update audit_event set subject = 'other' where seq = ${row}`)
    await tamper(o, `${rehash} where seq = ${row}`)
  }
  assert.deepEqual(await faultsOf(o), ['3 replaced', '12 replaced'])
})

/** Every hash from a row on, as somebody would who rewrites the whole chain. */
async function rewriteFrom(o: Office, row: number): Promise<void> {
  for (let at = row; at <= 12; at++) {
    await tamper(
      o,
      `update audit_event e set prev_hash = (select p.hash from audit_event p where p.county = e.county and p.seq = ${at - 1}) where seq = ${at} and ${at} > ${row}`,
    )
    await tamper(o, `${rehash} where seq = ${at}`)
  }
  await tamper(
    o,
    `update audit_chain c set hash = (select e.hash from audit_event e where e.county = c.county and e.seq = c.seq)`,
  )
}

test('a chain that was rewritten as a whole holds in itself, and is found by what was written down outside', async (t) => {
  const o = await notedOffice(t)
  const [anchor] = await asOwner<{ hash: string }>(
    o.house,
    `select encode(hash, 'hex') as hash from audit_event where seq = 8`,
  )
  const outside = { seq: '8', hash: anchor?.hash ?? '', at: '2026-03-02T01:00:00.000Z' }
  await tamper(o, `update audit_event set subject = 'other' where seq = 5`)
  await rewriteFrom(o, 5)
  assert.deepEqual(await faultsOf(o), [])
  assert.deepEqual(await faultsOf(o, [outside]), ['8 replaced'])
})

test('an end that was cut off together with its head is found by what was written down outside', async (t) => {
  const o = await notedOffice(t)
  await tamper(o, `delete from audit_event where seq > 9`)
  await tamper(
    o,
    `update audit_chain c set seq = 9, hash = (select e.hash from audit_event e where e.county = c.county and e.seq = 9)`,
  )
  assert.deepEqual(await faultsOf(o), [])
  assert.deepEqual(await faultsOf(o, [{ seq: '12', hash: 'x', at: '2026-03-02T01:00:00.000Z' }]), ['12 missing'])
})
