import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { routes as gatheringRoutes } from '#modules/gatherings/index.ts'
import { gatheringDesk, planned } from '#test/office/desks/gatherings.ts'
import { groupWith } from '#test/office/desks/group.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { routes } from '../../index.ts'
import { contract as members } from '../members/contract.ts'
import { contract } from './contract.ts'

type Desk = Office & { worker: Worker; group: string; people: string[]; gathering: string }

async function open(t: TestContext): Promise<Desk> {
  const o = await office({ rooms: [...routes, ...gatheringRoutes], at: '2026-03-02T12:00:00+08:00' })
  t.after(() => o.close())
  const worker = await o.hire({ role: 'community_worker', place: PLACES.guangchang })
  const { id, people } = await groupWith(o, worker)
  const times = { startsAt: '2026-03-02T09:00:00+08:00', endsAt: '2026-03-02T11:00:00+08:00' }
  const gathering = await planned(o, worker, { title: '写春联', ...times })
  return Object.assign(o, { worker, group: id, people, gathering })
}
const at = (o: Desk, worker = o.worker) => o.as(worker).call(contract)

test('the yearly report is made from what was held, who came and who joined or left', async (t) => {
  const o = await open(t)
  await at(o).linkGathering({ id: o.group, gatheringId: o.gathering })
  const sheet = gatheringDesk(o, o.worker)
  const marks = o.people.slice(0, 2).map((personId) => ({ personId, state: 'present' as const }))
  await sheet.markAttendance({ id: o.gathering, marks })
  assert.deepEqual((await at(o).readYearlyReport({ id: o.group, year: 2026 })).gatherings, [])
  await sheet.closeGathering({ id: o.gathering })
  const list = await o.as(o.worker).call(members).listMembers({ id: o.group })
  await o
    .as(o.worker)
    .call(members)
    .leaveGroup({ id: o.group, memberId: list.items[0]?.id ?? '', on: '2026-02-01' })
  const report = await at(o).readYearlyReport({ id: o.group, year: 2026 })
  assert.deepEqual(
    [
      report.membersBefore,
      report.membersAfter,
      report.joined.length,
      report.left.length,
      report.presences,
      report.people,
      report.minutes,
    ],
    [3, 2, 0, 1, 2, 2, 240],
  )
  assert.deepEqual(
    report.gatherings.map(({ title, present }) => [title, present]),
    [['写春联', 2]],
  )
  const founding = await at(o).readYearlyReport({ id: o.group, year: 2024 })
  assert.deepEqual([founding.membersBefore, founding.membersAfter, founding.joined.length], [0, 3, 3])
})

test('a gathering is entered once, taken back once, and not when it was cancelled', async (t) => {
  const o = await open(t)
  const link = { id: o.group, gatheringId: o.gathering }
  await at(o).linkGathering(link)
  await assert.rejects(at(o).linkGathering(link), { code: 'groups.linked_before' })
  assert.equal((await at(o).listGroupGatherings({ id: o.group })).total, 1)
  await at(o).unlinkGathering(link)
  await assert.rejects(at(o).unlinkGathering(link), { code: 'groups.not_linked' })
  await gatheringDesk(o, o.worker).cancelGathering({ id: o.gathering, reason: '大风降温' })
  await assert.rejects(at(o).linkGathering(link), { code: 'groups.cancelled_gathering' })
})

test('a neighbour enters nothing, and of the report reads numbers without names', async (t) => {
  const o = await open(t)
  const neighbour = await o.hire({ role: 'community_worker', place: PLACES.xinyuan })
  await assert.rejects(at(o, neighbour).linkGathering({ id: o.group, gatheringId: o.gathering }), { status: 403 })
  const report = await at(o, neighbour).readYearlyReport({ id: o.group, year: 2024 })
  assert.deepEqual([report.joined, report.others, report.membersAfter], [[], 3, 3])
})
