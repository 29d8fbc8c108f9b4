import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import type { Asked } from '#platform/contract.ts'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { contract as gatherings } from '../contract.ts'
import { routes } from '../index.ts'
import { contract } from './contract.ts'
import { offerPlaces } from './offers/index.ts'

type Desk = Office & { worker: Worker; people: string[] }

async function open(t: TestContext, people = 3): Promise<Desk> {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  const worker = await o.hire({ role: 'community_worker', place: PLACES.guangchang })
  const names = Array.from({ length: people }, (_, n) => `赵${n + 1}`)
  const ids = await o.act(async (ctx) => {
    const settled: string[] = []
    for (const name of names) settled.push(await settle(ctx, { name, place: PLACES.guangchang }))
    return settled
  })
  return Object.assign(o, { worker, people: ids })
}

async function planned(o: Desk, more: Partial<Asked<typeof gatherings.planGathering>> = {}): Promise<string> {
  const times = { startsAt: '2026-03-10T09:00:00+08:00', endsAt: '2026-03-10T11:00:00+08:00' }
  const walk = { kind: 'activity', title: '健步走', placeCode: PLACES.guangchang } as const
  const { ids } = await o
    .as(o.worker)
    .call(gatherings)
    .planGathering({ ...walk, ...times, ...more })
  return ids[0] ?? ''
}

const at = (o: Desk) => o.as(o.worker).call(contract)
const who = (o: Desk, n: number) => o.people[n] ?? ''

async function states(o: Desk, id: string) {
  const { items } = await at(o).listSignUps({ id })
  return items.map(({ name, status }) => [name, status])
}

test('places go in the order of asking, the rest waits, and who cancels makes room for the next', async (t) => {
  const o = await open(t)
  const id = await planned(o, { capacity: 1 })
  const first = await at(o).signUp({ id, personId: who(o, 0) })
  o.clock.pass(1)
  for (const n of [1, 2]) {
    assert.equal((await at(o).signUp({ id, personId: who(o, n) })).status, 'waiting')
    o.clock.pass(1)
  }
  await at(o).cancelSignUp({ id, signUpId: first.signUpId })
  assert.deepEqual(await states(o, id), [
    ['赵2', 'offered'],
    ['赵3', 'waiting'],
  ])
  const [offered] = (await at(o).listSignUps({ id })).items
  await at(o).takeOffer({ id, signUpId: offered?.id ?? '' })
  assert.deepEqual(await states(o, id), [
    ['赵2', 'in'],
    ['赵3', 'waiting'],
  ])
})

test('an offer nobody took goes to the next, and who let it pass waits at the end', async (t) => {
  const o = await open(t)
  const id = await planned(o, { capacity: 1, offerHours: 2 })
  const first = await at(o).signUp({ id, personId: who(o, 0) })
  for (const n of [1, 2]) {
    o.clock.pass(1)
    await at(o).signUp({ id, personId: who(o, n) })
  }
  await at(o).cancelSignUp({ id, signUpId: first.signUpId })
  const late = (await at(o).listSignUps({ id })).items[0]
  o.clock.pass(121)
  await assert.rejects(at(o).takeOffer({ id, signUpId: late?.id ?? '' }), { code: 'sign_up.not' })
  await o.act((ctx) => offerPlaces(ctx, id))
  assert.deepEqual(await states(o, id), [
    ['赵3', 'offered'],
    ['赵2', 'waiting'],
  ])
})

test('thirty who ask at once for ten places get ten, and twenty wait', async (t) => {
  const o = await open(t, 30)
  const id = await planned(o, { capacity: 10 })
  const answers = await Promise.all(o.people.map((personId) => at(o).signUp({ id, personId })))
  assert.equal(answers.filter(({ status }) => status === 'in').length, 10)
  const read = await o.as(o.worker).call(gatherings).readGathering({ id })
  assert.deepEqual([read.taken, read.waiting], [10, 20])
})

/** One place that was given up: it is offered to who waited, and their sign-up answered. */
async function offeredTo(o: Desk, more: Partial<Asked<typeof gatherings.planGathering>> = {}) {
  const id = await planned(o, { capacity: 1, ...more })
  const first = await at(o).signUp({ id, personId: who(o, 0) })
  const { signUpId } = await at(o).signUp({ id, personId: who(o, 1) })
  await at(o).cancelSignUp({ id, signUpId: first.signUpId })
  return { id, signUpId }
}

test('a place offered is judged as on the day it is taken: strength, health and what else they promised since', async (t) => {
  const o = await open(t)
  const walk = await offeredTo(o, { intensity: 4 })
  await asOwner(o.house, `update person set birth_on = '1945-01-01' where id = $1`, [who(o, 1)])
  await assert.rejects(at(o).takeOffer(walk), { code: 'sign_up.beyond_strength', status: 409, message: /81/ })
  await asOwner(o.house, `update person set birth_on = null, health = '31' where id = $1`, [who(o, 1)])
  await assert.rejects(at(o).takeOffer(walk), { code: 'sign_up.consent_needed', status: 409 })
  const [line] = (await at(o).listSignUps(walk)).items
  assert.deepEqual(
    [line?.status, line?.strength, line?.isWaitingForWord],
    ['offered', 'consent', true],
    'still offered',
  )
  await at(o).consentToChange({ ...walk, consentBy: 'family', companion: '女儿' })
  const hours = { startsAt: '2026-03-10T10:00:00+08:00', endsAt: '2026-03-10T12:00:00+08:00' }
  await asOwner(o.house, `update gathering_sign_up set status = 'waiting', offered_until = null where id = $1`, [
    walk.signUpId,
  ])
  const id = await planned(o, { title: '象棋', ...hours })
  const { signUpId } = await at(o).signUp({ id, personId: who(o, 1) })
  await asOwner(
    o.house,
    `update gathering_sign_up set status = 'offered', offered_until = '2026-03-03T09:00:00+08:00' where id = $1`,
    [walk.signUpId],
  )
  await assert.rejects(at(o).takeOffer(walk), { code: 'sign_up.clash', status: 409, message: /象棋/ })
  await at(o).cancelSignUp({ id, signUpId })
  await at(o).takeOffer(walk)
  assert.deepEqual(await states(o, walk.id), [['赵2', 'in']])
})

