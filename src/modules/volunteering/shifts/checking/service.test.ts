import assert from 'node:assert/strict'
import test from 'node:test'
import { routes as gatheringRoutes } from '#modules/gatherings/index.ts'
import { asOwner, tracesOf } from '#test/office/owner.ts'
import { PLACES } from '#test/office.ts'
import {
  cardDoors,
  deskOf,
  ELEVEN,
  faultsOf,
  NINE,
  published,
  type ShiftDesk,
  served,
  shiftDesk,
} from '#test/shift-desk.ts'

const turnOf = async (o: ShiftDesk, id: string, turnId: string) =>
  (await deskOf(o).readShift({ id })).turns.find((turn) => turn.id === turnId)

test('in and out by the server’s clock make the minutes, and the calendar’s sheet has them too', async (t) => {
  const o = await shiftDesk(t, 1)
  const id = await published(o)
  const { turnId } = await deskOf(o).claimTurn({ id, personId: o.people[0] ?? '' })
  o.clock.set('2026-03-10T08:40:00+08:00')
  await deskOf(o).checkIn({ id: turnId, way: 'word' })
  o.clock.set('2026-03-10T10:30:00+08:00')
  const out = await deskOf(o).checkOut({ id: turnId })
  assert.equal(out.minutes, 90)
  const turn = await turnOf(o, id, turnId)
  assert.deepEqual([turn?.status, turn?.inWay, turn?.minutes, turn?.can], ['served', 'word', 90, ['confirm', 'refuse']])
  const sheet = await asOwner(o.house, 'select state, minutes, way from gathering_attendance')
  assert.deepEqual(sheet, [{ state: 'present', minutes: 90, way: 'code' }])
})

test('the code on the volunteer’s card checks in and then out', async (t) => {
  const o = await shiftDesk(t, 1, gatheringRoutes)
  const [personId = ''] = o.people
  const id = await published(o)
  const { items } = await o
    .as(o.clerk)
    .call(cardDoors)
    .issueCodes({ people: [personId] })
  const code = items[0]?.code ?? ''
  await assert.rejects(deskOf(o).scanCode({ id, code }), { code: 'checking.no_turn' })
  await deskOf(o).claimTurn({ id, personId })
  o.clock.set(NINE)
  assert.equal((await deskOf(o).scanCode({ id, code })).done, 'in')
  o.clock.set(ELEVEN)
  const out = await deskOf(o).scanCode({ id, code })
  assert.deepEqual([out.done, out.minutes, out.name], ['out', 120, '赵1'])
})

test('the served person’s code opens the turn, a guessed one does not', async (t) => {
  const o = await shiftDesk(t, 1)
  const id = await published(o)
  const { turnId } = await deskOf(o).claimTurn({ id, personId: o.people[0] ?? '' })
  const { servedCode } = await deskOf(o).readShift({ id })
  o.clock.set(NINE)
  const wrong = servedCode === '000000' ? '111111' : '000000'
  await assert.rejects(deskOf(o).checkIn({ id: turnId, way: 'served_code', code: wrong }), {
    code: 'checking.wrong_code',
  })
  await deskOf(o).checkIn({ id: turnId, way: 'served_code', code: servedCode })
  assert.equal((await turnOf(o, id, turnId))?.inWay, 'served_code')
})

test('checking in twice, or twenty times at once, is once', async (t) => {
  const o = await shiftDesk(t, 1)
  const id = await published(o)
  const { turnId } = await deskOf(o).claimTurn({ id, personId: o.people[0] ?? '' })
  o.clock.set(NINE)
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => deskOf(o).checkIn({ id: turnId })))
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
  for (const one of tries) if (one.status === 'rejected') assert.equal(one.reason.code, 'shifts.wrong_state')
})

