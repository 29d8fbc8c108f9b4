import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { addPlace } from '#modules/places/index.ts'
import { asOwner, tracesOf } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { routes } from '../index.ts'
import { contract as volunteers } from '../volunteers/contract.ts'
import { contract } from './contract.ts'

type Desk = Office & { worker: Worker; people: string[]; building: string; post: string }

async function open(t: TestContext): Promise<Desk> {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  const worker = await o.hire({ role: 'community_worker', place: PLACES.guangchang })
  const place = { under: PLACES.guangchang, level: 'building', name: '3号楼' } as const
  const building = (await o.act((ctx) => addPlace(ctx, place))).code
  const people: string[] = []
  for (const name of ['王秀英', '李国强', '赵明']) {
    const personId = await o.act((ctx) => settle(ctx, { name, place: building }))
    await o.as(worker).call(volunteers).registerVolunteer({ personId })
    people.push(personId)
  }
  const { postId } = await o.as(worker).call(contract).openPost({ kind: 'building_head', placeCode: building })
  return Object.assign(o, { worker, people, building, post: postId })
}

const at = (o: Desk, worker: Pick<Worker, 'token'> = o.worker) => o.as(worker).call(contract)
const who = (o: Desk, n: number) => o.people[n] ?? ''

test('a post is claimed, held, resigned with the reason and claimed by the next; all of it stays to be read', async (t) => {
  const o = await open(t)
  await at(o).claimPost({ id: o.post, personId: who(o, 0) })
  const [line] = (await at(o).listPosts({ held: true })).items
  assert.deepEqual([line?.place, line?.community, line?.holder, line?.people], ['3号楼', '广场社区', '王秀英', 3])
  o.clock.pass(60 * 24 * 60)
  await at(o).resignPost({ id: o.post, reason: '身体原因' })
  await at(o).claimPost({ id: o.post, personId: who(o, 1) })
  const post = await at(o).readPost({ id: o.post })
  assert.deepEqual(
    post.holdings.map(({ name, untilOn, reason }) => [name, untilOn, reason]),
    [
      ['李国强', null, null],
      ['王秀英', '2026-05-01', '身体原因'],
    ],
  )
})

test('of many who claim a post at once one has it', async (t) => {
  const o = await open(t)
  const done = await Promise.allSettled(o.people.map((personId) => at(o).claimPost({ id: o.post, personId })))
  assert.equal(done.filter(({ status }) => status === 'fulfilled').length, 1)
  assert.equal((await at(o).readPost({ id: o.post })).holdings.length, 1)
})

test('the constraint itself lets nobody hold a post beside another', async (t) => {
  const o = await open(t)
  await at(o).claimPost({ id: o.post, personId: who(o, 0) })
  const second = `insert into post_holding (county, id, post_id, person_id, during, strength, claimed_at)
    select county, gen_random_uuid(), post_id, $1, during, strength, claimed_at from post_holding`
  await assert.rejects(asOwner(o.house, second, [who(o, 1)]), /post_holding_one/)
})

test('strength is told in words before, asks for consent, and refuses who is too old', async (t) => {
  const o = await open(t)
  await asOwner(o.house, `update person set birth_on = '1943-01-01' where id = $1`, [who(o, 0)])
  await asOwner(o.house, `update person set birth_on = '1930-01-01' where id = $1`, [who(o, 1)])
  const told = await at(o).judgeClaim({ id: o.post, personId: who(o, 0) })
  assert.deepEqual([told.outcome, told.posts, /83/.test(told.reasons[0]?.zh ?? '')], ['consent', 0, true])
  const before = await tracesOf(o.house)
  await assert.rejects(at(o).claimPost({ id: o.post, personId: who(o, 0) }), { code: 'posts.consent_needed' })
  await assert.rejects(at(o).claimPost({ id: o.post, personId: who(o, 1), consentBy: 'family' }), {
    code: 'posts.beyond_strength',
    message: /96/,
  })
  assert.deepEqual(await tracesOf(o.house), before)
  await at(o).claimPost({ id: o.post, personId: who(o, 0), consentBy: 'self' })
  const [holding] = (await at(o).readPost({ id: o.post })).holdings
  assert.deepEqual([holding?.strength, holding?.consentBy], ['consent', 'self'])
})

test('nobody keeps more than two houses', async (t) => {
  const o = await open(t)
  const claims: string[] = [o.post]
  for (const name of ['4号楼', '5号楼']) {
    const { code } = await o.act((ctx) => addPlace(ctx, { under: PLACES.guangchang, level: 'building', name }))
    claims.push((await at(o).openPost({ kind: 'building_head', placeCode: code })).postId)
  }
  const [a = '', b = '', c = ''] = claims
  for (const id of [a, b]) await at(o).claimPost({ id, personId: who(o, 0) })
  await assert.rejects(at(o).claimPost({ id: c, personId: who(o, 0) }), { code: 'posts.too_many' })
})

test('a post stands where it belongs, once, and goes only when nobody holds it', async (t) => {
  const o = await open(t)
  const second = { kind: 'building_head', placeCode: o.building } as const
  await assert.rejects(at(o).openPost(second), { code: 'posts.open_before' })
  await assert.rejects(at(o).openPost({ kind: 'entrance_head', placeCode: PLACES.guangchang }), {
    code: 'posts.wrong_place',
  })
  await assert.rejects(at(o).resignPost({ id: o.post, reason: '无人' }), { code: 'posts.not_held' })
  await at(o).claimPost({ id: o.post, personId: who(o, 0) })
  await assert.rejects(at(o).closePost({ id: o.post, reason: '拆迁' }), { code: 'posts.taken' })
  await at(o).resignPost({ id: o.post, reason: '拆迁' })
  o.clock.pass(24 * 60)
  await at(o).closePost({ id: o.post, reason: '拆迁' })
  await assert.rejects(at(o).claimPost({ id: o.post, personId: who(o, 0) }), { code: 'posts.closed' })
  assert.equal((await at(o).listPosts({})).total, 0)
})

test('a neighbour’s worker sees that a post is held, not by whom, and cannot claim it', async (t) => {
  const o = await open(t)
  await at(o).claimPost({ id: o.post, personId: who(o, 0) })
  const neighbour = await o.hire({ role: 'community_worker', place: PLACES.xinyuan })
  const [line] = (await at(o, neighbour).listPosts({})).items
  assert.deepEqual([line?.isHeld, line?.holder, line?.can.resign], [true, null, false])
  await assert.rejects(at(o, neighbour).resignPost({ id: o.post, reason: '试试' }), { status: 403 })
  await assert.rejects(at(o, await o.hire({ role: 'reader' })).resignPost({ id: o.post, reason: '试试' }), {
    status: 403,
  })
})