test('who has died since is not let in by an offer', async (t) => {
  const o = await open(t)
  const walk = await offeredTo(o)
  await asOwner(o.house, `update person set status = 'moved_out' where id = $1`, [who(o, 1)])
  await assert.rejects(at(o).takeOffer(walk), { code: 'sign_up.not_living', status: 409 })
})

for (const [what, more, code] of [
  ['where nobody signs up', { signUp: 'none' }, 'sign_up.none'],
  ['uninvited', { signUp: 'invited' }, 'sign_up.invited_only'],
  ['after the last day', { signUpUntil: '2026-03-01T09:00:00+08:00' }, 'sign_up.too_late'],
] as const)
  test(`nobody is signed up ${what}`, async (t) => {
    const o = await open(t, 1)
    const id = await planned(o, more)
    await assert.rejects(at(o).signUp({ id, personId: who(o, 0) }), { status: 409, code })
    assert.deepEqual(await states(o, id), [])
  })

test('who was invited answers by signing up or declining', async (t) => {
  const o = await open(t)
  const id = await planned(o, { signUp: 'invited' })
  assert.deepEqual(await at(o).invite({ id, people: [who(o, 0), who(o, 1), who(o, 0)] }), { invited: 2 })
  assert.deepEqual(await at(o).invite({ id, people: [who(o, 0)] }), { invited: 0 })
  await at(o).signUp({ id, personId: who(o, 0), onBehalf: 'family' })
  const second = (await at(o).listSignUps({ id })).items.find(({ personId }) => personId === who(o, 1))
  await at(o).cancelSignUp({ id, signUpId: second?.id ?? '' })
  assert.deepEqual(await states(o, id), [['赵1', 'in']])
  const rows = await asOwner<{ status: string }>(o.house, 'select status from gathering_sign_up order by status')
  assert.deepEqual(
    rows.map(({ status }) => status),
    ['declined', 'in'],
  )
})

test('nobody signs up twice, nor for two things at the same hour', async (t) => {
  const o = await open(t)
  const id = await planned(o)
  const chess = await planned(o, { title: '象棋', startsAt: '2026-03-10T10:00:00+08:00' })
  await at(o).signUp({ id, personId: who(o, 0) })
  await assert.rejects(at(o).signUp({ id, personId: who(o, 0) }), { code: 'sign_up.before' })
  await assert.rejects(at(o).signUp({ id: chess, personId: who(o, 0) }), (error: Error) => /健步走/.test(error.message))
})

test('beyond somebody’s strength: refused in words, or with consent and a companion, which stand on the list', async (t) => {
  const o = await open(t, 2)
  await asOwner(o.house, `update person set birth_on = '1945-01-01' where id = $1`, [who(o, 0)])
  await asOwner(o.house, `update person set birth_on = '1953-01-01' where id = $1`, [who(o, 1)])
  const id = await planned(o, { intensity: 4 })
  await assert.rejects(at(o).signUp({ id, personId: who(o, 0) }), { code: 'sign_up.beyond_strength', message: /81/ })
  assert.equal((await at(o).judgeSignUp({ id, personId: who(o, 1) })).outcome, 'consent')
  await assert.rejects(at(o).signUp({ id, personId: who(o, 1) }), { code: 'sign_up.consent_needed' })
  await at(o).signUp({ id, personId: who(o, 1), consentBy: 'family', companion: '女儿' })
  const [line] = (await at(o).listSignUps({ id })).items
  assert.deepEqual([line?.strength, line?.consentBy, line?.companion], ['consent', 'family', '女儿'])
})

test('a neighbour’s worker sees how many are signed up, not who, and cannot act for them', async (t) => {
  const o = await open(t)
  const id = await planned(o)
  const { signUpId } = await at(o).signUp({ id, personId: who(o, 0) })
  const neighbour = o.as(await o.hire({ role: 'community_worker', place: PLACES.xinyuan })).call(contract)
  assert.deepEqual(await neighbour.listSignUps({ id }), { items: [], others: 1 })
  await assert.rejects(neighbour.cancelSignUp({ id, signUpId }), { status: 404 })
  await assert.rejects(neighbour.signUp({ id, personId: who(o, 1) }), { status: 404 })
})

test('the deceased are not signed up', async (t) => {
  const o = await open(t, 1)
  await asOwner(o.house, `update person set status = 'deceased' where id = $1`, [who(o, 0)])
  const id = await planned(o)
  await assert.rejects(at(o).signUp({ id, personId: who(o, 0) }), { code: 'sign_up.not_living' })
})
