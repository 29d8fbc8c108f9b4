import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { newId } from '#platform/ids.ts'
import { tracesOf } from '#test/office/owner.ts'
import { PLACES, type Worker } from '#test/office.ts'
import { deskOf, published, type ShiftDesk, served, shiftDesk } from '#test/shift-desk.ts'
import { contract as records } from '../service-record/contract.ts'
import { contract } from './contract.ts'
import { routes } from './index.ts'

type Desk = ShiftDesk & { bureau: Worker; records: string[] }

/** A county where two hours make the first star, and two volunteers who served them. */
async function open(t: TestContext): Promise<Desk> {
  const o = await shiftDesk(t, 3, [routes])
  const bureau = await o.hire()
  const hours = [2, 4, 6, 8, 10]
  await o.as(bureau).call(contract).setStarScheme({ hours, validFrom: '2026-03-02' })
  const written: string[] = []
  const id = await published(o, { capacity: 3, title: '社区巡逻', task: 'patrol' })
  for (const personId of o.people.slice(0, 2)) {
    o.clock.set('2026-03-02T09:00:00+08:00')
    const turnId = await served(o, id, personId)
    written.push((await deskOf(o).confirmTurn({ id: turnId })).recordId)
  }
  return Object.assign(o, { bureau, records: written })
}

const stars = (o: Desk, worker = o.bureau) => o.as(worker).call(contract)
const first = (o: Desk) => ({ of: 'person', subjectId: o.people[0] ?? '', level: 1 }) as const

test('candidates are whom the records show, with how many hours', async (t) => {
  const o = await open(t)
  const { items, total } = await stars(o).listStarCandidates({})
  assert.equal(total, 2)
  assert.deepEqual(
    items.map(({ name, minutes, level, current, services }) => [name, minutes, level, current, services]),
    [
      ['赵1', 120, 1, 0, 1],
      ['赵2', 120, 1, 0, 1],
    ],
  )
  assert.equal((await stars(o, o.clerk).listStarCandidates({ of: 'team' })).total, 0)
})

test('a star is published for five working days, then awarded; who has it is no candidate any more', async (t) => {
  const o = await open(t)
  const { ids, untilOn, isByWeekdays } = await stars(o).publishStars({ items: [first(o)] })
  assert.deepEqual([untilOn, isByWeekdays], ['2026-03-17', false])
  o.clock.set('2026-03-17T20:00:00+08:00')
  await assert.rejects(stars(o).awardStars({ ids }), { code: 'stars.still_public' })
  o.clock.set('2026-03-18T09:00:00+08:00')
  assert.deepEqual(await stars(o).awardStars({ ids }), { awarded: 1 })
  await assert.rejects(stars(o).awardStars({ ids }), { code: 'stars.settled' })
  const { items } = await stars(o).listStars({ status: 'awarded' })
  assert.deepEqual([items[0]?.name, items[0]?.level, items[0]?.awardedOn], ['赵1', 1, '2026-03-18'])
  assert.deepEqual(
    (await stars(o).listStarCandidates({})).items.map(({ name }) => name),
    ['赵2'],
  )
})

test('days of rest make the publicity longer', async (t) => {
  const o = await open(t)
  const shiftedDays = [{ day: '2026-03-12', isWorking: false }]
  await stars(o).setStarScheme({ hours: [2, 4, 6, 8, 10], validFrom: '2026-03-10', shiftedDays })
  assert.equal((await stars(o).publishStars({ items: [first(o)] })).untilOn, '2026-03-18')
  assert.deepEqual((await stars(o).readStarScheme({})).shiftedDays, shiftedDays)
})

test('a star nobody served for is not published, nor the same one twice', async (t) => {
  const o = await open(t)
  const traces = await tracesOf(o.house)
  await assert.rejects(stars(o).publishStars({ items: [{ ...first(o), level: 2 }] }), { code: 'stars.not_reached' })
  await assert.rejects(stars(o).publishStars({ items: [{ ...first(o), subjectId: newId() }] }), { status: 404 })
  assert.deepEqual(await tracesOf(o.house), traces)
  const tries = await Promise.allSettled(Array.from({ length: 6 }, () => stars(o).publishStars({ items: [first(o)] })))
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
})

test('an objection holds the star until another person answers it; upheld it takes the star down', async (t) => {
  const o = await open(t)
  const { ids } = await stars(o).publishStars({ items: [first(o), { ...first(o), subjectId: o.people[1] ?? '' }] })
  const [id = '', other = ''] = ids
  const { objectionId } = await stars(o, o.clerk).objectToStar({ id, words: '3 月 10 日他不在本地' })
  const own = await stars(o).objectToStar({ id: other, raisedBy: '王阿姨', words: '时长好像多了' })
  o.clock.set('2026-03-20T09:00:00+08:00')
  await assert.rejects(stars(o).awardStars({ ids: [id] }), { code: 'stars.objections' })
  const answer = { answer: '查看签到记录，当天未到场', isUpheld: true }
  await assert.rejects(stars(o).answerObjection({ id: own.objectionId, ...answer }), { code: 'stars.own_objection' })
  await stars(o).answerObjection({ id: objectionId, ...answer })
  await assert.rejects(stars(o).answerObjection({ id: objectionId, ...answer }), { code: 'stars.answered_before' })
  const { items } = await stars(o).listStars({ status: 'withdrawn' })
  assert.deepEqual(
    [items[0]?.reason, items[0]?.objections[0]?.raisedBy, items[0]?.objections[0]?.isUpheld],
    [answer.answer, '匿名', true],
  )
})

test('whose records were reversed meanwhile gets no star', async (t) => {
  const o = await open(t)
  const { ids } = await stars(o).publishStars({ items: [first(o)] })
  const book = (worker: Worker) => o.as(worker).call(records)
  const { reversalId } = await book(o.clerk).askReversal({ id: o.records[0] ?? '', reason: '未到场' })
  await book(o.second).decideReversal({ id: reversalId, isAgreed: true })
  o.clock.set('2026-03-20T09:00:00+08:00')
  await assert.rejects(stars(o).awardStars({ ids }), { status: 404 })
})

test('thresholds rise, and are not set for the past', async (t) => {
  const o = await open(t)
  const set = (hours: number[], validFrom: string) => stars(o).setStarScheme({ hours, validFrom })
  await assert.rejects(set([2, 2, 6, 8, 10], '2026-04-01'), { code: 'input.invalid' })
  await assert.rejects(set([30, 60, 100, 200, 300], '2026-03-09'), { code: 'stars.scheme_of_past' })
  await set([30, 60, 100, 200, 300], '2026-04-01')
  const scheme = await stars(o).readStarScheme({})
  assert.deepEqual([scheme.hours[0], scheme.next?.hours[0], scheme.next?.validFrom], [2, 30, '2026-04-01'])
})

for (const [role, publishes] of [
  ['bureau_staff', 200],
  ['street_staff', 403],
  ['community_worker', 403],
  ['reader', 403],
] as const)
  test(`${role} ${publishes === 200 ? 'publishes' : 'does not publish'} stars`, async (t) => {
    const o = await open(t)
    const worker = await o.hire({ role, place: PLACES.county })
    const status = await stars(o, worker)
      .publishStars({ items: [first(o)] })
      .then(() => 200)
      .catch((error: { status: number }) => error.status)
    assert.equal(status, publishes)
  })
