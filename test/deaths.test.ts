import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { contract as groups } from '#modules/activities/groups/contract.ts'
import { contract as groupMembers } from '#modules/activities/groups/members/contract.ts'
import { listeners as groupListeners, routes as groupRoutes } from '#modules/activities/index.ts'
import { contract as sheet } from '#modules/gatherings/attendance/contract.ts'
import { contract as gatherings } from '#modules/gatherings/contract.ts'
import { listeners as gatheringListeners, routes as gatheringRoutes } from '#modules/gatherings/index.ts'
import { addPlace } from '#modules/places/index.ts'
import { listeners, routes } from '#modules/volunteering/index.ts'
import { contract as needs } from '#modules/volunteering/needs/contract.ts'
import { contract as posts } from '#modules/volunteering/posts/contract.ts'
import { contract as checking } from '#modules/volunteering/shifts/checking/contract.ts'
import { contract as confirming } from '#modules/volunteering/shifts/confirming/contract.ts'
import { contract as shifts } from '#modules/volunteering/shifts/contract.ts'
import { contract as turns } from '#modules/volunteering/shifts/turns/contract.ts'
import { contract as teams } from '#modules/volunteering/teams/contract.ts'
import { contract as volunteers } from '#modules/volunteering/volunteers/contract.ts'
import { recordDoors, recordRoutes, register } from './office/bank.ts'
import { groupOf } from './office/desks/group.ts'
import { type Office, office, PLACES, type Worker } from './office.ts'

type Desk = Office & { clerk: Worker; second: Worker; bureau: Worker; wang: string; li: string; zhao: string }

/** 王秀英 and 李国强 volunteer in 广场社区, where 赵桂英 lives too. */
async function open(t: TestContext): Promise<Desk> {
  const o = await office({
    rooms: [...routes, ...gatheringRoutes, ...groupRoutes, recordRoutes],
    listeners: [...listeners, ...gatheringListeners, ...groupListeners],
  })
  t.after(() => o.close())
  const post = { role: 'community_worker', place: PLACES.guangchang } as const
  const [clerk, second, bureau] = [await o.hire(post), await o.hire({ ...post, name: '吴静' }), await o.hire()]
  const [wang = '', li = '', zhao = ''] = await register(o, ['王秀英', '李国强', '赵桂英'])
  const desk = o.as(clerk).call(volunteers)
  for (const personId of [wang, li]) await desk.registerVolunteer({ personId })
  return Object.assign(o, { clerk, second, bureau, wang, li, zhao })
}

const at = (o: Desk, worker = o.clerk) => {
  const as = o.as(worker)
  return {
    ...as.call(shifts),
    ...as.call(turns),
    ...as.call(checking),
    ...as.call(confirming),
    ...as.call(needs),
    ...as.call(volunteers),
    ...as.call(recordDoors),
  }
}

const visit = { title: '看望独居老人', task: 'company', placeCode: PLACES.guangchang, capacity: 1 } as const
const TENTH = { startsAt: '2026-03-10T09:00:00+08:00', endsAt: '2026-03-10T11:00:00+08:00' }
type Shift = Parameters<ReturnType<typeof at>['publishShift']>[0]

async function shift(o: Desk, more: Partial<Shift> = {}): Promise<string> {
  return (await at(o).publishShift({ ...visit, ...TENTH, ...more })).ids[0] ?? ''
}
const turnsOf = async (o: Desk, id: string) =>
  (await at(o).readShift({ id })).turns.map(({ personId, status, isOffered }) => [personId, status, isOffered])

async function dies(o: Desk, id: string, diedOn?: string): Promise<void> {
  await at(o).recordDeath({ id, values: diedOn ? { diedOn } : {} })
  await o.deliver()
}
async function comesBack(o: Desk, id: string): Promise<void> {
  await at(o).restoreLife({ id, reason: '同名，登记错了' })
  await o.deliver()
}

test('who died has no turn to come: the place is offered to who waits', async (t) => {
  const o = await open(t)
  const id = await shift(o)
  await at(o).claimTurn({ id, personId: o.wang })
  await at(o).claimTurn({ id, personId: o.li })
  await dies(o, o.wang)
  assert.deepEqual(
    new Set(await turnsOf(o, id)),
    new Set([
      [o.wang, 'cancelled', false],
      [o.li, 'waiting', true],
    ]),
  )
})

test('a need waits for somebody else when its helper dies, with the reason; with a shift, the shift stands', async (t) => {
  const o = await open(t)
  const raised = async () => {
    const { needId: id } = await at(o).raiseNeed({ kind: 'company', words: '请人陪着说说话', personId: o.zhao })
    await at(o).acceptNeed({ id })
    await at(o).matchNeed({ id, helperId: o.wang })
    return id
  }
  const [alone, planned] = [await raised(), await raised()]
  const id = await shift(o, { needId: planned })
  await dies(o, o.wang)
  const one = await at(o).readNeed({ id: alone })
  assert.deepEqual([one.status, one.helper, one.steps.at(-1)?.note], ['accepted', null, '志愿者离世，请另派人'])
  const other = await at(o).readNeed({ id: planned })
  assert.deepEqual([other.status, other.helper, other.shiftId], ['in_service', null, id])
  await at(o).claimTurn({ id, personId: o.li })
})

