import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { tracesOf } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { routes } from '../index.ts'
import { contract as volunteers } from '../volunteers/contract.ts'
import { contract } from './contract.ts'
import { teamOf } from './index.ts'

type Desk = Office & { worker: Worker; people: string[]; corps: string; team: string }

async function open(t: TestContext): Promise<Desk> {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  const worker = await o.hire({ role: 'street_staff', place: PLACES.xingtong })
  const people: string[] = []
  for (const name of ['王秀英', '李国强', '赵明']) {
    const personId = await o.act((ctx) => settle(ctx, { name, place: PLACES.guangchang }))
    await o.as(worker).call(volunteers).registerVolunteer({ personId })
    people.push(personId)
  }
  const call = o.as(worker).call(contract)
  const corps = await call.foundTeam({ kind: 'corps', name: '邢侗街道银龄服务团', placeCode: PLACES.xingtong })
  const below = { parentId: corps.teamId, placeCode: PLACES.guangchang, fields: ['meals' as const] }
  const team = await call.foundTeam({ kind: 'team', name: '广场助餐队', ...below })
  return Object.assign(o, { worker, people, corps: corps.teamId, team: team.teamId })
}

const at = (o: Desk, worker: Pick<Worker, 'token'> = o.worker) => o.as(worker).call(contract)
const who = (o: Desk, n: number) => o.people[n] ?? ''

test('a corps holds teams, a team its members; each person counts once', async (t) => {
  const o = await open(t)
  await at(o).joinTeam({ id: o.team, personId: who(o, 0), role: 'leader' })
  await at(o).joinTeam({ id: o.team, personId: who(o, 1) })
  await at(o).joinTeam({ id: o.corps, personId: who(o, 0), role: 'leader' })
  const { items } = await at(o).listTeams({})
  assert.deepEqual(
    items.map(({ name, kind, leader, members }) => [name, kind, leader, members]),
    [
      ['邢侗街道银龄服务团', 'corps', '王秀英', 2],
      ['广场助餐队', 'team', '王秀英', 2],
    ],
  )
  const team = await at(o).readTeam({ id: o.team })
  assert.deepEqual(
    [team.parent, team.members.map(({ name, role }) => [name, role])],
    [
      '邢侗街道银龄服务团',
      [
        ['王秀英', 'leader'],
        ['李国强', 'member'],
      ],
    ],
  )
  const teams = await o.act((ctx) => teamOf(ctx, who(o, 1)))
  assert.deepEqual(teams, [{ id: o.team, name: '广场助餐队', role: 'member' }])
})

test('of many who join at once each stands in the team once, and one leads it', async (t) => {
  const o = await open(t)
  const tries = [0, 0, 1, 1, 2, 2].map((n) => at(o).joinTeam({ id: o.team, personId: who(o, n), role: 'leader' }))
  const done = await Promise.allSettled(tries)
  assert.equal(done.filter(({ status }) => status === 'fulfilled').length, 1)
  assert.equal((await at(o).readTeam({ id: o.team })).members.length, 1)
})

test('roles are dated: who led before stands among those of before', async (t) => {
  const o = await open(t)
  const first = await at(o).joinTeam({ id: o.team, personId: who(o, 0), role: 'leader' })
  const second = await at(o).joinTeam({ id: o.team, personId: who(o, 1) })
  o.clock.pass(30 * 24 * 60)
  const lead = { id: o.team, memberId: second.memberId, role: 'leader' } as const
  await assert.rejects(at(o).giveRole(lead), { code: 'teams.leader_there' })
  await at(o).giveRole({ id: o.team, memberId: first.memberId, role: 'deputy' })
  await at(o).giveRole(lead)
  const team = await at(o).readTeam({ id: o.team })
  assert.deepEqual(
    team.members.map(({ name, role, sinceOn }) => [name, role, sinceOn]),
    [
      ['李国强', 'leader', '2026-04-01'],
      ['王秀英', 'deputy', '2026-04-01'],
    ],
  )
  assert.deepEqual(
    team.former.map(({ name, role, untilOn }) => [name, role, untilOn]),
    [
      ['王秀英', 'leader', '2026-04-01'],
      ['李国强', 'member', '2026-04-01'],
    ],
  )
})

