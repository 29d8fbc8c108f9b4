import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { contract } from '#modules/activities/groups/calendar/contract.ts'
import { contract as reports } from '#modules/activities/groups/report/contract.ts'
import { routes } from '#modules/activities/index.ts'
import { contract as addresses } from '#modules/gatherings/calendar-addresses/contract.ts'
import { contract as feeds } from '#modules/gatherings/calendar-feed/contract.ts'
import { routes as gatheringRoutes } from '#modules/gatherings/index.ts'
import { newId } from '#platform/ids.ts'
import { planned } from '#test/office/desks/gatherings.ts'
import { groupWith } from '#test/office/desks/group.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'

type Desk = Office & { worker: Worker; group: string; linked: string[] }

/** A group with two of the three gatherings that are planned. */
async function open(t: TestContext): Promise<Desk> {
  const o = await office({ rooms: [...routes, ...gatheringRoutes], at: '2026-03-02T12:00:00+08:00' })
  t.after(() => o.close())
  const worker = await o.hire({ role: 'community_worker', place: PLACES.guangchang })
  const { id } = await groupWith(o, worker)
  const on = (title: string, day: string) =>
    planned(o, worker, { title, startsAt: `${day}T09:00:00+08:00`, endsAt: `${day}T11:00:00+08:00` })
  await on('别人的棋赛', '2026-03-05')
  const linked = [await on('四月雅集', '2026-04-08'), await on('写春联', '2026-03-04')]
  for (const gatheringId of linked) await o.as(worker).call(reports).linkGathering({ id, gatheringId })
  return Object.assign(o, { worker, group: id, linked })
}
const at = (o: Desk, worker = o.worker) => o.as(worker).call(contract)

test('the calendar of a group holds what is entered as its own, in the order of the days, and nothing of others', async (t) => {
  const o = await open(t)
  const { items, total } = await at(o).listGroupCalendar({ id: o.group })
  assert.deepEqual([items.map(({ title }) => title), total], [['写春联', '四月雅集'], 2])
  const march = { from: '2026-03-01T00:00:00+08:00', to: '2026-04-01T00:00:00+08:00' }
  const titles = async (asked: Parameters<ReturnType<typeof at>['listGroupCalendar']>[0]) =>
    (await at(o).listGroupCalendar(asked)).items.map(({ title }) => title)
  assert.deepEqual(await titles({ id: o.group, ...march }), ['写春联'])
  assert.deepEqual(await titles({ id: o.group, q: '雅集' }), ['四月雅集'])
  assert.deepEqual(await titles({ id: o.group, under: PLACES.xinyuan }), [])
  assert.deepEqual(await titles({ id: o.group, offset: 1, limit: 1 }), ['四月雅集'])
  await o
    .as(o.worker)
    .call(reports)
    .unlinkGathering({ id: o.group, gatheringId: o.linked[0] ?? '' })
  assert.deepEqual(await titles({ id: o.group }), ['写春联'])
})

test('a group without gatherings has an empty calendar, and a group that is none has no calendar', async (t) => {
  const o = await open(t)
  for (const gatheringId of o.linked) await o.as(o.worker).call(reports).unlinkGathering({ id: o.group, gatheringId })
  assert.deepEqual(await at(o).listGroupCalendar({ id: o.group }), { items: [], total: 0 })
  await assert.rejects(at(o).listGroupCalendar({ id: newId() }), { status: 404 })
})

test('who may not read of gatherings reads no calendar of a group', async (t) => {
  const o = await open(t)
  const seller = await o.hire({ role: 'partner' })
  await assert.rejects(at(o, seller).listGroupCalendar({ id: o.group }), { status: 403 })
})

test('a telephone with the address of a group reads what is entered as the group’s, and its name', async (t) => {
  const o = await open(t)
  const subject = { of: 'group', subject: o.group } as const
  const { address } = await o
    .as(o.worker)
    .call(addresses)
    .giveCalendarAddress({ ...subject, origin: 'https://sangyu.example' })
  const { bytes } = await o
    .as()
    .call(feeds)
    .readCalendar({ token: address.split('/').at(-1) ?? '' })
  const lines = new TextDecoder().decode(bytes).split('\r\n')
  const summaries = lines.filter((line) => line.startsWith('SUMMARY:'))
  assert.deepEqual(summaries, ['SUMMARY:写春联', 'SUMMARY:四月雅集'])
  assert.ok(lines.includes('X-WR-CALNAME:广场社区书法小组活动日历'))
  const elsewhere = await o.hire({ role: 'community_worker', place: PLACES.xinyuan })
  await assert.rejects(
    o
      .as(elsewhere)
      .call(addresses)
      .giveCalendarAddress({ ...subject, origin: 'https://sangyu.example' }),
    { status: 403 },
  )
})
