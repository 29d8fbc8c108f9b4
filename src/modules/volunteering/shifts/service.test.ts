import assert from 'node:assert/strict'
import test from 'node:test'
import { routes as gatheringRoutes } from '#modules/gatherings/index.ts'
import type { Refused } from '#platform/client.ts'
import { tracesOf } from '#test/office/owner.ts'
import { PLACES } from '#test/office.ts'
import {
  calendarDoors,
  deskOf,
  ELEVEN,
  faultsOf,
  NINE,
  newVolunteer,
  published,
  served,
  shiftDesk,
} from '#test/shift-desk.ts'

test('a shift is published once and stands in the list and in the calendar', async (t) => {
  const o = await shiftDesk(t, 1, gatheringRoutes)
  const id = await published(o, { note: '带上血压计' })
  const { items, total } = await deskOf(o).listShifts({ from: NINE, to: ELEVEN })
  assert.deepEqual([total, items[0]?.title, items[0]?.capacity, items[0]?.taken], [1, '看望独居老人', 2, 0])
  const read = await deskOf(o).readShift({ id })
  assert.deepEqual(
    [read.note, read.can],
    ['带上血压计', { claim: true, change: true, cancel: true, keep: true, enterLate: false }],
  )
  assert.match(read.servedCode ?? '', /^\d{6}$/)
  const calendar = await o.as(o.clerk).call(calendarDoors).listGatherings({ kind: 'shift' })
  assert.deepEqual(
    calendar.items.map((one) => one.id),
    [read.gatheringId],
  )
})

test('a team’s plan is published as a series in one act', async (t) => {
  const o = await shiftDesk(t, 1)
  await published(o, { repeat: { every: 'week', times: 4 } })
  const { items } = await deskOf(o).listShifts({})
  assert.deepEqual(
    items.map(({ startsAt }) => startsAt.slice(0, 10)),
    ['2026-03-10', '2026-03-17', '2026-03-24', '2026-03-31'],
  )
})

test('only registered volunteers take a shift; others are told to register', async (t) => {
  const o = await shiftDesk(t, 1)
  const id = await published(o, { openTo: 'invited' })
  const traces = await tracesOf(o.house)
  await assert.rejects(deskOf(o).claimTurn({ id, personId: o.people[0] ?? '' }), { code: 'shifts.not_open_to' })
  assert.deepEqual(await tracesOf(o.house), traces)
  const [personId = ''] = o.people
  const invited = await published(o, { openTo: 'invited', invited: [personId] })
  assert.equal((await deskOf(o).claimTurn({ id: invited, personId })).status, 'claimed')
})

test('a shift that has begun is not claimed, and what is told is what can be done', async (t) => {
  const o = await shiftDesk(t, 1)
  const id = await published(o)
  const [personId = ''] = o.people
  o.clock.set('2026-03-10T09:01:00+08:00')
  await assert.rejects(deskOf(o).claimTurn({ id, personId }), ({ code, words }: Refused) => {
    assert.equal(code, 'shifts.begun')
    assert.match(words.zh, /班次结束后请工作人员补录/)
    return true
  })
  o.clock.set('2026-03-10T11:30:00+08:00')
  await assert.rejects(deskOf(o).claimTurn({ id, personId }), { code: 'shifts.begun' })
  const late = { id, personId, from: NINE, to: ELEVEN, reason: '当天临时去帮忙' }
  assert.ok((await deskOf(o).enterLate(late)).turnId, 'entered afterwards, as the refusal says')
})

test('a shift longer than a day’s work or past midnight is not published', async (t) => {
  const o = await shiftDesk(t, 0)
  for (const endsAt of ['2026-03-10T18:00:00+08:00', '2026-03-11T08:00:00+08:00'])
    await assert.rejects(published(o, { endsAt }), { code: 'shifts.not_one_day' })
})

