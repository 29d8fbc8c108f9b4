import assert from 'node:assert/strict'
import test from 'node:test'
import type { Refused } from '#platform/client.ts'
import { change, changeOf, changing, claim, NOON, openDesk, preview, told } from '#test/office/desks/shift-changes.ts'
import { tracesOf } from '#test/office/owner.ts'
import { PLACES } from '#test/office.ts'
import { calendarDoors, deskOf, ELEVEN, faultsOf, NINE, published, signUpDoors } from '#test/shift-desk.ts'

test('a shift is moved with its turns; who holds one is told once, and only of what concerns them', async (t) => {
  const o = await openDesk(t, 2)
  const id = await published(o)
  await claim(o, id, 0)
  await change(o, id, { title: '看望独居老人（第一组）', capacity: 3, note: '带上血压计' })
  assert.deepEqual(await told(o), [])
  await change(o, id, { ...NOON, task: 'patrol', address: '3 号楼' })
  const read = await deskOf(o).readShift({ id })
  assert.deepEqual(
    [read.title, read.task, read.address, Date.parse(read.startsAt), read.capacity, read.taken, read.version],
    ['看望独居老人（第一组）', 'patrol', '3 号楼', Date.parse(NOON.startsAt), 3, 1, 3],
  )
  const lines = await told(o)
  assert.deepEqual(
    lines.map(([name, template]) => [name, template]),
    [['赵1', 'shift.changed']],
  )
  assert.match(String(lines[0]?.[2]), /改了时间、地点、服务类别，现为3月11日14:00—16:30，地点3 号楼/)
  // The old time is free for them, the new one taken.
  const again = await published(o, { title: '另一班' })
  await claim(o, again, 0)
  const clash = await published(o, { ...NOON, title: '第三班' })
  await assert.rejects(claim(o, clash, 0), { code: 'shifts.overlap' })
  assert.deepEqual(await faultsOf(o), [])
})

test('who has another turn then is named before and loses this one, whose place goes to the next who waits', async (t) => {
  const o = await openDesk(t, 2)
  const id = await published(o, { capacity: 1 })
  const first = await claim(o, id, 0)
  const waits = await claim(o, id, 1)
  const other = await published(o, { ...NOON, title: '小区巡逻' })
  await claim(o, other, 0)
  const traces = await tracesOf(o.house)
  const shown = await preview(o, id, NOON)
  assert.deepEqual([shown.shifts, shown.turns], [1, 2])
  assert.deepEqual(
    shown.people.map(({ name, outcome, reasons }) => [name, outcome, reasons[0]?.zh]),
    [['赵1', 'released', '同一时间有“小区巡逻”']],
  )
  assert.equal((await tracesOf(o.house)).told, traces.told)
  await change(o, id, NOON)
  const { turns } = await deskOf(o).readShift({ id })
  assert.deepEqual(
    new Map(turns.map((turn) => [turn.id, [turn.status, turn.isOffered]])),
    new Map([
      [waits, ['waiting', true]],
      [first, ['cancelled', false]],
    ]),
  )
  const lines = await told(o)
  const released = lines.filter(([, template]) => template === 'shift.released')
  assert.equal(released.length, 1)
  assert.match(String(released[0]?.[2]), /^赵1同志.*改到3月11日14:00—16:30，与您认领的“小区巡逻”时间冲突/)
  assert.equal(lines.filter(([name, template]) => name === '赵1' && template === 'shift.changed').length, 0)
  await deskOf(o).takePlace({ id, turnId: waits })
  assert.deepEqual(await faultsOf(o), [])
})

test('something else in the calendar at that time is named, and the turn is kept', async (t) => {
  const o = await openDesk(t, 1)
  const id = await published(o)
  await claim(o, id, 0)
  const { ids } = await o
    .as(o.clerk)
    .call(calendarDoors)
    .planGathering({ kind: 'class', title: '书法课', placeCode: PLACES.guangchang, ...NOON })
  await o
    .as(o.clerk)
    .call(signUpDoors)
    .signUp({ id: ids[0] ?? '', personId: o.people[0] ?? '' })
  const { people } = await preview(o, id, NOON)
  assert.deepEqual(
    people.map(({ outcome }) => outcome),
    ['clash'],
  )
  await change(o, id, NOON)
  assert.equal((await deskOf(o).readShift({ id })).taken, 1)
})

test('a shift that asks more is judged anew: who it is too much for keeps the turn until they were talked with', async (t) => {
  const o = await openDesk(t, 2)
  const id = await published(o)
  await o.act((ctx) =>
    ctx.db
      .updateTable('person')
      .set({ birth_on: '1930-01-01' })
      .where('id', '=', o.people[0] ?? '')
      .execute(),
  )
  await claim(o, id, 0)
  await claim(o, id, 1)
  const { people } = await preview(o, id, { intensity: 4 })
  assert.deepEqual(
    people.map(({ name, outcome }) => [name, outcome]),
    [['赵1', 'refuse']],
  )
  await change(o, id, { intensity: 4 })
  const { turns, intensity } = await deskOf(o).readShift({ id })
  assert.equal(intensity, 4)
  assert.deepEqual(
    turns.map(({ name, status, judgedAgain }) => [name, status, judgedAgain]),
    [
      ['赵1', 'claimed', 'refuse'],
      ['赵2', 'claimed', null],
    ],
  )
  assert.deepEqual(
    (await told(o)).map(([name, template]) => [name, template]),
    [['赵1', 'gathering.beyond']],
  )
})

