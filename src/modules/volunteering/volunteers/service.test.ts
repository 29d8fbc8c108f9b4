import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { addPlace } from '#modules/places/index.ts'
import { asOwner, tracesOf } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { listeners, routes } from '../index.ts'
import { contract as posts } from '../posts/contract.ts'
import { contract as teams } from '../teams/contract.ts'
import { contract } from './contract.ts'
import { volunteerOf } from './index.ts'

type Desk = Office & { worker: Worker; people: string[] }

async function open(t: TestContext): Promise<Desk> {
  const o = await office({ rooms: routes, listeners })
  t.after(() => o.close())
  const worker = await o.hire({ role: 'community_worker', place: PLACES.guangchang })
  const people: string[] = []
  for (const name of ['王秀英', '李国强', '赵明'])
    people.push(await o.act((ctx) => settle(ctx, { name, place: PLACES.guangchang })))
  return Object.assign(o, { worker, people })
}

const at = (o: Desk, worker: Pick<Worker, 'token'> = o.worker) => o.as(worker).call(contract)
const who = (o: Desk, n: number) => o.people[n] ?? ''

test('somebody becomes a volunteer with a number of the county, and is found by place, skill and name', async (t) => {
  const o = await open(t)
  const facts = { skills: ['medical', 'talking'], times: ['mon_am'], elderKind: 'expert', note: '退休护士' } as const
  const { number } = await at(o).registerVolunteer({
    personId: who(o, 0),
    ...facts,
    skills: [...facts.skills],
    times: [...facts.times],
  })
  assert.equal(number, '371424000001')
  const one = await at(o).readVolunteer({ personId: who(o, 0) })
  assert.deepEqual(
    [one.name, one.skills, one.times, one.elderKind, one.weekMinutes, one.note],
    ['王秀英', ['medical', 'talking'], ['mon_am'], 'expert', 360, '退休护士'],
  )
  for (const [asked, total] of [
    [{}, 1],
    [{ skill: 'medical' }, 1],
    [{ skill: 'repair' }, 0],
    [{ elderKind: 'expert' }, 1],
    [{ under: PLACES.xinyuan }, 0],
    [{ q: '秀英' }, 1],
    [{ q: '000001' }, 1],
  ] as const)
    assert.equal((await at(o).listVolunteers(asked)).total, total, JSON.stringify(asked))
  assert.equal((await o.act((ctx) => volunteerOf(ctx, who(o, 0))))?.number, number)
  assert.equal(await o.act((ctx) => volunteerOf(ctx, who(o, 1))), null)
})

test('numbers are given once each, however many register at once, and nobody is registered twice', async (t) => {
  const o = await open(t)
  const given = await Promise.all(o.people.map((personId) => at(o).registerVolunteer({ personId })))
  assert.deepEqual(given.map(({ number }) => number).sort(), ['371424000001', '371424000002', '371424000003'])
  const before = await tracesOf(o.house)
  await assert.rejects(at(o).registerVolunteer({ personId: who(o, 0) }), { code: 'volunteers.registered_before' })
  assert.deepEqual(await tracesOf(o.house), before)
})

test('facts are put right by whoever saw them last', async (t) => {
  const o = await open(t)
  await at(o).registerVolunteer({ personId: who(o, 0) })
  await at(o).changeVolunteer({ personId: who(o, 0), version: 1, skills: ['repair'], weekMinutes: 120 })
  const one = await at(o).readVolunteer({ personId: who(o, 0) })
  assert.deepEqual([one.skills, one.weekMinutes, one.version], [['repair'], 120, 2])
  await assert.rejects(at(o).changeVolunteer({ personId: who(o, 0), version: 1 }), {
    code: 'volunteers.changed_meanwhile',
  })
})

async function withTies(o: Desk): Promise<void> {
  const bureau = await o.hire()
  const { teamId } = await o
    .as(bureau)
    .call(teams)
    .foundTeam({ kind: 'team', name: '巡逻队', placeCode: PLACES.guangchang })
  await o
    .as(bureau)
    .call(teams)
    .joinTeam({ id: teamId, personId: who(o, 0) })
  const { code } = await o.act((ctx) => addPlace(ctx, { under: PLACES.guangchang, level: 'building', name: '1号楼' }))
  const { postId } = await o.as(bureau).call(posts).openPost({ kind: 'building_head', placeCode: code })
  await o
    .as(bureau)
    .call(posts)
    .claimPost({ id: postId, personId: who(o, 0) })
}

for (const [how, leave] of [
  ['leaves', async (o: Desk) => at(o).leaveVolunteering({ personId: who(o, 0), reason: '随子女迁居' })],
  [
    'dies',
    async (o: Desk) => {
      const told = { type: 'people.died', data: { id: who(o, 0), on: null } }
      await o.act(async (ctx) => ctx.emit(told))
      await o.deliver()
      return o.deliver()
    },
  ],
] as const)
  test(`who ${how} is in no team and holds no post any more`, async (t) => {
    const o = await open(t)
    await at(o).registerVolunteer({ personId: who(o, 0) })
    await withTies(o)
    o.clock.pass(3 * 24 * 60)
    await leave(o)
    o.clock.pass(24 * 60)
    const one = await at(o).readVolunteer({ personId: who(o, 0) })
    assert.deepEqual([one.teams, one.posts, one.can.leave], [[], [], false])
    assert.equal(one.leftOn, '2026-03-05')
    assert.equal((await at(o).listVolunteers({})).total, 0)
    assert.equal((await at(o).listVolunteers({ left: true })).total, 1)
  })

test('who left may come back under the number they had', async (t) => {
  const o = await open(t)
  const { number } = await at(o).registerVolunteer({ personId: who(o, 0) })
  await at(o).leaveVolunteering({ personId: who(o, 0), reason: '养病' })
  await assert.rejects(at(o).leaveVolunteering({ personId: who(o, 0), reason: '养病' }), {
    code: 'volunteers.has_left',
  })
  assert.equal((await at(o).registerVolunteer({ personId: who(o, 0) })).number, number)
})

test('the deceased are not registered, and neighbours’ people are not found', async (t) => {
  const o = await open(t)
  await asOwner(o.house, `update person set status = 'deceased' where id = $1`, [who(o, 0)])
  await assert.rejects(at(o).registerVolunteer({ personId: who(o, 0) }), { code: 'volunteers.not_living' })
  const neighbour = await o.hire({ role: 'community_worker', place: PLACES.xinyuan })
  await assert.rejects(at(o, neighbour).registerVolunteer({ personId: who(o, 1) }), { status: 404 })
  const reader = await o.hire({ role: 'reader' })
  await assert.rejects(at(o, reader).registerVolunteer({ personId: who(o, 1) }), { status: 403 })
})