test('who claims the last place has it; the next waits, and moves up when it is free', async (t) => {
  const o = await shiftDesk(t, 3)
  const id = await published(o, { capacity: 1 })
  const [first = '', second = ''] = o.people
  const one = await deskOf(o).claimTurn({ id, personId: first })
  const two = await deskOf(o).claimTurn({ id, personId: second })
  assert.deepEqual([one.status, two.status], ['claimed', 'waiting'])
  await assert.rejects(deskOf(o).takePlace({ id, turnId: two.turnId }), { code: 'sign_up.not' })
  await deskOf(o).giveUpTurn({ id, turnId: one.turnId })
  assert.equal((await deskOf(o).readShift({ id })).turns.find((turn) => turn.id === two.turnId)?.isOffered, true)
  await deskOf(o).takePlace({ id, turnId: two.turnId })
  const read = await deskOf(o).readShift({ id })
  assert.deepEqual([read.taken, read.turns.find((turn) => turn.id === two.turnId)?.status], [1, 'claimed'])
})

test('of many who claim the last place at once one has it and the others wait', async (t) => {
  const o = await shiftDesk(t, 8)
  const id = await published(o, { capacity: 1 })
  const tries = await Promise.all(o.people.map((personId) => deskOf(o).claimTurn({ id, personId })))
  assert.equal(tries.filter(({ status }) => status === 'claimed').length, 1)
  assert.equal((await deskOf(o).readShift({ id })).taken, 1)
})

test('nobody has two turns at the same time, however quickly both are claimed', async (t) => {
  const o = await shiftDesk(t, 1)
  const [personId = ''] = o.people
  const ids = [await published(o), await published(o, { title: '小区巡逻', task: 'patrol' })]
  const tries = await Promise.allSettled(ids.map((id) => deskOf(o).claimTurn({ id, personId })))
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
  for (const one of tries) if (one.status === 'rejected') assert.equal(one.reason.code, 'shifts.overlap')
})

test('a shift called off takes its turns along, unless somebody served in it', async (t) => {
  const o = await shiftDesk(t, 2)
  const id = await published(o)
  await deskOf(o).claimTurn({ id, personId: o.people[0] ?? '' })
  await deskOf(o).cancelShift({ id, reason: '大雪' })
  const read = await deskOf(o).readShift({ id })
  assert.deepEqual([read.status, read.turns[0]?.status], ['cancelled', 'cancelled'])
  const other = await published(o)
  await served(o, other, o.people[1] ?? '')
  await assert.rejects(deskOf(o).cancelShift({ id: other, reason: '大雪' }), { code: 'shifts.wrong_state' })
  assert.deepEqual(await faultsOf(o), [])
})

test('a neighbouring community reads the shift, but neither the names nor the code, and keeps nothing of it', async (t) => {
  const o = await shiftDesk(t, 1)
  const id = await published(o)
  await deskOf(o).claimTurn({ id, personId: o.people[0] ?? '' })
  const neighbour = await o.hire({ role: 'community_worker', place: PLACES.xinyuan })
  const read = await deskOf(o, neighbour).readShift({ id })
  assert.deepEqual([read.turns, read.others, read.servedCode, read.taken], [[], 1, null, 1])
  await assert.rejects(deskOf(o, neighbour).cancelShift({ id, reason: '不办了' }), { code: 'shifts.outside_area' })
  await assert.rejects(deskOf(o, neighbour).claimTurn({ id, personId: await newVolunteer(o, 9) }), { status: 404 })
})

for (const [role, publishes] of [
  ['street_staff', 200],
  ['unit_liaison', 403],
  ['reader', 403],
  ['audit_administrator', 403],
] as const)
  test(`${role} ${publishes === 200 ? 'publishes' : 'may not publish'} a shift`, async (t) => {
    const o = await shiftDesk(t, 0)
    const worker = await o.hire(role === 'audit_administrator' ? { role } : { role, place: PLACES.xingtong })
    const visit = {
      title: '看望',
      task: 'company',
      placeCode: PLACES.guangchang,
      startsAt: NINE,
      endsAt: ELEVEN,
    } as const
    const status = await deskOf(o, worker)
      .publishShift(visit)
      .then(() => 200)
      .catch((error: { status: number }) => error.status)
    assert.equal(status, publishes)
  })
