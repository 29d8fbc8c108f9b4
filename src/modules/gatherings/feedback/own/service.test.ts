import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { elderDoors, elderOf, relativeOf } from '#test/office/elders.ts'
import { settle } from '#test/office/settle.ts'
import type { Visitor } from '#test/office/visitor.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { contract as attendance } from '../../attendance/contract.ts'
import { contract as gatherings } from '../../contract.ts'
import { routes } from '../../index.ts'
import { contract as ofPerson } from '../../own/contract.ts'
import { contract as counter } from '../contract.ts'
import { contract } from './contract.ts'

type Home = Office & { worker: Worker; person: string; elder: Visitor; id: string }

/** A lecture that ends at half past ten on the tenth of March; the elder came unless they stayed away. */
async function open(t: TestContext, state: 'present' | 'absent' = 'present'): Promise<Home> {
  const o = await office({ rooms: [...elderDoors, ...routes] })
  t.after(() => o.close())
  const worker = await o.hire({ role: 'community_worker', place: PLACES.guangchang, name: '李芳' })
  const person = await o.act((ctx) => settle(ctx, { name: '王秀英', place: PLACES.guangchang }))
  const elder = await elderOf({ o, worker, personId: person })
  const { ids } = await o.as(worker).call(gatherings).planGathering({
    kind: 'lecture',
    title: '防诈骗讲座',
    placeCode: PLACES.guangchang,
    startsAt: '2026-03-10T09:00:00+08:00',
    endsAt: '2026-03-10T10:30:00+08:00',
  })
  const id = ids[0] ?? ''
  o.clock.set('2026-03-10T10:30:00+08:00')
  await o
    .as(worker)
    .call(attendance)
    .markAttendance({ id, marks: [{ personId: person, state }] })
  if (state === 'present') await o.as(worker).call(attendance).closeGathering({ id })
  return Object.assign(o, { worker, person, elder, id })
}

const which = (o: Home) => ({ personId: o.person, id: o.id })
const beenOf = async (o: Home) =>
  (await o.elder.call(ofPerson).myGatherings({ personId: o.person })).been.map(({ stars, maySay }) => [stars, maySay])

test('who came says how it was and changes it; staff read what was said last, once for each person', async (t) => {
  const o = await open(t)
  const mine = o.elder.call(contract)
  const before = await mine.myFeedback(which(o))
  assert.deepEqual([before.title, before.isOpen, before.said], ['防诈骗讲座', true, null])
  assert.deepEqual(await beenOf(o), [[null, true]])
  await mine.giveMyFeedback({ ...which(o), stars: 3, words: '声音小' })
  assert.deepEqual(await beenOf(o), [[3, true]])
  const daughter = await relativeOf({ o, worker: o.worker, personId: o.person })
  await daughter.call(contract).giveMyFeedback({ ...which(o), stars: 5 })
  const { items } = await o.as(o.worker).call(counter).listFeedback({ id: o.id })
  assert.deepEqual(
    items.map(({ stars, words, onBehalf, by }) => [stars, words, onBehalf, by]),
    [[5, null, 'family', '赵丽']],
  )
})

test('after a month what was said stands', async (t) => {
  const o = await open(t)
  const mine = o.elder.call(contract)
  await mine.giveMyFeedback({ ...which(o), stars: 4, words: '好' })
  o.clock.set('2026-04-09T10:30:01+08:00')
  const hers = (await relativeOf({ o, worker: o.worker, personId: o.person })).call(contract)
  await assert.rejects(hers.giveMyFeedback({ ...which(o), stars: 1 }), { code: 'feedback.too_late' })
  const { isOpen, said } = await hers.myFeedback(which(o))
  assert.deepEqual([isOpen, said?.stars, said?.words], [false, 4, '好'])
})

test('who stayed away has nothing to say, nor anybody for a person whose affairs they do not do', async (t) => {
  const o = await open(t, 'absent')
  const mine = o.elder.call(contract)
  await assert.rejects(mine.giveMyFeedback({ ...which(o), stars: 5 }), { code: 'feedback.not_there' })
  const other = await o.act((ctx) => settle(ctx, { place: PLACES.guangchang }))
  for (const refused of [
    () => mine.myFeedback({ personId: other, id: o.id }),
    () => mine.giveMyFeedback({ personId: other, id: o.id, stars: 5 }),
  ])
    await assert.rejects(refused(), { status: 404 })
  await assert.rejects(
    o
      .as(o.worker)
      .call(contract)
      .giveMyFeedback({ ...which(o), stars: 5 }),
    { status: 403 },
  )
})
