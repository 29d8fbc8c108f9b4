import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { routes as messageRoutes } from '#modules/messages/index.ts'
import { groupWith } from '#test/office/desks/group.ts'
import { logOf } from '#test/office/desks/messages.ts'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { routes } from '../../index.ts'
import { contract } from './contract.ts'

type Desk = Office & { worker: Worker; group: string; people: string[] }

async function open(t: TestContext): Promise<Desk> {
  const o = await office({ rooms: [...routes, ...messageRoutes] })
  t.after(() => o.close())
  const worker = await o.hire({ role: 'community_worker', place: PLACES.guangchang })
  const { id, people } = await groupWith(o, worker, { count: 2 })
  return Object.assign(o, { worker, group: id, people })
}
const at = (o: Desk, worker = o.worker) => o.as(worker).call(contract)
const first = async (o: Desk) => (await at(o).listMembers({ id: o.group })).items[0]

test('people join and leave freely; both days stay, and who comes back has two memberships', async (t) => {
  const o = await open(t)
  const member = await first(o)
  await at(o).leaveGroup({ id: o.group, memberId: member?.id ?? '', on: '2025-06-01', reason: '照看孙辈' })
  const personId = member?.personId ?? ''
  await assert.rejects(at(o).joinGroup({ id: o.group, personId, on: '2025-05-01' }), { code: 'groups.wrong_day' })
  await at(o).joinGroup({ id: o.group, personId, on: '2026-03-01', onBehalf: 'family' })
  const { items } = await at(o).listMembers({ id: o.group })
  const theirs = items.filter((one) => one.personId === personId)
  assert.deepEqual(
    theirs.map(({ joinedOn, leftOn, onBehalf, by }) => [joinedOn, leftOn, onBehalf, by]),
    [
      ['2026-03-01', null, 'family', o.worker.name],
      ['2024-01-01', '2025-06-01', 'clerk', o.worker.name],
    ],
  )
})

test('nobody joins twice, also when many sign them on at once, nor after their death, nor before the group was', async (t) => {
  const o = await open(t)
  const newcomer = await o.act((ctx) => settle(ctx, { name: '新成员', place: PLACES.guangchang }))
  const join = (personId: string, on = '2026-03-01') => at(o).joinGroup({ id: o.group, personId, on })
  await assert.rejects(join(newcomer, '2023-12-31'), { code: 'groups.wrong_day' })
  const tries = await Promise.allSettled(Array.from({ length: 6 }, () => join(newcomer)))
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
  await asOwner(o.house, `update person set status = 'deceased' where id = $1`, [newcomer])
  const dead = await o.act((ctx) => settle(ctx, { status: 'deceased', place: PLACES.guangchang }))
  await assert.rejects(join(dead), { code: 'groups.not_living' })
})

test('a neighbour’s worker sees how many there are, not who, and signs on only their own', async (t) => {
  const o = await open(t)
  const neighbour = await o.hire({ role: 'community_worker', place: PLACES.xinyuan })
  assert.deepEqual(await at(o, neighbour).listMembers({ id: o.group }), { items: [], others: 2 })
  const member = await first(o)
  const leave = { id: o.group, memberId: member?.id ?? '', on: '2026-03-01', reason: null }
  await assert.rejects(at(o, neighbour).leaveGroup(leave), { status: 404 })
  const theirs = await o.act((ctx) => settle(ctx, { name: '邻居', place: PLACES.xinyuan }))
  await at(o, neighbour).joinGroup({ id: o.group, personId: theirs, on: '2026-03-01' })
  assert.equal((await at(o, neighbour).listMembers({ id: o.group })).items[0]?.name, '邻居')
})

test('those of the place who like the same are invited, once, and members are not', async (t) => {
  const o = await open(t)
  await assert.rejects(at(o).inviteByInterest({ id: o.group }), { code: 'groups.nobody_to_invite' })
  await o.act(async (ctx) => {
    await settle(ctx, { name: '赵桂英', place: PLACES.guangchang })
    await settle(ctx, { name: '李秀兰', place: PLACES.xinyuan })
  })
  await asOwner(o.house, `update person set interests = '{书法,象棋}'`)
  assert.deepEqual(await at(o).inviteByInterest({ id: o.group }), { sms: 0, paper: 1, withheld: 0 })
  assert.deepEqual(await at(o).inviteByInterest({ id: o.group }), { sms: 0, paper: 0, withheld: 0 })
  const [line] = (await logOf(o, o.worker)).items
  assert.match(line?.text ?? '', /^赵桂英同志：“广场社区书法小组”已经成立/)
})

test('a reader sees ages of nobody and signs nobody on', async (t) => {
  const o = await open(t)
  await asOwner(o.house, `update person set birth_on = '1950-01-01'`)
  assert.equal((await first(o))?.age, 76)
  const reader = await o.hire({ role: 'reader' })
  const { items } = await at(o, reader).listMembers({ id: o.group })
  assert.deepEqual([items.length, items[0]?.age], [2, null])
  await assert.rejects(at(o, reader).joinGroup({ id: o.group, personId: o.people[0] ?? '', on: '2026-03-01' }), {
    status: 403,
  })
})
