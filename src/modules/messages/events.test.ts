import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { routes as gatheringRoutes } from '#modules/gatherings/index.ts'
import { gatheringDesk, planned } from '#test/office/desks/gatherings.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { contract } from './contract.ts'
import { remindOfTomorrow } from './events.ts'
import { listeners, routes } from './index.ts'

type Desk = Office & { worker: Worker; people: string[]; gathering: string }

async function open(t: TestContext, capacity: number | null = null): Promise<Desk> {
  const o = await office({ rooms: [...routes, ...gatheringRoutes], listeners })
  t.after(() => o.close())
  const worker = await o.hire({ role: 'community_worker', place: PLACES.guangchang })
  const people = await o.act(async (ctx) => [
    await settle(ctx, { name: '赵桂英', place: PLACES.guangchang }),
    await settle(ctx, { name: '钱守义', place: PLACES.guangchang }),
  ])
  const gathering = await planned(o, worker, { capacity })
  return Object.assign(o, { worker, people, gathering })
}

const texts = async (o: Desk) => {
  await o.deliver()
  const { items } = await o.as(o.worker).call(contract).listMessages({})
  return items.map(({ name, template, text }) => [name, template, text])
}
const signUp = (o: Desk, n: number) =>
  gatheringDesk(o, o.worker).signUp({ id: o.gathering, personId: o.people[n] ?? '' })

test('who is invited is told when and where', async (t) => {
  const o = await open(t)
  await gatheringDesk(o, o.worker).invite({ id: o.gathering, people: [o.people[0] ?? ''] })
  assert.deepEqual(await texts(o), [
    [
      '赵桂英',
      'gathering.invited',
      '赵桂英同志：邀请您参加“健步走”，时间3月10日09:00，地点北广场。是否参加请告诉社区工作人员。',
    ],
  ])
})

test('who waited is told that a place has become free, and until when', async (t) => {
  const o = await open(t, 1)
  const { signUpId } = await signUp(o, 0)
  o.clock.pass(1)
  await signUp(o, 1)
  await gatheringDesk(o, o.worker).cancelSignUp({ id: o.gathering, signUpId })
  const [line] = await texts(o)
  assert.deepEqual(line?.slice(0, 2), ['钱守义', 'gathering.offered'])
  assert.match(String(line?.[2]), /请在3月3日09:01前确认/)
  assert.equal((await texts(o)).length, 1)
})

test('who signed up is told that it is cancelled, and why', async (t) => {
  const o = await open(t)
  await signUp(o, 0)
  await signUp(o, 1)
  await gatheringDesk(o, o.worker).cancelGathering({ id: o.gathering, reason: '大风降温' })
  const lines = (await texts(o)).filter(([, template]) => template === 'gathering.cancelled')
  assert.equal(lines.length, 2)
  assert.match(String(lines[0]?.[2]), /原定3月10日09:00的“健步走”取消，原因：大风降温/)
})

test('the day before, those who have a place are reminded once', async (t) => {
  const o = await open(t)
  await signUp(o, 0)
  assert.equal(await o.act(remindOfTomorrow), 0)
  o.clock.set('2026-03-09T09:30:00+08:00')
  await o.act(remindOfTomorrow)
  await o.act(remindOfTomorrow)
  const lines = (await texts(o)).filter(([, template]) => template === 'gathering.tomorrow')
  assert.deepEqual(
    lines.map(([name]) => name),
    ['赵桂英'],
  )
})

test('what waits for somebody is withheld when they die or are erased', async (t) => {
  const o = await open(t)
  await signUp(o, 0)
  await signUp(o, 1)
  await gatheringDesk(o, o.worker).cancelGathering({ id: o.gathering, reason: '大风降温' })
  await o.deliver()
  await o.act(async (ctx) => ctx.emit({ type: 'people.died', data: { id: o.people[0] } }))
  await o.act(async (ctx) => ctx.emit({ type: 'people.erased', data: { ids: [o.people[1]] } }))
  await o.deliver()
  const { items } = await o.as(o.worker).call(contract).listMessages({})
  assert.deepEqual(
    items.map(({ name, status, why }) => [name, status, why]).toSorted((a, b) => (String(a) < String(b) ? -1 : 1)),
    [
      ['赵桂英', 'withheld', 'not_living'],
      ['钱守义', 'withheld', 'erased'],
    ],
  )
})
