import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { elderDoors, elderOf, relativeOf } from '#test/office/elders.ts'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import type { Visitor } from '#test/office/visitor.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { contract as choices } from '../choices/contract.ts'
import { routes, tell } from '../index.ts'
import { contract } from './contract.ts'

type Home = Office & { worker: Worker; person: string; elder: Visitor }

async function open(t: TestContext): Promise<Home> {
  const o = await office({ rooms: [...elderDoors, ...routes] })
  t.after(() => o.close())
  const worker = await o.hire({ role: 'community_worker', place: PLACES.guangchang })
  const person = await o.act((ctx) => settle(ctx, { name: '王秀英', place: PLACES.guangchang }))
  const elder = await elderOf({ o, worker, personId: person })
  return Object.assign(o, { worker, person, elder })
}

const notice = (o: Home, n: number, personIds: string[] = [o.person]) =>
  o.act((ctx) => tell(ctx, { personIds, template: 'notice', values: { text: `第${n}件事` }, key: `n${n}` }))

test('an elder turns the pages of what they were told, and what they have seen is no longer new', async (t) => {
  const o = await open(t)
  for (const n of [1, 2, 3]) await notice(o, n)
  const mine = o.elder.call(contract)
  const first = await mine.myMessages({ personId: o.person, limit: 2 })
  assert.deepEqual(
    [first.items.map(({ text }) => text.zh), first.total, first.unread],
    [['王秀英同志：第3件事', '王秀英同志：第2件事'], 3, 3],
  )
  const ids = first.items.map(({ id }) => id)
  assert.deepEqual(await mine.markMyMessagesRead({ personId: o.person, ids }), { read: 2 })
  assert.deepEqual(await mine.markMyMessagesRead({ personId: o.person, ids }), { read: 0 })
  const rest = await mine.myMessages({ personId: o.person, offset: 2, limit: 2 })
  assert.deepEqual(
    [rest.items.map(({ text, readAt }) => [text.en, readAt]), rest.unread],
    [[['Dear 王秀英: 第1件事', null]], 1],
  )
})

test('what they do not want does not reach them, by the rules of the counter, and who chose stands there', async (t) => {
  const o = await open(t)
  const daughter = await relativeOf({ o, worker: o.worker, personId: o.person })
  const hers = daughter.call(contract)
  const { way, declined, quiet } = await hers.myMessageChoice({ personId: o.person })
  assert.deepEqual([way, declined, quiet], ['own', [], { from: '21:00', to: '08:00' }])
  await hers.chooseMyWay({ personId: o.person, way: 'paper', declined: ['notice'] })
  await assert.rejects(hers.chooseMyWay({ personId: o.person, way: 'own', declined: ['rights'] }), {
    code: 'messages.must_be_told',
  })
  const shown = await o.as(o.worker).call(choices).showChoice({ id: o.person })
  assert.deepEqual([shown.way, shown.declined, shown.onBehalf, shown.by], ['paper', ['notice'], 'family', '赵丽'])
  await notice(o, 1)
  assert.equal((await hers.myMessages({ personId: o.person })).total, 0)
  const [note] = await asOwner<{ as: string }>(
    o.house,
    `select detail ->> 'as' as "as" from audit_event where action = 'chooseMyWay'`,
  )
  assert.equal(note?.as, 'family')
})

test('nobody reads, marks or chooses for a person whose affairs they do not do', async (t) => {
  const o = await open(t)
  const other = await o.act((ctx) => settle(ctx, { place: PLACES.guangchang }))
  await notice(o, 1, [other])
  const [told] = await asOwner<{ id: string }>(o.house, 'select id from message')
  const ids = [told?.id ?? '']
  const mine = o.elder.call(contract)
  for (const refused of [
    () => mine.myMessages({ personId: other }),
    () => mine.markMyMessagesRead({ personId: other, ids }),
    () => mine.myMessageChoice({ personId: other }),
    () => mine.chooseMyWay({ personId: other, way: 'paper', declined: [] }),
  ])
    await assert.rejects(refused(), { status: 404 })
  assert.deepEqual(await mine.markMyMessagesRead({ personId: o.person, ids }), { read: 0 })
  await assert.rejects(o.as(o.worker).call(contract).myMessages({ personId: o.person }), { status: 403 })
})
