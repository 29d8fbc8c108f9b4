import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { groupOf, groupWith } from '#test/office/desks/group.ts'
import { asOwner } from '#test/office/owner.ts'
import { BUREAU, type Office, office, PLACES, type Worker } from '#test/office.ts'
import { listeners, routes } from '../index.ts'
import { contract } from './contract.ts'

type Desk = Office & { worker: Worker }

async function open(t: TestContext): Promise<Desk> {
  const o = await office({ rooms: routes, listeners })
  t.after(() => o.close())
  return Object.assign(o, { worker: await o.hire({ role: 'community_worker', place: PLACES.guangchang }) })
}
const at = (o: Desk, worker = o.worker) => o.as(worker).call(contract)

test('a group is founded with purpose, charter, place and filing, and read back whole', async (t) => {
  const o = await open(t)
  const facts = groupOf({
    purpose: '以书会友',
    charter: '第一条……',
    filing: 'filed',
    filingNo: '广社备3号',
    unitId: BUREAU,
  })
  const { id } = await at(o).foundGroup(facts)
  const read = await at(o).readGroup({ id })
  assert.deepEqual(
    [read.name, read.purpose, read.place, read.filingNo, read.unit, read.members, read.term],
    ['广场社区书法小组', '以书会友', '广场社区', '广社备3号', '中共临邑县委老干部局', 0, 'none'],
  )
  assert.deepEqual(read.can, { change: true, join: true })
})

test('the list answers a place with all below it, a kind, an interest and a word', async (t) => {
  const o = await open(t)
  const staff = await o.hire()
  await groupWith(o, o.worker, { count: 2 })
  await at(o, staff).foundGroup(groupOf({ name: '县老年书画协会', kind: 'association', placeCode: PLACES.county, interests: ['国画'] })) // biome-ignore format: one glance
  const names = async (asked: Parameters<ReturnType<typeof at>['listGroups']>[0]) =>
    (await at(o).listGroups(asked)).items.map(({ name, members }) => `${name} ${members}`)
  assert.deepEqual(await names({}), ['县老年书画协会 0', '广场社区书法小组 2'])
  assert.deepEqual(await names({ under: PLACES.xingtong }), ['广场社区书法小组 2'])
  assert.deepEqual(await names({ kind: 'association' }), ['县老年书画协会 0'])
  assert.deepEqual(await names({ interest: '书法' }), ['广场社区书法小组 2'])
  assert.deepEqual(await names({ q: '书画' }), ['县老年书画协会 0'])
  assert.deepEqual(await names({ status: 'closed' }), [])
})

for (const [what, change, code] of [
  ['under a name that is taken', { name: '广场社区书法小组' }, 'groups.name_taken'],
  ['filed without its number', { filing: 'filed' }, 'groups.filing'],
  ['with a number and no filing', { filingNo: '3号' }, 'groups.filing'],
  ['tomorrow', { foundedOn: '2026-03-03' }, 'groups.wrong_day'],
  ['in a neighbour’s place', { placeCode: PLACES.xinyuan }, 'groups.outside_area'],
  ['at a venue that is not', { siteId: BUREAU }, 'groups.no_such_site'],
] as const)
  test(`no group is founded ${what}`, async (t) => {
    const o = await open(t)
    await at(o).foundGroup(groupOf())
    await assert.rejects(at(o).foundGroup(groupOf({ name: '另一个小组', ...change })), { code })
    assert.equal((await at(o).listGroups({})).total, 1)
  })

test('of many who give the same name at once one founds the group', async (t) => {
  const o = await open(t)
  const tries = await Promise.allSettled(Array.from({ length: 6 }, () => at(o).foundGroup(groupOf())))
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
  for (const one of tries) if (one.status === 'rejected') assert.equal(one.reason.code, 'groups.name_taken')
})

test('who changes an older state than it is overwrites nothing', async (t) => {
  const o = await open(t)
  const { id } = await at(o).foundGroup(groupOf())
  await at(o).changeGroup({ ...groupOf({ purpose: '新' }), id, version: 1 })
  await assert.rejects(at(o).changeGroup({ ...groupOf({ purpose: '旧' }), id, version: 1 }), {
    code: 'groups.changed_meanwhile',
  })
  assert.equal((await at(o).readGroup({ id })).purpose, '新')
})

test('a dissolved group keeps its history, frees its name and takes no more acts', async (t) => {
  const o = await open(t)
  const { id } = await groupWith(o, o.worker)
  await assert.rejects(at(o).dissolveGroup({ id, on: '2023-01-01', reason: '无人参加' }), { code: 'groups.wrong_day' })
  await at(o).dissolveGroup({ id, on: '2026-03-01', reason: '无人参加' })
  const read = await at(o).readGroup({ id })
  assert.deepEqual([read.closedOn, read.reason, read.members, read.can.change], ['2026-03-01', '无人参加', 0, false])
  await assert.rejects(at(o).dissolveGroup({ id, on: '2026-03-01', reason: '无人参加' }), { code: 'groups.closed' })
  await at(o).foundGroup(groupOf())
  const [kept] = await asOwner<{ count: number }>(
    o.house,
    `select count(*)::int as count from group_member where reason = '无人参加'`,
  )
  assert.equal(kept?.count, 3)
})

test('membership and post end with a life', async (t) => {
  const o = await open(t)
  const { id, people } = await groupWith(o, o.worker)
  await o.act(async (ctx) => ctx.emit({ type: 'people.died', data: { id: people[0], on: '2026-02-20' } }))
  await o.deliver()
  assert.equal((await at(o).readGroup({ id })).members, 2)
  const rows = await asOwner<{ left_on: string; reason: string }>(
    o.house,
    'select left_on::text, reason from group_member where person_id = $1',
    [people[0]],
  )
  assert.deepEqual(rows, [{ left_on: '2026-02-20', reason: '离世' }])
})

for (const [role, founds, reads] of [
  ['bureau_staff', 200, 200],
  ['street_staff', 200, 200],
  ['community_worker', 200, 200],
  ['unit_liaison', 403, 200],
  ['reader', 403, 200],
  ['system_administrator', 403, 403],
  ['security_administrator', 403, 403],
] as const)
  test(`${role} ${founds === 200 ? 'founds groups' : reads === 200 ? 'reads of groups and founds none' : 'has nothing to do with groups'}`, async (t) => {
    const o = await open(t)
    const worker = await o.hire({ role })
    const status = (asked: Promise<unknown>) =>
      asked.then(
        () => 200,
        (error: { status: number }) => error.status,
      )
    assert.deepEqual(
      [await status(at(o, worker).foundGroup(groupOf())), await status(at(o, worker).listGroups({}))],
      [founds, reads],
    )
  })
