import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { contract as gatherings } from '../contract.ts'
import { routes } from '../index.ts'
import { contract } from './contract.ts'
import { offersJob } from './jobs.ts'

type Desk = Office & { worker: Worker; people: string[]; id: string }

/** One place, three who asked for it: the first has it, two wait. */
async function open(t: TestContext): Promise<Desk> {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  const worker = await o.hire({ role: 'community_worker', place: PLACES.guangchang })
  const { ids } = await o.as(worker).call(gatherings).planGathering({
    kind: 'class',
    title: '书画班',
    placeCode: PLACES.guangchang,
    startsAt: '2026-03-10T09:00:00+08:00',
    endsAt: '2026-03-10T11:00:00+08:00',
    capacity: 1,
  })
  const id = ids[0] ?? ''
  const people: string[] = []
  for (const name of ['赵一', '赵二', '赵三']) {
    const personId = await o.act((ctx) => settle(ctx, { name, place: PLACES.guangchang }))
    await o.as(worker).call(contract).signUp({ id, personId })
    o.clock.pass(1)
    people.push(personId)
  }
  return Object.assign(o, { worker, people, id })
}

const at = (o: Desk) => o.as(o.worker).call(contract)
async function standing(o: Desk) {
  const { items } = await at(o).listSignUps({ id: o.id })
  return items.map(({ name, status }) => `${name} ${status}`)
}
async function leave(o: Desk, n: number, onBehalf: 'self' | 'family' | 'clerk' = 'clerk') {
  const { items } = await at(o).listSignUps({ id: o.id })
  const found = items.find(({ personId }) => personId === o.people[n])
  await at(o).cancelSignUp({ id: o.id, signUpId: found?.id ?? '', onBehalf })
}
const told = (o: Desk, type: string) =>
  asOwner<{ data: Record<string, unknown> }>(o.house, 'select data from outbox where type = $1 order by at, id', [type])

test('an offer that nobody answers goes to the next, hour by hour, and a second run changes nothing', async (t) => {
  const o = await open(t)
  await leave(o, 0)
  assert.deepEqual(await standing(o), ['赵二 offered', '赵三 waiting'])
  await offersJob.run(o.house, {})
  assert.deepEqual(await standing(o), ['赵二 offered', '赵三 waiting'])
  o.clock.pass(24 * 60 + 1)
  await offersJob.run(o.house, {})
  await offersJob.run(o.house, {})
  assert.deepEqual(await standing(o), ['赵三 offered', '赵二 waiting'])
  const [lapsed] = await told(o, 'gatherings.offer_lapsed')
  assert.deepEqual(lapsed?.data['people'], [o.people[1]])
  assert.equal((await told(o, 'gatherings.offered')).length, 2)
})

test('nobody is offered a place by night, no offer ends by night, and in the morning the round goes on', async (t) => {
  const o = await open(t)
  o.clock.set('2026-03-08T22:30:00+08:00')
  await leave(o, 0)
  await offersJob.run(o.house, {})
  assert.deepEqual(await standing(o), ['赵二 waiting', '赵三 waiting'])
  o.clock.set('2026-03-09T08:07:00+08:00')
  await offersJob.run(o.house, {})
  assert.deepEqual(await standing(o), ['赵二 offered', '赵三 waiting'])
})

test('an offer that would run out by night stands until the morning', async (t) => {
  const o = await open(t)
  await asOwner(o.house, 'update gathering set offer_hours = 2')
  o.clock.set('2026-03-08T20:30:00+08:00')
  await leave(o, 0)
  o.clock.set('2026-03-09T07:07:00+08:00')
  await offersJob.run(o.house, {})
  assert.deepEqual(await standing(o), ['赵二 offered', '赵三 waiting'])
  o.clock.set('2026-03-09T08:07:00+08:00')
  await offersJob.run(o.house, {})
  assert.deepEqual(await standing(o), ['赵三 offered', '赵二 waiting'])
})

test('no place is offered once it has begun', async (t) => {
  const o = await open(t)
  await leave(o, 0)
  o.clock.set('2026-03-10T09:30:00+08:00')
  await offersJob.run(o.house, {})
  assert.deepEqual(await standing(o), ['赵三 waiting', '赵二 waiting'].toSorted())
})

test('whoever hears of a sign-up hears who acted, and for whom', async (t) => {
  const o = await open(t)
  await leave(o, 0, 'family')
  const [ended] = await told(o, 'gatherings.sign_up_ended')
  assert.deepEqual(
    [ended?.data['personId'], ended?.data['onBehalf'], ended?.data['byAccountId'], ended?.data['status']],
    [o.people[0], 'family', o.worker.id, 'cancelled'],
  )
  const [row] = await asOwner<{ ended_on_behalf: string; ended_by: string }>(
    o.house,
    `select ended_on_behalf, ended_by from gathering_sign_up where status = 'cancelled'`,
  )
  assert.deepEqual(row, { ended_on_behalf: 'family', ended_by: o.worker.id })
  const [first] = await told(o, 'gatherings.signed_up')
  assert.deepEqual([first?.data['personId'], first?.data['onBehalf']], [o.people[0], 'clerk'])
})

test('who is called off to is told who counted on it', async (t) => {
  const o = await open(t)
  await o.as(o.worker).call(gatherings).cancelGathering({ id: o.id, reason: '老师生病' })
  const [called] = await told(o, 'gatherings.cancelled')
  assert.deepEqual(called?.data, { id: o.id, kind: 'class', people: o.people, together: [o.id] })
})