test('a shift that is over or called off is not changed, nor moved to what has passed', async (t) => {
  const o = await openDesk(t, 0)
  const [id, off] = [await published(o), await published(o)]
  await deskOf(o).cancelShift({ id: off, reason: '大雪' })
  await assert.rejects(change(o, off, { title: '别的' }), { code: 'shifts.is_over' })
  o.clock.set('2026-03-10T09:30:00+08:00')
  const passed = { startsAt: '2026-03-09T09:00:00+08:00', endsAt: '2026-03-09T11:00:00+08:00' }
  await assert.rejects(change(o, id, passed), { code: 'shifts.in_the_past' })
  await change(o, id, { endsAt: '2026-03-10T11:30:00+08:00' })
  o.clock.set('2026-03-10T12:00:00+08:00')
  await assert.rejects(change(o, id, { title: '别的' }), { code: 'shifts.is_over' })
  assert.equal((await deskOf(o).readShift({ id })).can.change, false)
})

test('fewer than have a turn cannot be wanted, and the refusal says what to do', async (t) => {
  const o = await openDesk(t, 2)
  const id = await published(o)
  const turnId = await claim(o, id, 0)
  await claim(o, id, 1)
  const traces = await tracesOf(o.house)
  await assert.rejects(change(o, id, { capacity: 1 }), ({ code, words }: Refused) => {
    assert.equal(code, 'shifts.too_small')
    assert.match(words.zh, /03-10 这一班已有 2 人认领.*取消认领/)
    return true
  })
  assert.deepEqual(await tracesOf(o.house), traces)
  await deskOf(o).giveUpTurn({ id, turnId })
  await change(o, id, { capacity: 1 })
})

for (const [what, more, code] of [
  ['longer than a day’s work', { endsAt: '2026-03-10T18:00:00+08:00' }, 'shifts.not_one_day'],
  ['for a team without one', { openTo: 'team' }, 'shifts.needs_team'],
  ['for a team that is not', { teamId: '0197a000-0000-7000-8000-000000000000' }, 'shifts.no_such_team'],
  ['at an older state', { version: 7 }, 'shifts.changed_meanwhile'],
  ['to another area', { placeCode: PLACES.xinyuan }, 'gatherings.outside_area'],
] as const)
  test(`no shift is changed ${what}`, async (t) => {
    const o = await openDesk(t, 0)
    const id = await published(o)
    const traces = await tracesOf(o.house)
    await assert.rejects(change(o, id, more), { code })
    assert.deepEqual(await tracesOf(o.house), traces)
  })

test('of many who change one state at once one does', async (t) => {
  const o = await openDesk(t, 1)
  const id = await published(o)
  await claim(o, id, 0)
  const asked = await changeOf(o, id, NOON)
  const tries = await Promise.allSettled(Array.from({ length: 6 }, () => changing(o).changeShift(asked)))
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
  for (const one of tries) if (one.status === 'rejected') assert.equal(one.reason.code, 'shifts.changed_meanwhile')
})

test('the calendar leaves shifts alone and says where they are changed', async (t) => {
  const o = await openDesk(t, 0)
  const id = await published(o)
  const { gatheringId } = await deskOf(o).readShift({ id })
  const calendar = o.as(o.clerk).call(calendarDoors)
  const read = await calendar.readGathering({ id: gatheringId })
  assert.deepEqual([read.shiftId, read.can.change, read.can.cancel], [id, false, false])
  const facts = {
    kind: 'activity',
    title: '健步走',
    placeCode: PLACES.guangchang,
    startsAt: NINE,
    endsAt: ELEVEN,
  } as const
  const traces = await tracesOf(o.house)
  const refused = { code: 'gatherings.is_shift', status: 409 }
  await assert.rejects(calendar.changeGathering({ ...facts, id: gatheringId, version: 1 }), refused)
  await assert.rejects(calendar.previewChange({ ...facts, id: gatheringId, version: 1 }), refused)
  await assert.rejects(calendar.cancelGathering({ id: gatheringId, reason: '大风' }), refused)
  await assert.rejects(calendar.planGathering({ ...facts, kind: 'shift' }), { code: 'gatherings.shifts_elsewhere' })
  assert.deepEqual(await tracesOf(o.house), traces)
})

for (const [role, place, status] of [
  ['street_staff', PLACES.xingtong, 200],
  ['community_worker', PLACES.xinyuan, 403],
  ['unit_liaison', PLACES.guangchang, 403],
  ['reader', PLACES.guangchang, 403],
] as const)
  test(`${role} of ${place} ${status === 200 ? 'changes' : 'does not change'} a shift`, async (t) => {
    const o = await openDesk(t, 0)
    const asked = await changeOf(o, await published(o), { title: '别的' })
    const worker = await o.hire({ role, place })
    const tried = await changing(o, worker)
      .changeShift(asked)
      .then(() => 200)
      .catch((error: { status: number }) => error.status)
    assert.equal(tried, status)
  })