test('what somebody who died asked for ends, and who was to come is told', async (t) => {
  const o = await open(t)
  const raised = async () =>
    (await at(o).raiseNeed({ kind: 'company', words: '请人陪着说说话', personId: o.zhao })).needId
  const [waiting, planned, done] = [await raised(), await raised(), await raised()]
  for (const id of [planned, done]) await at(o).acceptNeed({ id })
  const id = await shift(o, { needId: planned })
  await at(o).claimTurn({ id, personId: o.li })
  await at(o).matchNeed({ id: done, helperId: o.li })
  await at(o).beginNeed({ id: done })
  await at(o).serveNeed({ id: done })
  await dies(o, o.zhao)
  const stands = async (need: string) => (await at(o).readNeed({ id: need })).status
  assert.deepEqual(
    [await stands(waiting), await stands(planned), await stands(done)],
    ['withdrawn', 'withdrawn', 'closed'],
  )
  const { status, gatheringId } = await at(o).readShift({ id })
  assert.equal(status, 'cancelled')
  assert.equal((await o.as(o.clerk).call(gatherings).readGathering({ id: gatheringId })).reason, '服务对象离世')
  assert.deepEqual(
    (await turnsOf(o, id)).map(([, state]) => state),
    ['cancelled'],
  )
})

test('what was done for somebody before their death is confirmed after it, and earns', async (t) => {
  const o = await open(t)
  const { needId } = await at(o).raiseNeed({ kind: 'company', words: '请人陪着说说话', personId: o.zhao })
  await at(o).acceptNeed({ id: needId })
  const id = await shift(o, { needId })
  const { turnId } = await at(o).claimTurn({ id, personId: o.li })
  o.clock.set(TENTH.startsAt)
  await at(o).checkIn({ id: turnId })
  o.clock.set('2026-03-10T10:00:00+08:00')
  await dies(o, o.zhao, '2026-03-10')
  o.clock.set(TENTH.endsAt)
  await at(o).checkOut({ id: turnId })
  await at(o).confirmTurn({ id: turnId })
  assert.equal((await at(o).readNeed({ id: needId })).status, 'served')
})

test('nobody serves after their death, and what they served before it is not lost', async (t) => {
  const o = await open(t)
  const [before, began, after] = [
    await shift(o),
    await shift(o, { startsAt: '2026-03-11T09:00:00+08:00', endsAt: '2026-03-11T11:00:00+08:00' }),
    await shift(o, { startsAt: '2026-03-12T09:00:00+08:00', endsAt: '2026-03-12T11:00:00+08:00' }),
  ]
  const ids: string[] = []
  for (const id of [before, began, after]) ids.push((await at(o).claimTurn({ id, personId: o.wang })).turnId)
  const [served = '', started = '', late = ''] = ids
  o.clock.set(TENTH.startsAt)
  await at(o).checkIn({ id: served })
  o.clock.set(TENTH.endsAt)
  await at(o).checkOut({ id: served })
  o.clock.set('2026-03-11T09:00:00+08:00')
  await at(o).checkIn({ id: started })
  o.clock.set('2026-03-12T09:00:00+08:00')
  await at(o).checkIn({ id: late })
  await dies(o, o.wang, '2026-03-11')
  for (const id of [started, late])
    await assert.rejects(at(o).checkOut({ id }), { code: 'shifts.had_died', status: 409 })
  o.clock.set('2026-03-12T12:00:00+08:00')
  await at(o).confirmTurn({ id: served })
  const entered = (id: string, day: string) =>
    at(o).enterLate({
      id,
      personId: o.wang,
      from: `${day}T09:00:00+08:00`,
      to: `${day}T10:00:00+08:00`,
      reason: '签退以前离世',
    })
  await assert.rejects(entered(after, '2026-03-12'), { code: 'shifts.had_died' })
  await entered(began, '2026-03-11')
  await at(o, o.second).approveLate({ id: started })
  await at(o).confirmTurn({ id: started })
})

test('of confirming and recording a death at one moment, every service of their life has its record', async (t) => {
  const o = await open(t)
  const id = await shift(o)
  const { turnId } = await at(o).claimTurn({ id, personId: o.wang })
  o.clock.set(TENTH.startsAt)
  await at(o).checkIn({ id: turnId })
  o.clock.set(TENTH.endsAt)
  await at(o).checkOut({ id: turnId })
  const [confirmed] = await Promise.allSettled([at(o).confirmTurn({ id: turnId }), dies(o, o.wang, '2026-03-10')])
  assert.equal(confirmed.status, 'fulfilled')
  assert.deepEqual(
    (await turnsOf(o, id)).map(([, state]) => state),
    ['confirmed'],
  )
})