test('a check-in of the wrong person is taken back: at once with no more words, later with the reason, and is seen for ever', async (t) => {
  const o = await shiftDesk(t, 1)
  const id = await published(o)
  const { turnId } = await deskOf(o).claimTurn({ id, personId: o.people[0] ?? '' })
  o.clock.set(NINE)
  await deskOf(o).checkIn({ id: turnId })
  await deskOf(o).takeBackCheckIn({ id: turnId })
  await assert.rejects(deskOf(o).takeBackCheckIn({ id: turnId }), { code: 'shifts.wrong_state' })
  await deskOf(o).checkIn({ id: turnId })
  assert.deepEqual((await turnOf(o, id, turnId))?.can, ['checkOut', 'takeBack'])
  o.clock.set('2026-03-10T09:30:00+08:00')
  const traces = await tracesOf(o.house)
  await assert.rejects(deskOf(o, o.second).takeBackCheckIn({ id: turnId }), { code: 'checking.reason_needed' })
  const elsewhere = await o.hire({ role: 'community_worker', place: PLACES.ruiheng })
  await assert.rejects(deskOf(o, elsewhere).takeBackCheckIn({ id: turnId, reason: '签错了人' }), { status: 404 })
  assert.deepEqual(await tracesOf(o.house), traces)
  await deskOf(o, o.second).takeBackCheckIn({ id: turnId, reason: '签错了人' })
  const turn = await turnOf(o, id, turnId)
  assert.deepEqual([turn?.status, turn?.inAt, turn?.inWay, turn?.minutes], ['claimed', null, null, null])
  assert.deepEqual(
    turn?.takenBack.map(({ by, reason }) => [by, reason]),
    [
      ['周敏', null],
      ['李娟', '签错了人'],
    ],
  )
  assert.deepEqual(await asOwner(o.house, 'select 1 from gathering_attendance'), [])
  o.clock.set('2026-03-11T09:00:00+08:00')
  await deskOf(o).missTurn({ id, turnId })
})

test('too early and after the end nobody checks in', async (t) => {
  const o = await shiftDesk(t, 1)
  const id = await published(o)
  const { turnId } = await deskOf(o).claimTurn({ id, personId: o.people[0] ?? '' })
  for (const time of ['2026-03-10T07:30:00+08:00', '2026-03-10T11:00:00+08:00']) {
    o.clock.set(time)
    await assert.rejects(deskOf(o).checkIn({ id: turnId }), { code: 'checking.not_now' })
  }
  await deskOf(o).missTurn({ id, turnId })
  assert.equal((await turnOf(o, id, turnId))?.status, 'missed')
})

test('eight hours a day are the most, over all turns of that day', async (t) => {
  const o = await shiftDesk(t, 1)
  const [personId = ''] = o.people
  const times = [
    ['08:00', '13:00'],
    ['14:00', '18:00'],
  ]
  const minutes: (number | null)[] = []
  for (const [from, to] of times) {
    o.clock.set('2026-03-09T09:00:00+08:00')
    const id = await published(o, { startsAt: `2026-03-10T${from}:00+08:00`, endsAt: `2026-03-10T${to}:00+08:00` })
    const turnId = await served(o, id, personId)
    minutes.push((await turnOf(o, id, turnId))?.minutes ?? null)
  }
  assert.deepEqual(minutes, [300, 180])
})

const late = { from: NINE, to: ELEVEN, reason: '当天手机没电，没有签到' }

test('service entered afterwards is believed by a second person only, and shown as such', async (t) => {
  const o = await shiftDesk(t, 1)
  const id = await published(o)
  o.clock.set('2026-03-10T10:00:00+08:00')
  await assert.rejects(deskOf(o).enterLate({ id, personId: o.people[0] ?? '', ...late }), { code: 'checking.not_over' })
  o.clock.set('2026-03-12T09:00:00+08:00')
  const { turnId, minutes } = await deskOf(o).enterLate({ id, personId: o.people[0] ?? '', ...late })
  assert.equal(minutes, 120)
  await assert.rejects(deskOf(o).confirmTurn({ id: turnId }), { code: 'shifts.wrong_state' })
  const traces = await tracesOf(o.house)
  await assert.rejects(deskOf(o).approveLate({ id: turnId }), { code: 'checking.second_person' })
  assert.deepEqual(await tracesOf(o.house), traces)
  await deskOf(o, o.second).approveLate({ id: turnId })
  const turn = await turnOf(o, id, turnId)
  assert.deepEqual(
    [turn?.status, turn?.lateReason, turn?.lateBy, turn?.approvedBy, turn?.inWay],
    ['served', late.reason, '周敏', '李娟', 'late'],
  )
  await deskOf(o).confirmTurn({ id: turnId, rating: 4 })
  assert.deepEqual(await faultsOf(o), [])
})

