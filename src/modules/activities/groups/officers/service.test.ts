import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { routes as messageRoutes } from '#modules/messages/index.ts'
import type { Asked } from '#platform/contract.ts'
import { groupWith } from '#test/office/desks/group.ts'
import { inboxOf, logOf } from '#test/office/desks/messages.ts'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { routes } from '../../index.ts'
import { contract as groups } from '../contract.ts'
import { warnOfTerms } from '../jobs.ts'
import { contract as members } from '../members/contract.ts'
import { contract } from './contract.ts'

type Desk = Office & { worker: Worker; group: string; people: string[] }

async function open(t: TestContext, more: Parameters<typeof groupWith>[2] = {}): Promise<Desk> {
  const o = await office({ rooms: [...routes, ...messageRoutes] })
  t.after(() => o.close())
  const worker = await o.hire({ role: 'community_worker', place: PLACES.guangchang })
  const { id, people } = await groupWith(o, worker, more)
  return Object.assign(o, { worker, group: id, people })
}
const registered = { kind: 'association', filing: 'registered', filingNo: '鲁临民证字第 7 号' } as const
const at = (o: Desk, worker = o.worker) => o.as(worker).call(contract)
const who = (o: Desk, n: number) => o.people[n] ?? ''

type Election = Asked<typeof contract.holdElection>
const election = (o: Desk, more: Partial<Election> = {}): Election => ({
  id: o.group,
  heldOn: '2024-02-01',
  untilOn: '2026-05-01',
  voted: 3,
  officers: [
    { personId: who(o, 0), post: 'head' },
    { personId: who(o, 1), post: 'treasurer' },
  ],
  ...more,
})

test('an election begins the terms of those elected; the next ends them and counts who serves on', async (t) => {
  const o = await open(t)
  await at(o).holdElection(election(o))
  const again = election(o, { heldOn: '2026-03-01', untilOn: '2028-03-01', voted: 2, officers: [{ personId: who(o, 0), post: 'head' }] }) // biome-ignore format: one glance
  assert.deepEqual((await at(o).holdElection(again)).warnings, [])
  const { officers, elections } = await at(o).listOfficers({ id: o.group })
  assert.deepEqual(
    officers.map(({ name, post, term, fromOn, endedOn, reason }) => [name, post, term, fromOn, endedOn, reason]),
    [
      ['成员1', 'head', 2, '2026-03-01', null, null],
      ['成员1', 'head', 1, '2024-02-01', '2026-03-01', '换届'],
      ['成员2', 'treasurer', 1, '2024-02-01', '2026-03-01', '换届'],
    ],
  )
  assert.deepEqual(
    elections.map(({ heldOn, eligible, voted, isWellAttended }) => [heldOn, eligible, voted, isWellAttended]),
    [
      ['2026-03-01', 3, 2, true],
      ['2024-02-01', 3, 3, true],
    ],
  )
  const [line] = (await o.as(o.worker).call(groups).listGroups({})).items
  assert.deepEqual([line?.head, line?.untilOn, line?.term], ['成员1', '2028-03-01', 'runs'])
})

for (const [what, change, code] of [
  ['with more votes than members', { voted: 4 }, 'groups.too_many_votes'],
  ['tomorrow', { heldOn: '2026-03-03', untilOn: '2027-01-01' }, 'groups.wrong_day'],
  ['before the group was', { heldOn: '2023-01-01', untilOn: '2024-01-01' }, 'groups.wrong_day'],
  ['for six years', { untilOn: '2030-02-02' }, 'groups.bad_term'],
  ['without a head', { officers: [{ personId: 0, post: 'deputy' }] }, 'groups.no_head'],
  [
    'with two heads',
    {
      officers: [
        { personId: 0, post: 'head' },
        { personId: 1, post: 'head' },
      ],
    },
    'groups.no_head',
  ],
  [
    'with one in two posts',
    {
      officers: [
        { personId: 0, post: 'head' },
        { personId: 0, post: 'treasurer' },
      ],
    },
    'groups.no_head',
  ],
] as const)
  test(`no election is recorded ${what}`, async (t) => {
    const o = await open(t)
    const { officers, ...rest } = { officers: undefined, ...change }
    const wishes = officers?.map(({ personId, post }) => ({ personId: who(o, personId), post }))
    await assert.rejects(at(o).holdElection(election(o, { ...rest, ...(wishes ? { officers: wishes } : {}) })), {
      code,
    })
    assert.deepEqual(await at(o).listOfficers({ id: o.group }), { officers: [], others: 0, elections: [] })
  })