test('a role given by mistake is put right the same day without a trace of days', async (t) => {
  const o = await open(t)
  const { memberId } = await at(o).joinTeam({ id: o.team, personId: who(o, 0) })
  await at(o).giveRole({ id: o.team, memberId, role: 'deputy' })
  const team = await at(o).readTeam({ id: o.team })
  assert.deepEqual([team.members.map(({ role }) => role), team.former], [['deputy'], []])
})

test('who leaves stays to be read with the reason, and may join again', async (t) => {
  const o = await open(t)
  const { memberId } = await at(o).joinTeam({ id: o.team, personId: who(o, 0) })
  o.clock.pass(24 * 60)
  await at(o).leaveTeam({ id: o.team, memberId, reason: '照看孙辈' })
  await assert.rejects(at(o).leaveTeam({ id: o.team, memberId, reason: '照看孙辈' }), { status: 404 })
  await at(o).joinTeam({ id: o.team, personId: who(o, 0) })
  const team = await at(o).readTeam({ id: o.team })
  assert.deepEqual([team.members.length, team.former.map(({ reason }) => reason)], [1, ['照看孙辈']])
})

test('a corps is dissolved after its teams, and nothing is done with what was dissolved', async (t) => {
  const o = await open(t)
  await at(o).joinTeam({ id: o.team, personId: who(o, 0) })
  await assert.rejects(at(o).dissolveTeam({ id: o.corps, reason: '调整' }), { code: 'teams.has_teams' })
  o.clock.pass(24 * 60)
  await at(o).dissolveTeam({ id: o.team, reason: '并入其他队' })
  o.clock.pass(24 * 60)
  assert.equal((await at(o).readTeam({ id: o.team })).members.length, 0)
  await at(o).dissolveTeam({ id: o.corps, reason: '调整' })
  await assert.rejects(at(o).joinTeam({ id: o.team, personId: who(o, 1) }), { code: 'teams.dissolved' })
  assert.deepEqual([(await at(o).listTeams({})).total, (await at(o).listTeams({ dissolved: true })).total], [0, 2])
})

test('what is refused leaves no trace: a second of the name, a team under a team, somebody who is no volunteer', async (t) => {
  const o = await open(t)
  const stranger = await o.act((ctx) => settle(ctx, { name: '钱多', place: PLACES.guangchang }))
  const before = await tracesOf(o.house)
  const facts = { kind: 'team', placeCode: PLACES.guangchang } as const
  await assert.rejects(at(o).foundTeam({ ...facts, name: '广场助餐队' }), { code: 'teams.name_taken' })
  await assert.rejects(at(o).foundTeam({ ...facts, name: '小队', parentId: o.team }), { code: 'teams.not_a_corps' })
  await assert.rejects(at(o).joinTeam({ id: o.team, personId: stranger }), { code: 'volunteers.not_one' })
  assert.deepEqual(await tracesOf(o.house), before)
})

test('a team is changed by who saw it last', async (t) => {
  const o = await open(t)
  const facts = { name: '广场助餐服务队', parentId: o.corps, placeCode: PLACES.guangchang, purpose: '每天送午餐' }
  await at(o).changeTeam({ id: o.team, version: 1, ...facts })
  const team = await at(o).readTeam({ id: o.team })
  assert.deepEqual([team.name, team.purpose, team.version], ['广场助餐服务队', '每天送午餐', 2])
  await assert.rejects(at(o).changeTeam({ id: o.team, version: 1, ...facts }), { code: 'teams.changed_meanwhile' })
})

for (const [who_, post, manages] of [
  ['bureau staff', {}, true],
  ['a worker of the community', { role: 'community_worker', place: PLACES.guangchang }, true],
  ['a worker of another', { role: 'community_worker', place: PLACES.xinyuan }, false],
  ['a liaison', { role: 'unit_liaison' }, false],
  ['a reader', { role: 'reader' }, false],
] as const)
  test(`everybody reads of a team; ${who_} ${manages ? 'changes' : 'does not change'} it`, async (t) => {
    const o = await open(t)
    await at(o).joinTeam({ id: o.team, personId: who(o, 0) })
    const worker = await o.hire(post)
    const team = await at(o, worker).readTeam({ id: o.team })
    assert.equal(team.members.length + team.others, 1)
    assert.equal(team.can.change, manages)
    const [done] = await Promise.allSettled([at(o, worker).dissolveTeam({ id: o.team, reason: '调整' })])
    assert.equal(done?.status === 'fulfilled', manages)
  })