test('who comes to check out hours later, or the next day, earns nothing by it and is entered by two', async (t) => {
  const o = await shiftDesk(t, 1, gatheringRoutes)
  const [personId = ''] = o.people
  const id = await published(o)
  const { items } = await o
    .as(o.clerk)
    .call(cardDoors)
    .issueCodes({ people: [personId] })
  const { turnId } = await deskOf(o).claimTurn({ id, personId })
  o.clock.set(NINE)
  await deskOf(o).checkIn({ id: turnId })
  for (const time of ['2026-03-10T12:01:00+08:00', '2026-03-11T09:00:00+08:00']) {
    o.clock.set(time)
    await assert.rejects(deskOf(o).checkOut({ id: turnId }), { code: 'checking.too_late_out', status: 409 })
    await assert.rejects(deskOf(o).scanCode({ id, code: items[0]?.code ?? '' }), { code: 'checking.too_late_out' })
    assert.deepEqual((await turnOf(o, id, turnId))?.can, ['takeBack'], 'no button that refuses')
  }
  assert.equal((await deskOf(o).enterLate({ id, personId, ...late, to: '2026-03-10T10:00:00+08:00' })).minutes, 60)
  await deskOf(o, o.second).approveLate({ id: turnId })
  assert.equal((await turnOf(o, id, turnId))?.minutes, 60)
})

test('service is entered afterwards within a month and within its shift', async (t) => {
  const o = await shiftDesk(t, 1)
  const [personId = ''] = o.people
  const id = await published(o)
  o.clock.set('2026-04-09T18:00:00+08:00')
  const traces = await tracesOf(o.house)
  for (const times of [{ to: '2026-03-10T12:00:00+08:00' }, { from: '2026-03-10T08:30:00+08:00' }, { to: NINE }])
    await assert.rejects(deskOf(o).enterLate({ id, personId, ...late, ...times }), {
      code: 'checking.outside_plan',
      status: 422,
    })
  o.clock.set('2026-04-10T09:00:00+08:00')
  await assert.rejects(deskOf(o).enterLate({ id, personId, ...late }), { code: 'checking.too_long_ago', status: 409 })
  assert.equal((await deskOf(o).readShift({ id })).can.enterLate, false)
  assert.deepEqual(await tracesOf(o.house), traces)
  o.clock.set('2026-04-09T18:00:00+08:00')
  assert.equal((await deskOf(o).enterLate({ id, personId, ...late })).minutes, 120)
})

test('nobody is entered afterwards for hours in which they served elsewhere', async (t) => {
  const o = await shiftDesk(t, 1)
  const [personId = ''] = o.people
  const [id, other] = [await published(o), await published(o, { title: '小区巡逻', task: 'patrol' })]
  await served(o, id, personId)
  await assert.rejects(deskOf(o).enterLate({ id: other, personId, ...late }), { code: 'shifts.overlap' })
})

test('what waits is told to who keeps the shift, with who entered it', async (t) => {
  const o = await shiftDesk(t, 2)
  const [one = '', two = ''] = o.people
  const id = await published(o)
  await served(o, id, one)
  await deskOf(o).enterLate({ id, personId: two, ...late })
  const { items, total } = await deskOf(o, o.second).listWaiting({})
  assert.equal(total, 2)
  assert.deepEqual(
    items.map(({ name, status, isMine }) => [name, status, isMine]),
    [
      ['赵2', 'late', false],
      ['赵1', 'served', false],
    ],
  )
  assert.equal((await deskOf(o).listWaiting({ status: 'late' })).items[0]?.isMine, true)
})
