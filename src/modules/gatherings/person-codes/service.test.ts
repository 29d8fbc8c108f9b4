import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { contract as attendance } from '../attendance/contract.ts'
import { contract as gatherings } from '../contract.ts'
import { routes } from '../index.ts'
import { contract } from './contract.ts'

type Desk = Office & { worker: Worker; personId: string; id: string }

/** A walk that has begun, to which nobody signed up. */
async function open(t: TestContext): Promise<Desk> {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  const worker = await o.hire({ role: 'community_worker', place: PLACES.guangchang })
  const personId = await o.act((ctx) => settle(ctx, { name: '赵一', place: PLACES.guangchang }))
  const { ids } = await o.as(worker).call(gatherings).planGathering({
    kind: 'activity',
    title: '健步走',
    placeCode: PLACES.guangchang,
    startsAt: '2026-03-10T09:00:00+08:00',
    endsAt: '2026-03-10T11:00:00+08:00',
  })
  o.clock.set('2026-03-10T09:10:00+08:00')
  return Object.assign(o, { worker, personId, id: ids[0] ?? '' })
}

const codes = (o: Desk, worker = o.worker) => o.as(worker).call(contract)
const sheet = (o: Desk) => o.as(o.worker).call(attendance)
async function codeOf(o: Desk, personId = o.personId): Promise<string> {
  const { items } = await codes(o).issueCodes({ people: [personId] })
  return items[0]?.code ?? ''
}

test('a lost card is printed again with the same code, and the database does not hold it', async (t) => {
  const o = await open(t)
  const code = await codeOf(o)
  assert.match(code, /^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/)
  assert.equal(await codeOf(o), code)
  const rows = await asOwner<{ text: string }>(o.house, 'select row_to_json(k)::text as text from person_code k')
  assert.equal(rows.length, 1)
  const plain = code.replace('-', '')
  assert.ok(rows.every(({ text }) => !text.includes(plain) && !text.includes(Buffer.from(plain).toString('hex'))))
})

test('who shows the card is there, however it is typed and however often', async (t) => {
  const o = await open(t)
  const code = await codeOf(o)
  const typed = code.toLowerCase().replace('-', ' ')
  assert.deepEqual(await sheet(o).markByCode({ id: o.id, typed }), {
    personId: o.personId,
    name: '赵一',
    isAgain: false,
  })
  assert.equal((await sheet(o).markByCode({ id: o.id, typed: code })).isAgain, true)
  const { items } = await sheet(o).readSheet({ id: o.id })
  assert.deepEqual(
    items.map(({ state, way, minutes, isSignedUp }) => [state, way, minutes, isSignedUp]),
    [['present', 'code', 120, false]],
  )
})

test('who was written down as ill and comes after all is there', async (t) => {
  const o = await open(t)
  await sheet(o).markAttendance({ id: o.id, marks: [{ personId: o.personId, state: 'excused' }] })
  assert.equal((await sheet(o).markByCode({ id: o.id, typed: await codeOf(o) })).isAgain, false)
  assert.equal((await sheet(o).readSheet({ id: o.id })).items[0]?.state, 'present')
})

test('a code taken back opens nothing, and the next card has another', async (t) => {
  const o = await open(t)
  const code = await codeOf(o)
  assert.ok((await codes(o).readCode({ id: o.personId })).issuedAt)
  await codes(o).revokeCode({ id: o.personId })
  assert.equal((await codes(o).readCode({ id: o.personId })).issuedAt, null)
  await assert.rejects(codes(o).revokeCode({ id: o.personId }), { code: 'person_code.none' })
  await assert.rejects(sheet(o).markByCode({ id: o.id, typed: code }), { status: 404, code: 'person_code.unknown' })
  const next = await codeOf(o)
  assert.notEqual(next, code)
  assert.equal((await sheet(o).markByCode({ id: o.id, typed: next })).name, '赵一')
})

test('what is no code, or nobody’s, marks nobody', async (t) => {
  const o = await open(t)
  for (const typed of ['ABCD-2345', '赵一', '0000-0000'])
    await assert.rejects(sheet(o).markByCode({ id: o.id, typed }), { code: 'person_code.unknown' })
  assert.deepEqual((await sheet(o).readSheet({ id: o.id })).items, [])
})

test('a guest of another community is marked by the card, and no card is printed for people of others', async (t) => {
  const o = await open(t)
  const guest = await o.act((ctx) => settle(ctx, { name: '孙五', place: PLACES.xinyuan }))
  assert.deepEqual((await codes(o).issueCodes({ people: [guest] })).items, [])
  await assert.rejects(codes(o).readCode({ id: guest }), { code: 'row.not_found' })
  await assert.rejects(codes(o).revokeCode({ id: guest }), { code: 'row.not_found' })
  const bureau = await o.hire()
  const { items } = await codes(o, bureau).issueCodes({ people: [guest] })
  assert.equal((await sheet(o).markByCode({ id: o.id, typed: items[0]?.code ?? '' })).name, '孙五')
})

test('ten hands that print one person’s card at once make one code', async (t) => {
  const o = await open(t)
  const made = await Promise.all(Array.from({ length: 10 }, () => codeOf(o)))
  assert.equal(new Set(made).size, 1)
})
