import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { addSite } from '#modules/places/index.ts'
import type { Asked } from '#platform/contract.ts'
import { tracesOf } from '#test/office/owner.ts'
import { BUREAU, type Office, office, PLACES, type Worker } from '#test/office.ts'
import { contract } from './contract.ts'
import { routes } from './index.ts'

type Plan = Asked<typeof contract.planGathering>

const plan = (more: Partial<Plan> = {}): Plan => ({
  kind: 'activity',
  title: '春季健步走',
  placeCode: PLACES.guangchang,
  startsAt: '2026-03-10T09:00:00+08:00',
  endsAt: '2026-03-10T11:00:00+08:00',
  ...more,
})

async function open(t: TestContext): Promise<Office & { bureau: Worker; hall: string }> {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  const bureau = await o.hire()
  const hall = { placeCode: PLACES.guangchang, kind: 'venue', name: '活动室', address: null, phone: null } as const
  const { id } = await o.act((ctx) =>
    addSite(ctx, { ...hall, unitId: null, lon: null, lat: null, isShared: true, opens: null }),
  )
  return Object.assign(o, { bureau, hall: id })
}

const at = (o: Office, worker: Worker) => o.as(worker).call(contract)

test('a gathering is planned with its hosts and what it takes, and read back whole', async (t) => {
  const o = await open(t)
  const resources = [
    { kind: 'funds', name: '活动经费', cents: 120_000, unitId: BUREAU },
    { kind: 'equipment', name: '音响', count: 1 },
  ] as const
  const { ids } = await at(o, o.bureau).planGathering(
    plan({ siteId: o.hall, hosts: [BUREAU], resources: [...resources], capacity: 40 }),
  )
  const read = await at(o, o.bureau).readGathering({ id: ids[0] ?? '' })
  assert.deepEqual(
    [read.title, read.site, read.intensity, read.taken, read.capacity],
    ['春季健步走', '活动室', 2, 0, 40],
  )
  assert.deepEqual(
    read.hosts.map(({ name }) => name),
    ['中共临邑县委老干部局'],
  )
  assert.deepEqual(
    read.resources.map(({ kind, cents, count }) => [kind, cents, count]),
    [
      ['equipment', null, 1],
      ['funds', 120_000, null],
    ],
  )
  assert.deepEqual(read.can, { change: true, signUp: true, mark: true, close: true, correct: false, cancel: true })
})

test('the calendar answers a window of time, a place with all below it, a venue and a word', async (t) => {
  const o = await open(t)
  await at(o, o.bureau).planGathering(plan({ siteId: o.hall }))
  await at(o, o.bureau).planGathering(
    plan({
      title: '象棋比赛',
      placeCode: PLACES.xinyuan,
      startsAt: '2026-04-01T09:00:00+08:00',
      endsAt: '2026-04-01T11:00:00+08:00',
    }),
  )
  const titles = async (asked: Asked<typeof contract.listGatherings>) =>
    (await at(o, o.bureau).listGatherings(asked)).items.map(({ title }) => title)
  assert.deepEqual(await titles({}), ['春季健步走', '象棋比赛'])
  assert.deepEqual(await titles({ from: '2026-03-10T10:00:00+08:00', to: '2026-03-31T00:00:00+08:00' }), ['春季健步走'])
  assert.deepEqual(await titles({ under: PLACES.hengyuan }), ['象棋比赛'])
  assert.deepEqual(await titles({ siteId: o.hall }), ['春季健步走'])
  assert.deepEqual(await titles({ q: '象棋' }), ['象棋比赛'])
})

test('a venue is not given to two at once, and a series that meets somebody there is not planned at all', async (t) => {
  const o = await open(t)
  const fortnight = plan({
    siteId: o.hall,
    startsAt: '2026-03-24T10:00:00+08:00',
    endsAt: '2026-03-24T12:00:00+08:00',
    title: '合唱排练',
  })
  await at(o, o.bureau).planGathering(fortnight)
  const traces = await tracesOf(o.house)
  const series = plan({ siteId: o.hall, repeat: { every: 'week', times: 4 } })
  await assert.rejects(at(o, o.bureau).planGathering(series), (error: Error) => {
    assert.match(error.message, /合唱排练.*03-24 10:00/)
    return true
  })
  assert.deepEqual(await tracesOf(o.house), traces)
  const { ids } = await at(o, o.bureau).planGathering({ ...series, siteId: null })
  assert.equal(ids.length, 4)
})

test('of many who take the venue for the same hour one gets it', async (t) => {
  const o = await open(t)
  const tries = await Promise.allSettled(
    Array.from({ length: 8 }, () => at(o, o.bureau).planGathering(plan({ siteId: o.hall }))),
  )
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
  for (const one of tries) if (one.status === 'rejected') assert.equal(one.reason.code, 'gatherings.site_taken')
})

test('a cancelled gathering says why, frees its venue and takes no more acts', async (t) => {
  const o = await open(t)
  const { ids } = await at(o, o.bureau).planGathering(plan({ siteId: o.hall }))
  const id = ids[0] ?? ''
  await at(o, o.bureau).cancelGathering({ id, reason: '大风降温' })
  const read = await at(o, o.bureau).readGathering({ id })
  assert.deepEqual([read.status, read.reason, read.can.change], ['cancelled', '大风降温', false])
  await assert.rejects(at(o, o.bureau).cancelGathering({ id, reason: '大风降温' }), { code: 'gatherings.over' })
  await at(o, o.bureau).planGathering(plan({ siteId: o.hall, title: '改期的健步走' }))
})

test('who changes an older state than it is overwrites nothing', async (t) => {
  const o = await open(t)
  const { ids } = await at(o, o.bureau).planGathering(plan())
  const id = ids[0] ?? ''
  await at(o, o.bureau).changeGathering({ ...plan({ title: '春季踏青' }), id, version: 1 })
  const second = at(o, o.bureau).changeGathering({ ...plan({ title: '别的' }), id, version: 1 })
  await assert.rejects(second, { status: 409, code: 'gatherings.changed_meanwhile' })
  assert.equal((await at(o, o.bureau).readGathering({ id })).title, '春季踏青')
})

for (const [who, post, own, elsewhere] of [
  ['a community worker', { role: 'community_worker', place: PLACES.guangchang }, 200, 403],
  ['a street’s staff', { role: 'street_staff', place: PLACES.xingtong }, 200, 403],
  ['a unit’s liaison', { role: 'unit_liaison', unit: BUREAU }, 403, 403],
  ['a reader', { role: 'reader', place: PLACES.county }, 403, 403],
  ['the security administrator', { role: 'security_administrator' }, 403, 403],
] as const)
  test(`${who} plans ${own === 200 ? 'at home, not elsewhere' : 'nothing'}`, async (t) => {
    const o = await open(t)
    const worker = await o.hire(post)
    const tried = async (placeCode: string) =>
      at(o, worker)
        .planGathering(plan({ placeCode }))
        .then(() => 200)
        .catch((error: { status: number }) => error.status)
    assert.deepEqual([await tried(PLACES.guangchang), await tried(PLACES.xinyuan)], [own, elsewhere])
  })
