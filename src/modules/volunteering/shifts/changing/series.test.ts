import assert from 'node:assert/strict'
import test from 'node:test'
import type { Refused } from '#platform/client.ts'
import { change, claim, openDesk, preview, told, weekly } from '#test/office/desks/shift-changes.ts'
import { tracesOf } from '#test/office/owner.ts'
import { deskOf, faultsOf, type ShiftDesk } from '#test/shift-desk.ts'

const starts = async (o: ShiftDesk) =>
  (await deskOf(o).listShifts({})).items.map(({ startsAt, title, status }) => [startsAt.slice(5, 16), title, status])

test('one, this and the following, or all of a series; who holds several turns is told once', async (t) => {
  const o = await openDesk(t, 1)
  const ids = await weekly(o)
  for (const id of ids) await claim(o, id, 0)
  await change(o, ids[2] ?? '', { title: '看望（第三周）' })
  const second = { startsAt: '2026-03-17T14:00:00+08:00', endsAt: '2026-03-17T16:00:00+08:00' }
  await change(o, ids[1] ?? '', { ...second, span: 'following' })
  assert.deepEqual(await starts(o), [
    ['03-10T01:00', '看望独居老人', 'planned'],
    ['03-17T06:00', '看望独居老人', 'planned'],
    ['03-24T06:00', '看望（第三周）', 'planned'],
    ['03-31T06:00', '看望独居老人', 'planned'],
  ])
  const lines = await told(o)
  assert.equal(lines.length, 1)
  assert.match(String(lines[0]?.[2]), /3月17日14:00起共3场/)
  // A series moves by a week over its own turns: nobody stands in their own way.
  const later = { startsAt: '2026-03-17T09:00:00+08:00', endsAt: '2026-03-17T11:00:00+08:00' }
  const shown = await preview(o, ids[0] ?? '', { ...later, span: 'all' })
  assert.deepEqual([shown.shifts, shown.turns, shown.people], [4, 4, []])
  await change(o, ids[0] ?? '', { ...later, title: '看望', span: 'all' })
  assert.deepEqual(
    (await starts(o)).map(([, title]) => title),
    ['看望', '看望', '看望', '看望'],
  )
  assert.equal(
    (await deskOf(o).listShifts({})).items.every(({ taken }) => taken === 1),
    true,
  )
  assert.deepEqual(await faultsOf(o), [])
})

test('a series is called off from one on, and who holds several turns is told once', async (t) => {
  const o = await openDesk(t, 1)
  const ids = await weekly(o)
  for (const id of ids) await claim(o, id, 0)
  await deskOf(o).cancelShift({ id: ids[1] ?? '', reason: '大雪', span: 'following' })
  assert.deepEqual(
    (await starts(o)).map(([, , status]) => status),
    ['planned', 'cancelled', 'cancelled', 'cancelled'],
  )
  assert.equal((await told(o)).length, 1)
  assert.equal((await deskOf(o).readShift({ id: ids[3] ?? '' })).turns[0]?.status, 'cancelled')
})

test('what has happened is not changed, and of a series nothing then', async (t) => {
  const o = await openDesk(t, 1)
  const ids = await weekly(o)
  const turnId = await claim(o, ids[0] ?? '', 0)
  o.clock.set('2026-03-10T08:30:00+08:00')
  await deskOf(o).checkIn({ id: turnId })
  assert.equal((await deskOf(o).readShift({ id: ids[0] ?? '' })).can.change, false)
  const traces = await tracesOf(o.house)
  await assert.rejects(change(o, ids[0] ?? '', { title: '别的' }), { code: 'shifts.happened', status: 409 })
  await assert.rejects(change(o, ids[1] ?? '', { title: '别的', span: 'all' }), ({ code, words }: Refused) => {
    assert.equal(code, 'shifts.happened')
    assert.match(words.zh, /^03-10 /)
    return true
  })
  assert.deepEqual(await tracesOf(o.house), traces)
  await change(o, ids[1] ?? '', { title: '别的', span: 'following' })
})