test('only members are elected, and no election is entered before a later one', async (t) => {
  const o = await open(t)
  const stranger = await o.act((ctx) => settle(ctx, { name: '外人', place: PLACES.guangchang }))
  const wrong = election(o, { officers: [{ personId: stranger, post: 'head' }] })
  await assert.rejects(at(o).holdElection(wrong), { code: 'groups.not_eligible', message: /外人/ })
  await at(o).holdElection(election(o))
  await assert.rejects(at(o).holdElection(election(o, { heldOn: '2024-01-15' })), { code: 'groups.later_election' })
  await assert.rejects(at(o).holdElection(election(o)), { code: 'groups.later_election' })
})

test('a retired leading cadre serves in a registered association only by the rule, and every reason is told', async (t) => {
  const o = await open(t, registered)
  await asOwner(o.house, `update person set rank = '131', birth_on = '1950-01-01' where id = $1`, [who(o, 0)])
  const judged = await at(o).judgeCandidate({ id: o.group, personId: who(o, 0) })
  assert.deepEqual(
    [judged.isLeadingCadre, judged.term, judged.findings.map(({ weight }) => weight)],
    [true, 1, ['refuse']],
  )
  const asked = election(o, { heldOn: '2026-03-01', untilOn: '2028-03-01' })
  await assert.rejects(at(o).holdElection(asked), { code: 'groups.may_not_serve', message: /已满 70 周岁.*经批准/ })
  await asOwner(o.house, `update person set birth_on = '1956-06-01' where id = $1`, [who(o, 0)])
  await assert.rejects(at(o).holdElection(asked), { code: 'groups.may_not_serve' })
  const approved = [{ personId: who(o, 0), post: 'head' as const, approvalNo: '临组〔2026〕7号' }]
  const { warnings } = await at(o).holdElection({ ...asked, officers: approved })
  assert.deepEqual(
    warnings.map(({ name, zh }) => [name, zh]),
    [['成员1', '快满 70 周岁，届满后不得连任']],
  )
})

test('a second post in another registered association is refused, in a community group it is not', async (t) => {
  const o = await open(t, registered)
  await asOwner(o.house, `update person set rank = '131', birth_on = '1962-01-01' where id = any($1::uuid[])`, [
    o.people,
  ])
  const approved = [{ personId: who(o, 0), post: 'head' as const, approvalNo: '临组〔2026〕7号' }]
  await at(o).holdElection(election(o, { officers: approved }))
  for (const [more, code] of [
    [{ ...registered, name: '县老年体育协会' }, 'groups.may_not_serve'],
    [{ name: '广场社区象棋小组' }, null],
  ] as const) {
    const other = await groupWith(o, o.worker, { ...more, count: 0 })
    await o
      .as(o.worker)
      .call(members)
      .joinGroup({ id: other.id, personId: who(o, 0), on: '2024-01-01' })
    const asked = election(o, { id: other.id, voted: 1, officers: approved })
    if (code) await assert.rejects(at(o).holdElection(asked), { code })
    else await at(o).holdElection(asked)
  }
})

test('a term is ended once, with its reason; until then its holder does not leave', async (t) => {
  const o = await open(t)
  await at(o).holdElection(election(o))
  const { officers } = await at(o).listOfficers({ id: o.group })
  const end = { id: o.group, officerId: officers[0]?.id ?? '', on: '2026-03-01', reason: '身体原因' }
  const list = await o.as(o.worker).call(members).listMembers({ id: o.group })
  const memberId = list.items.find(({ personId }) => personId === who(o, 0))?.id ?? ''
  const leave = () => o.as(o.worker).call(members).leaveGroup({ id: o.group, memberId, on: '2026-03-01' })
  await assert.rejects(leave(), { code: 'groups.still_officer' })
  await at(o).endTerm(end)
  await assert.rejects(at(o).endTerm(end), { code: 'groups.term_ended' })
  await leave()
  const stranger = await o.hire({ role: 'community_worker', place: PLACES.xinyuan })
  await assert.rejects(at(o, stranger).endTerm(end), { code: 'groups.outside_area' })
  await assert.rejects(at(o, stranger).holdElection(election(o)), { code: 'groups.outside_area' })
})

test('ninety days before a term ends, its holders and who founded the group are told, once', async (t) => {
  const o = await open(t)
  await at(o).holdElection(election(o))
  assert.equal(await o.act(warnOfTerms), 2)
  await o.act(warnOfTerms)
  const inbox = await inboxOf(o, o.worker)
  assert.match(inbox.items[0]?.text.zh ?? '', /“广场社区书法小组”组长（会长）的任期将于2026-05-01届满/)
  const log = await logOf(o, o.worker)
  assert.deepEqual([inbox.total, log.total], [1, 2])
  const soon = await o.as(o.worker).call(groups).listGroups({ term: 'ends_soon' })
  assert.deepEqual([soon.total, (await o.as(o.worker).call(groups).listGroups({ term: 'overdue' })).total], [1, 0])
})
