import assert from 'node:assert/strict'
import test from 'node:test'
import { contract as addresses } from '#modules/gatherings/calendar-addresses/contract.ts'
import { contract as feeds } from '#modules/gatherings/calendar-feed/contract.ts'
import { routes as gatheringRoutes } from '#modules/gatherings/index.ts'
import { contract as teams } from '#modules/volunteering/teams/contract.ts'
import { routes as teamRoutes } from '#modules/volunteering/teams/index.ts'
import { PLACES } from '#test/office.ts'
import { deskOf, published, type ShiftDesk, shiftDesk } from '#test/shift-desk.ts'

type Subject = { of: 'place' | 'team' | 'person'; subject: string }

async function readBy(o: ShiftDesk, subject: Subject): Promise<string[]> {
  const { address } = await o
    .as(o.clerk)
    .call(addresses)
    .giveCalendarAddress({ ...subject, origin: 'https://sangyu.example' })
  const { bytes } = await o
    .as()
    .call(feeds)
    .readCalendar({ token: address.split('/').at(-1) ?? '' })
  return new TextDecoder().decode(bytes).replaceAll('\r\n ', '').split('\r\n')
}
const saying = (lines: string[], name: string) =>
  lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1))

test('a shift for one person is told in every calendar without whose home it is and what they need', async (t) => {
  const o = await shiftDesk(t, 2, gatheringRoutes)
  const [volunteer = '', served = ''] = o.people
  const home = { title: '陪王大娘看病', address: '幸福小区3号楼301', servedPersonId: served }
  const id = await published(o, home)
  await deskOf(o).claimTurn({ id, personId: volunteer })
  for (const subject of [
    { of: 'place', subject: PLACES.guangchang },
    { of: 'person', subject: volunteer },
  ] as const) {
    const lines = await readBy(o, subject)
    assert.deepEqual(saying(lines, 'SUMMARY'), ['志愿服务班次'])
    assert.deepEqual(saying(lines, 'LOCATION'), ['广场社区居民委员会'])
  }
  assert.deepEqual(saying(await readBy(o, { of: 'person', subject: served }), 'SUMMARY'), [])
})

test('a team reads its own shifts, and a volunteer the turns they have, until they give one up', async (t) => {
  const o = await shiftDesk(t, 1, [...gatheringRoutes, teamRoutes])
  const [volunteer = ''] = o.people
  const { teamId } = await o
    .as(o.clerk)
    .call(teams)
    .foundTeam({ kind: 'team', name: '银龄护河队', placeCode: PLACES.guangchang, fields: [], foundedOn: '2024-01-01' })
  const river = await published(o, { title: '巡河护河', task: 'other', teamId })
  const street = { startsAt: '2026-03-11T09:00:00+08:00', endsAt: '2026-03-11T10:00:00+08:00' }
  await published(o, { title: '清扫楼道', task: 'other', ...street })
  const lines = await readBy(o, { of: 'team', subject: teamId })
  assert.deepEqual([saying(lines, 'X-WR-CALNAME'), saying(lines, 'SUMMARY')], [['银龄护河队活动日历'], ['巡河护河']])
  const { turnId } = await deskOf(o).claimTurn({ id: river, personId: volunteer })
  const own = { of: 'person', subject: volunteer } as const
  assert.deepEqual(saying(await readBy(o, own), 'SUMMARY'), ['巡河护河'])
  await deskOf(o).giveUpTurn({ id: river, turnId })
  assert.deepEqual(saying(await readBy(o, own), 'SUMMARY'), [])
})
