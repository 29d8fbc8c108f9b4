import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { routes as peopleRoutes } from '#modules/people/index.ts'
import { groupOf } from '#test/office/desks/group.ts'
import { countPeople } from '#test/office/desks/people.ts'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, office, PLACES } from '#test/office.ts'
import { routes } from '../../index.ts'
import { contract as groups } from '../contract.ts'
import { contract } from './contract.ts'

async function open(t: TestContext): Promise<Office> {
  const o = await office({ rooms: [...routes, ...peopleRoutes] })
  t.after(() => o.close())
  await o.act(async (ctx) => {
    for (let n = 0; n < 4; n++) await settle(ctx, { name: `书友${n}`, place: PLACES.guangchang })
    for (let n = 0; n < 3; n++) await settle(ctx, { name: `棋友${n}`, place: PLACES.xinyuan })
    await settle(ctx, { name: '已故', status: 'deceased', place: PLACES.xinyuan })
  })
  await asOwner(o.house, `update person set interests = '{书法}' where name like '书友%'`)
  await asOwner(o.house, `update person set interests = '{象棋,书法}' where name like '棋友%' or name = '已故'`)
  return o
}

test('where enough of one community like the same and have no group, one is proposed, and its number opens its people', async (t) => {
  const o = await open(t)
  const staff = await o.hire()
  const { items } = await o.as(staff).call(contract).listProposals({ least: 3 })
  assert.deepEqual(
    items.map(({ interest, place, people }) => [interest, place, people]),
    [
      ['书法', '广场社区', 4],
      ['书法', '馨园社区', 3],
      ['象棋', '馨园社区', 3],
    ],
  )
  for (const { interest, placeCode, people } of items) {
    const where = [{ field: 'interests', op: 'in' as const, value: [interest] }]
    assert.equal(await countPeople(o, staff, { place: placeCode, where }), people)
  }
  assert.equal((await o.as(staff).call(contract).listProposals({ least: 4 })).total, 1)
  assert.equal((await o.as(staff).call(contract).listProposals({ least: 3, under: PLACES.hengyuan })).total, 2)
})

test('a group of the community ends the proposal, one of the county is named beside it, a dissolved one does neither', async (t) => {
  const o = await open(t)
  const staff = o.as(await o.hire())
  const { id } = await staff.call(groups).foundGroup(groupOf())
  await staff.call(groups).foundGroup(groupOf({ name: '县象棋协会', interests: ['象棋'], placeCode: PLACES.county }))
  const lines = async () =>
    (await staff.call(contract).listProposals({ least: 3 })).items.map(({ interest, place, wider }) => [interest, place, wider]) // biome-ignore format: one glance
  assert.deepEqual(await lines(), [
    ['书法', '馨园社区', '广场社区书法小组'],
    ['象棋', '馨园社区', '县象棋协会'],
  ])
  await staff.call(groups).dissolveGroup({ id, on: '2026-03-01', reason: '无人参加' })
  assert.deepEqual((await lines())[0], ['书法', '广场社区', null])
})

test('a community worker is proposed groups of their own people alone', async (t) => {
  const o = await open(t)
  const worker = o.as(await o.hire({ role: 'community_worker', place: PLACES.guangchang })).call(contract)
  const { items } = await worker.listProposals({ least: 3 })
  assert.deepEqual(
    items.map(({ place, can }) => [place, can.found]),
    [['广场社区', true]],
  )
  const reader = o.as(await o.hire({ role: 'reader' })).call(contract)
  assert.ok((await reader.listProposals({ least: 3 })).items.every(({ can }) => !can.found))
  const system = o.as(await o.hire({ role: 'system_administrator' })).call(contract)
  await assert.rejects(system.listProposals({ least: 3 }), { status: 403 })
})
