import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { contract as attendance } from '../attendance/contract.ts'
import { contract as gatherings } from '../contract.ts'
import { routes } from '../index.ts'
import { contract as ofPerson } from '../of-person/contract.ts'
import { contract as signUps } from '../sign-up/contract.ts'
import { contract } from './contract.ts'

type Desk = Office & { worker: Worker; people: string[]; id: string }

/** Two signed up for a lecture; the first came, the second did not. */
async function open(t: TestContext): Promise<Desk> {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  const worker = await o.hire({ role: 'community_worker', place: PLACES.guangchang, name: '李芳' })
  const people: string[] = []
  for (const name of ['赵一', '赵二'])
    people.push(await o.act((ctx) => settle(ctx, { name, place: PLACES.guangchang })))
  const { ids } = await o.as(worker).call(gatherings).planGathering({
    kind: 'lecture',
    title: '防诈骗讲座',
    placeCode: PLACES.guangchang,
    startsAt: '2026-03-10T09:00:00+08:00',
    endsAt: '2026-03-10T10:30:00+08:00',
  })
  const id = ids[0] ?? ''
  for (const personId of people) await o.as(worker).call(signUps).signUp({ id, personId })
  o.clock.set('2026-03-10T10:30:00+08:00')
  const marks = [{ personId: people[0] ?? '', state: 'present' as const }]
  await o.as(worker).call(attendance).markAttendance({ id, marks })
  await o.as(worker).call(attendance).closeGathering({ id })
  return Object.assign(o, { worker, people, id })
}

const at = (o: Desk, worker = o.worker) => o.as(worker).call(contract)
const given = (o: Desk, n = 0) => ({ id: o.id, personId: o.people[n] ?? '', stars: 5, words: '讲得明白' })

test('who came says what they think once, and the clerk who wrote it down stands beside it', async (t) => {
  const o = await open(t)
  await at(o).giveFeedback({ ...given(o), onBehalf: 'family' })
  await assert.rejects(at(o).giveFeedback(given(o)), { code: 'feedback.before' })
  const { items, averageStars } = await at(o).listFeedback({ id: o.id })
  assert.deepEqual(
    items.map(({ name, stars, words, onBehalf, by }) => [name, stars, words, onBehalf, by]),
    [['赵一', 5, '讲得明白', 'family', '李芳']],
  )
  assert.equal(averageStars, 5)
  const [kept] = await asOwner<{ text: string }>(
    o.house,
    'select row_to_json(f)::text as text from gathering_feedback f',
  )
  assert.ok(!kept?.text.includes('讲得明白') && !kept?.text.includes(Buffer.from('讲得明白').toString('hex')))
})

test('who did not come has nothing to say of it, nor has somebody of another area', async (t) => {
  const o = await open(t)
  await assert.rejects(at(o).giveFeedback(given(o, 1)), { code: 'feedback.not_there' })
  const neighbour = await o.hire({ role: 'community_worker', place: PLACES.xinyuan })
  await assert.rejects(at(o, neighbour).giveFeedback(given(o)), { code: 'row.not_found' })
  await at(o).giveFeedback(given(o))
  const { items, others, averageStars } = await at(o, neighbour).listFeedback({ id: o.id })
  assert.deepEqual([items, others, averageStars], [[], 1, 5])
})

test('a leader reads the stars and not the sentence', async (t) => {
  const o = await open(t)
  await at(o).giveFeedback(given(o))
  const leader = await o.hire({ role: 'reader', place: PLACES.county })
  const { items } = await at(o, leader).listFeedback({ id: o.id })
  assert.deepEqual(
    items.map(({ stars, words }) => [stars, words]),
    [[5, null]],
  )
  await assert.rejects(at(o, leader).giveFeedback(given(o)), { status: 403 })
})

test('a person’s record lists what they signed up for and attended, and the year in hours', async (t) => {
  const o = await open(t)
  const list = (n: number) =>
    o
      .as(o.worker)
      .call(ofPerson)
      .listPersonGatherings({ id: o.people[n] ?? '' })
  const came = await list(0)
  assert.deepEqual([came.total, came.attended, came.minutes], [1, 1, 90])
  assert.deepEqual(
    came.items.map(({ title, signUp, state, minutes }) => [title, signUp, state, minutes]),
    [['防诈骗讲座', 'in', 'present', 90]],
  )
  const stayed = await list(1)
  assert.deepEqual([stayed.attended, stayed.items[0]?.state], [0, 'absent'])
  const neighbour = await o.hire({ role: 'community_worker', place: PLACES.xinyuan })
  const foreign = o
    .as(neighbour)
    .call(ofPerson)
    .listPersonGatherings({ id: o.people[0] ?? '' })
  await assert.rejects(foreign, { code: 'row.not_found' })
})