test('nobody attends what began after their death', async (t) => {
  const o = await open(t)
  const walk = { kind: 'activity', title: '健步走', placeCode: PLACES.guangchang, ...TENTH } as const
  const later = { ...walk, title: '合唱', startsAt: '2026-03-12T09:00:00+08:00', endsAt: '2026-03-12T11:00:00+08:00' }
  const calendar = o.as(o.clerk).call(gatherings)
  const [id = ''] = (await calendar.planGathering(walk)).ids
  const [next = ''] = (await calendar.planGathering(later)).ids
  o.clock.set('2026-03-12T12:00:00+08:00')
  await dies(o, o.wang, '2026-03-11')
  const mark = (gathering: string, state: 'present' | 'excused') =>
    o
      .as(o.clerk)
      .call(sheet)
      .markAttendance({ id: gathering, marks: [{ personId: o.wang, state, way: 'walk_in' }] })
  await assert.rejects(mark(next, 'present'), { code: 'attendance.not_living', status: 422 })
  assert.deepEqual(await mark(next, 'excused'), { marked: 1 })
  const correct = { id: next, personId: o.wang, state: 'present', reason: '看错了' } as const
  await assert.rejects(o.as(o.clerk).call(sheet).correctAttendance(correct), { status: 409 }, 'not closed yet')
  assert.deepEqual(await mark(id, 'present'), { marked: 1 })
})

async function withTies(o: Desk) {
  const { code } = await o.act((ctx) => addPlace(ctx, { under: PLACES.guangchang, level: 'building', name: '1号楼' }))
  const desk = o.as(o.bureau)
  const { teamId } = await desk
    .call(teams)
    .foundTeam({ kind: 'team', name: '助餐服务队', placeCode: PLACES.guangchang })
  await desk.call(teams).joinTeam({ id: teamId, personId: o.wang, role: 'leader' })
  const { postId } = await desk.call(posts).openPost({ kind: 'building_head', placeCode: code })
  await desk.call(posts).claimPost({ id: postId, personId: o.wang, consentBy: 'self' })
  const { id: groupId } = await o.as(o.clerk).call(groups).foundGroup(groupOf({}))
  await o.as(o.clerk).call(groupMembers).joinGroup({ id: groupId, personId: o.wang, on: '2026-03-02' })
  return { teamId, postId, groupId }
}

test('a death taken back gives back registration, team, post and group', async (t) => {
  const o = await open(t)
  const { groupId } = await withTies(o)
  const before = await at(o).readVolunteer({ personId: o.wang })
  assert.deepEqual([before.teams.length, before.posts.length], [1, 1])
  o.clock.pass(3 * 24 * 60)
  await dies(o, o.wang, '2026-03-04')
  o.clock.pass(24 * 60)
  const gone = await at(o).readVolunteer({ personId: o.wang })
  assert.deepEqual([gone.leftReason, gone.teams, gone.posts], ['离世', [], []])
  await comesBack(o, o.wang)
  const back = await at(o).readVolunteer({ personId: o.wang })
  assert.deepEqual([back.leftOn, back.leftReason, back.teams, back.posts], [null, null, before.teams, before.posts])
  const [member] = (await o.as(o.clerk).call(groupMembers).listMembers({ id: groupId })).items
  assert.deepEqual([member?.joinedOn, member?.leftOn, member?.reason], ['2026-03-02', null, null])
})

test('what somebody else has since, and what had ended before, does not come back, and says why', async (t) => {
  const o = await open(t)
  const { teamId, postId, groupId } = await withTies(o)
  const desk = o.as(o.bureau)
  const { items } = await o.as(o.clerk).call(groupMembers).listMembers({ id: groupId })
  const leave = { id: groupId, memberId: items[0]?.id ?? '', on: '2026-03-02', reason: '养病' }
  await o.as(o.clerk).call(groupMembers).leaveGroup(leave)
  o.clock.pass(3 * 24 * 60)
  await dies(o, o.wang)
  o.clock.pass(24 * 60)
  await desk.call(posts).claimPost({ id: postId, personId: o.li, consentBy: 'self' })
  await desk.call(teams).joinTeam({ id: teamId, personId: o.li, role: 'leader' })
  await comesBack(o, o.wang)
  const back = await at(o).readVolunteer({ personId: o.wang })
  assert.deepEqual([back.leftOn, back.teams, back.posts], [null, [], []])
  const { holdings } = await desk.call(posts).readPost({ id: postId })
  assert.equal(holdings.find((one) => one.personId === o.wang)?.reason, '离世登记已撤销，没有恢复：岗位已由他人担任')
  const [member] = (await o.as(o.clerk).call(groupMembers).listMembers({ id: groupId })).items
  assert.equal(member?.reason, '养病')
})
