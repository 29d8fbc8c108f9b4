import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { tracesOf } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { routes } from '../index.ts'
import { contract as volunteers } from '../volunteers/contract.ts'
import { contract } from './contract.ts'

type Desk = Office & { worker: Worker; people: string[] }

async function open(t: TestContext): Promise<Desk> {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  const worker = await o.hire({ role: 'community_worker', place: PLACES.guangchang })
  const people: string[] = []
  for (const name of ['王秀英', '李国强']) {
    const personId = await o.act((ctx) => settle(ctx, { name, place: PLACES.guangchang }))
    await o.as(worker).call(volunteers).registerVolunteer({ personId })
    people.push(personId)
  }
  return Object.assign(o, { worker, people })
}

const at = (o: Desk, worker: Pick<Worker, 'token'> = o.worker) => o.as(worker).call(contract)
const firstAid = { title: '急救常识', heldOn: '2026-02-20', minutes: 90, placeCode: PLACES.guangchang }

test('a training is recorded with who was there, and stands on each volunteer’s record', async (t) => {
  const o = await open(t)
  const { trainingId: id } = await at(o).recordTraining({ ...firstAid, people: o.people, result: 'passed' })
  const [line] = (await at(o).listTraining({})).items
  assert.deepEqual([line?.title, line?.people, line?.place], ['急救常识', 2, '广场社区'])
  const read = await at(o).readTraining({ id })
  assert.deepEqual([read.trainees.length, read.others, read.trainees[0]?.result], [2, 0, 'passed'])
  const one = await o
    .as(o.worker)
    .call(volunteers)
    .readVolunteer({ personId: o.people[0] ?? '' })
  assert.deepEqual(one.training, [{ id, title: '急救常识', heldOn: '2026-02-20', minutes: 90, result: 'passed' }])
})

test('who was entered by mistake is struck with the reason, no longer counts, and may be entered again', async (t) => {
  const o = await open(t)
  const personId = o.people[0] ?? ''
  const { trainingId: id } = await at(o).recordTraining({ ...firstAid, people: o.people })
  await at(o).strikeTrainee({ id, personId, reason: '同名误登' })
  await assert.rejects(at(o).strikeTrainee({ id, personId, reason: '同名误登' }), { code: 'training.not_there' })
  const read = await at(o).readTraining({ id })
  assert.deepEqual([read.people, read.trainees.find((one) => one.personId === personId)?.struck], [1, '同名误登'])
  assert.deepEqual(await at(o).addTrainees({ id, people: o.people }), { added: 1 })
  assert.deepEqual(await at(o).addTrainees({ id, people: o.people }), { added: 0 })
})

test('the list answers a window of days and a place', async (t) => {
  const o = await open(t)
  await at(o).recordTraining(firstAid)
  for (const [asked, total] of [
    [{ from: '2026-02-20', to: '2026-02-20' }, 1],
    [{ from: '2026-02-21' }, 0],
    [{ under: PLACES.xingtong }, 1],
    [{ under: PLACES.hengyuan }, 0],
  ] as const)
    assert.equal((await at(o).listTraining(asked)).total, total)
})

test('what is still to come, of another area or of somebody who is no volunteer is refused without a trace', async (t) => {
  const o = await open(t)
  const stranger = await o.act((ctx) => settle(ctx, { name: '钱多', place: PLACES.guangchang }))
  const before = await tracesOf(o.house)
  await assert.rejects(at(o).recordTraining({ ...firstAid, heldOn: '2026-03-03' }), { code: 'training.not_yet' })
  await assert.rejects(at(o).recordTraining({ ...firstAid, placeCode: PLACES.xinyuan }), { status: 403 })
  await assert.rejects(at(o).recordTraining({ ...firstAid, people: [stranger] }), { code: 'volunteers.not_one' })
  await assert.rejects(at(o, await o.hire({ role: 'reader' })).recordTraining(firstAid), { status: 403 })
  assert.deepEqual(await tracesOf(o.house), before)
})
