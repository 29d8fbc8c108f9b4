import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { enterWith } from '#test/office/elders.ts'
import { settle } from '#test/office/settle.ts'
import { visitor } from '#test/office/visitor.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { policyOf, routes, writePolicy } from '../../index.ts'
import { contract as affairs } from '../affairs/contract.ts'
import { contract } from '../contract.ts'
import { contract as entering } from '../entering/contract.ts'

type Opened = Office & { person: string; worker: Worker }

async function open(t: TestContext): Promise<Opened> {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  const person = await o.act((ctx) => settle(ctx, { name: '王秀英', place: PLACES.guangchang }))
  return Object.assign(o, { person, worker: await o.hire({ role: 'community_worker', place: PLACES.guangchang }) })
}

const desk = (o: Opened) => o.as(o.worker).call(contract)
const enter = enterWith

test('where no codes reach a telephone a relative signs in with the card of the claim, and the desk prints another', async (t) => {
  const o = await open(t)
  const elder = await enter(o, await desk(o).openAccess({ id: o.person }))
  const claim = { name: '赵丽', relation: '女儿', mobile: '13905340003' }
  const showCode = async () => (await elder.call(affairs).showFamilyCode({ personId: o.person })).code
  const { card } = await visitor(o)
    .call(entering)
    .claimAuthority({ ...claim, code: await showCode() })
  const daughter = await enter(o, card ?? { number: '', code: '' })
  assert.deepEqual((await daughter.call(affairs).myAffairs()).people, [], 'nothing opens before the word')
  const [asked] = (await desk(o).readAccess({ id: o.person })).family
  const named = { id: o.person, authorityId: asked?.id ?? '' }
  await desk(o).confirmAuthority(named)
  assert.equal((await daughter.call(affairs).myAffairs()).people[0]?.as, 'family')
  const again = await visitor(o)
    .call(entering)
    .claimAuthority({ ...claim, code: await showCode() })
  assert.deepEqual(again, { ok: true, card: null }, 'who acts already keeps their card')
  const printed = await desk(o).renewFamilyCard(named)
  await assert.rejects(daughter.call(affairs).myAffairs(), { status: 401 })
  await assert.rejects(enter(o, card ?? { number: '', code: '' }), { code: 'own.wrong' })
  assert.equal((await (await enter(o, printed)).call(affairs).myAffairs()).people.length, 1)
  await desk(o).endAuthority(named)
  await assert.rejects(desk(o).renewFamilyCard(named), { code: 'access.authority_over' })
})

test('who has access of their own acts with their own card: no other is printed on somebody else’s record', async (t) => {
  const o = await open(t)
  const husband = await o.act((ctx) => settle(ctx, { name: '赵国栋', place: PLACES.guangchang }))
  const mobile = '13905340008'
  await desk(o).openAccess({ id: husband, mobile })
  const given = await desk(o).giveAuthority({ id: o.person, name: '赵国栋', relation: '丈夫', mobile })
  const named = { id: o.person, authorityId: given.authorityId }
  await assert.rejects(desk(o).renewFamilyCard(named), { code: 'access.card_of_elder' })
  const neighbour = o.as(await o.hire({ role: 'community_worker', place: PLACES.ruiheng })).call(contract)
  await assert.rejects(neighbour.renewFamilyCard(named), { status: 404 })
})

test('the networks of the staff do not hold for elders and their relatives', async (t) => {
  const o = await open(t)
  const card = await desk(o).openAccess({ id: o.person })
  await o.act(async (ctx) => writePolicy(ctx, { ...(await policyOf(ctx)), staffNetworks: ['10.1.0.0/16'] }))
  const home = visitor(o, { address: '203.0.113.9' })
  await home.call(entering).enterByCard({ number: card.number, code: card.code })
  assert.equal((await home.call(affairs).myAffairs()).people.length, 1)
})
