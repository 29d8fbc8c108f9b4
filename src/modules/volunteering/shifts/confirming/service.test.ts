import assert from 'node:assert/strict'
import test from 'node:test'
import { balanceOf } from '#modules/ledger/index.ts'
import { asOwner } from '#test/office/owner.ts'
import { PLACES } from '#test/office.ts'
import { deskOf, faultsOf, published, type ShiftDesk, served, shiftDesk } from '#test/shift-desk.ts'
import { contract as records } from '../../service-record/contract.ts'

const walletOf = (o: ShiftDesk, owner: string) =>
  o.act(async (ctx) => ({
    minutes: (await balanceOf(ctx, 'minutes', { kind: 'wallet', owner })).free,
    points: (await balanceOf(ctx, 'points', { kind: 'wallet', owner })).free,
  }))

test('confirmed service is recorded once and earns hours and points in the same act', async (t) => {
  const o = await shiftDesk(t, 1)
  const [personId = ''] = o.people
  const id = await published(o, { address: '3 号楼' })
  const turnId = await served(o, id, personId)
  const { recordId } = await deskOf(o).confirmTurn({ id: turnId, rating: 5 })
  const { items, minutes, people } = await o.as(o.clerk).call(records).listServiceRecords({ personId })
  assert.deepEqual([items.length, minutes, people, items[0]?.id], [1, 120, 1, recordId])
  const { volunteerNumber, title, task, place, address, servedOn, rating, confirmedBy } = items[0] ?? {}
  assert.deepEqual(
    [volunteerNumber, title, task, place, address, servedOn, rating, confirmedBy],
    ['371424-000001', '看望独居老人', 'company', '广场社区', '3 号楼', '2026-03-10', 5, '周敏'],
  )
  assert.deepEqual(await walletOf(o, personId), { minutes: 120, points: 4 })
  assert.deepEqual(await faultsOf(o), [])
})

test('confirmed twenty times at once it is confirmed once', async (t) => {
  const o = await shiftDesk(t, 1)
  const [personId = ''] = o.people
  const turnId = await served(o, await published(o), personId)
  const desks = [deskOf(o), deskOf(o, o.second)]
  const tries = await Promise.allSettled(
    Array.from({ length: 20 }, async (_, n) => desks[n % 2]?.confirmTurn({ id: turnId })),
  )
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
  assert.deepEqual(await walletOf(o, personId), { minutes: 120, points: 4 })
  assert.deepEqual(await faultsOf(o), [])
})

test('a list is confirmed in one act, or not at all', async (t) => {
  const o = await shiftDesk(t, 3)
  const id = await published(o, { capacity: 3 })
  const turns: string[] = []
  for (const personId of o.people) {
    o.clock.set('2026-03-02T09:00:00+08:00')
    turns.push(await served(o, id, personId))
  }
  const [first = ''] = turns
  await deskOf(o).refuseTurn({ id: first, reason: '中途离开' })
  await assert.rejects(deskOf(o).confirmTurns({ turns }), { code: 'shifts.wrong_state' })
  assert.equal((await deskOf(o).listWaiting({})).total, 2)
  assert.deepEqual(await deskOf(o).confirmTurns({ turns: turns.slice(1) }), { confirmed: 2 })
  const { minutes, total } = await o.as(o.clerk).call(records).listServiceRecords({})
  assert.deepEqual([minutes, total], [240, 2])
  const noted = await asOwner<{ subject: string }>(
    o.house,
    `select subject from audit_event where action = 'confirmTurn' and subject_kind = 'turns'`,
  )
  assert.deepEqual(noted.map(({ subject }) => subject).toSorted(), turns.slice(1).toSorted())
})

test('fewer minutes may be confirmed than were checked, never more', async (t) => {
  const o = await shiftDesk(t, 1)
  const turnId = await served(o, await published(o), o.people[0] ?? '')
  await assert.rejects(deskOf(o).confirmTurn({ id: turnId, minutes: 121 }), { code: 'confirming.too_many_minutes' })
  await deskOf(o).confirmTurn({ id: turnId, minutes: 60 })
  assert.deepEqual(await walletOf(o, o.people[0] ?? ''), { minutes: 60, points: 2 })
  assert.deepEqual(await faultsOf(o), [])
})

for (const [role, status] of [
  ['community_worker', 200],
  ['unit_liaison', 403],
  ['reader', 403],
] as const)
  test(`${role} ${status === 200 ? 'confirms' : 'does not confirm'} service`, async (t) => {
    const o = await shiftDesk(t, 1)
    const turnId = await served(o, await published(o), o.people[0] ?? '')
    const worker = await o.hire({ role, place: PLACES.guangchang })
    const got = await deskOf(o, worker)
      .confirmTurn({ id: turnId })
      .then(() => 200)
      .catch((error: { status: number }) => error.status)
    assert.equal(got, status)
  })
