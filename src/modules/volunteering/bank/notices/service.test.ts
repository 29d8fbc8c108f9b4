import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { newId } from '#platform/ids.ts'
import { breaches, earned, openShop, register, type Shop } from '#test/office/bank.ts'
import { asOwner } from '#test/office/owner.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { countyDoors, countySettingsRoutes } from '#test/shift-desk.ts'
import { contract as wallets } from '../contract.ts'
import { contract as counterDoors } from '../counter/contract.ts'
import { earn, unearn } from '../earning/index.ts'
import { bankListeners, bankRoutes } from '../index.ts'
import { contract as redemptions } from '../redemptions/contract.ts'
import { contract } from './contract.ts'

type Desk = Office & { maker: Worker; checker: Worker; shop: Shop; wang: string; li: string; zhao: string }
const MARCH = { month: '2026-03', placeCode: PLACES.county }

/** March: 王 earns, redeems and donates, 李 earns; 赵 lives in another community. It is the first of April. */
async function open(t: TestContext): Promise<Desk> {
  const o = await office({ rooms: [...bankRoutes, countySettingsRoutes], listeners: bankListeners })
  t.after(() => o.close())
  const [maker, checker] = [await o.hire(), await o.hire({ name: '吴静' })]
  const county = o.as(maker).call(countyDoors)
  const { requiredFields } = await county.readCountySettings()
  await county.saveCountySettings({ areaCode: '0534', bureauPhone: '0534-4261234', requiredFields })
  const shop = await openShop(o)
  const [wang = '', li = ''] = await register(o, ['王秀英', '李建国'])
  const [zhao = ''] = await register(o, ['赵大山'], PLACES.ruiheng)
  for (const [who, points] of [
    [wang, 30],
    [li, 8],
    [zhao, 4],
  ] as const)
    await earned(o, who, points)
  const { id, code } = await o
    .as(maker)
    .call(redemptions)
    .reserveRedemption({ id: newId(), personId: wang, itemId: shop.item })
  await o.as(shop.clerk).call(counterDoors).handOver({ code, key: newId() })
  assert.ok(id)
  await o.as(maker).call(wallets).donatePoints({ id: newId(), personId: wang, points: 5 })
  o.clock.set('2026-04-01T09:00:00+08:00')
  return Object.assign(o, { maker, checker, shop, wang, li, zhao })
}

const desk = (o: Desk, worker = o.maker) => o.as(worker).call(contract)
const anybody = (o: Office) => o.as().call(contract)

test('a month is published from the books; anybody reads masked names, and the console opens everybody behind a number', async (t) => {
  const o = await open(t)
  const before = await desk(o).draftNotice(MARCH)
  assert.deepEqual(before.sums, { people: 3, minutes: 1260, earned: 42, redeemed: 10, donated: 5, granted: 0 })
  assert.deepEqual(before.people.map(({ name }) => name).sort(), ['李建国', '王秀英', '赵大山'])
  const { id, untilOn } = await desk(o).publishNotice(MARCH)
  assert.equal(untilOn, '2026-05-01')
  const told = await anybody(o).readPublicNotice({ id })
  assert.deepEqual(told.people.map(({ name }) => name).sort(), ['李**', '王**', '赵**'])
  assert.deepEqual(
    [told.sums, told.state, told.phone, told.issuer],
    [before.sums, 'open', '0534-4261234', '中共临邑县委老干部局'],
  )
  assert.deepEqual(
    told.communities.map(({ name, people, earned: points }) => [name, people, points]),
    [
      ['广场社区', 2, 38],
      ['瑞恒社区', 1, 4],
    ],
  )
  assert.doesNotMatch(JSON.stringify(told), new RegExp(`秀英|建国|大山|${o.wang}`))
  const read = await desk(o).readNotice({ id })
  assert.equal(read.people.find(({ personId }) => personId === o.wang)?.redeemed, 10)
  assert.deepEqual(await breaches(o), [])
})

test('published it is closed: what is put right later stands in a later month, and nothing in it can be changed', async (t) => {
  const o = await open(t)
  const recordId = newId()
  const served = { id: recordId, personId: o.li, kind: 'care', minutes: 60, servedOn: '2026-03-20' }
  await o.act((ctx) => earn(ctx, [served]))
  const { id } = await desk(o).publishNotice(MARCH)
  await o.act((ctx) => unearn(ctx, { recordId, reason: '未到场', approvedBy: o.checker.id }))
  assert.equal((await anybody(o).readPublicNotice({ id })).sums.earned, 42)
  o.clock.set('2026-05-01T09:00:00+08:00')
  const april = await desk(o).draftNotice({ ...MARCH, month: '2026-04' })
  assert.deepEqual([april.sums.earned, april.sums.minutes], [0, 0])
  for (const change of [
    'update bank_notice_line set earned = 1',
    'delete from bank_notice_line',
    'delete from bank_notice',
    `update bank_notice set month = '2026-01-01'`,
  ])
    await assert.rejects(o.house.pools.writers.query(change), { code: '42501' })
})

test('a month is published once, when it is over, by who has the place in their area; many at once publish one', async (t) => {
  const o = await open(t)
  await assert.rejects(desk(o).publishNotice({ ...MARCH, month: '2026-04' }), { code: 'notices.month_not_over' })
  await assert.rejects(desk(o).publishNotice({ ...MARCH, month: '2025-01' }), { code: 'notices.nothing_moved' })
  const all = await Promise.allSettled(Array.from({ length: 8 }, () => desk(o).publishNotice(MARCH)))
  assert.equal(all.filter(({ status }) => status === 'fulfilled').length, 1)
  for (const one of all) if (one.status === 'rejected') assert.equal(one.reason.code, 'notices.published_before')
  const street = await o.hire({ role: 'street_staff', place: PLACES.xingtong, name: '陈涛' })
  await assert.rejects(desk(o, street).draftNotice(MARCH), { code: 'notices.outside_area' })
  assert.equal((await desk(o, street).draftNotice({ ...MARCH, placeCode: PLACES.xingtong })).sums.people, 3)
  assert.equal((await desk(o, street).listNotices({})).total, 0)
  for (const role of ['street_staff', 'community_worker', 'reader'] as const) {
    const worker = await o.hire({ role, place: PLACES.xingtong, name: '某人' })
    await assert.rejects(desk(o, worker).publishNotice({ ...MARCH, placeCode: PLACES.xingtong }), { status: 403 })
  }
})

test('withdrawn it stays with its reason, tells nobody’s points any more, and the month can be published again', async (t) => {
  const o = await open(t)
  const { id } = await desk(o).publishNotice(MARCH)
  await desk(o).withdrawNotice({ id, reason: '漏列一个社区' })
  await assert.rejects(desk(o).withdrawNotice({ id, reason: '再撤一次' }), { code: 'notices.withdrawn_before' })
  const told = await anybody(o).readPublicNotice({ id })
  assert.deepEqual([told.state, told.reason, told.people, told.sums.people], ['withdrawn', '漏列一个社区', [], 0])
  await assert.rejects(desk(o).printNotice({ id }), {
    code: 'notices.withdrawn_before',
  })
  const again = await desk(o).publishNotice(MARCH)
  assert.notEqual(again.id, id)
  assert.deepEqual((await desk(o).listNotices({ month: '2026-03' })).items.map(({ state }) => state).sort(), [
    'open',
    'withdrawn',
  ])
  o.clock.set('2026-05-02T09:00:00+08:00')
  const over = await anybody(o).readPublicNotice({ id: again.id })
  assert.deepEqual([over.state, over.people], ['over', []])
  await assert.rejects(anybody(o).readPublicNotice({ id: newId() }), { code: 'notices.unknown' })
})

test('an objection is entered at the desk and answered by somebody else; upheld it takes the notice down', async (t) => {
  const o = await open(t)
  const { id } = await desk(o).publishNotice(MARCH)
  const { questionId } = await desk(o).askAboutNotice({ id, words: '我三月多服务了一次' })
  const no = { id: questionId, answer: '已核对签到，没有这一次', isUpheld: false }
  await assert.rejects(desk(o).answerNoticeQuestion(no), { code: 'notices.own_question' })
  await desk(o, o.checker).answerNoticeQuestion(no)
  await assert.rejects(desk(o, o.checker).answerNoticeQuestion(no), { code: 'notices.answered_before' })
  assert.equal((await desk(o).readNotice({ id })).state, 'open')
  const second = await desk(o).askAboutNotice({ id, raisedBy: '李建国', words: '少记一次' })
  await desk(o, o.checker).answerNoticeQuestion({
    id: second.questionId,
    answer: '属实，补记后重新公示',
    isUpheld: true,
  })
  const read = await desk(o).readNotice({ id })
  assert.deepEqual([read.state, read.reason, read.questions.length], ['withdrawn', '属实，补记后重新公示', 2])
  await assert.rejects(desk(o).askAboutNotice({ id, words: '还有一处' }), { code: 'notices.over' })
})

test('who asks not to be named, who dies and who is erased leave the notice by name at once, and where they are few their figures too', async (t) => {
  const o = await open(t)
  await desk(o).setNaming({ personId: o.li, isNamed: false })
  await assert.rejects(desk(o).setNaming({ personId: o.li, isNamed: false }), { code: 'notices.naming_unchanged' })
  const { id } = await desk(o).publishNotice(MARCH)
  const names = async () => (await anybody(o).readPublicNotice({ id })).people.map(({ name }) => name).sort()
  assert.deepEqual(await names(), ['王**', '赵**'])
  await asOwner(o.house, `update person set status = 'deceased' where id = '${o.zhao}'`)
  assert.deepEqual(await names(), ['王**'])
  await desk(o).setNaming({ personId: o.wang, isNamed: false })
  const told = await anybody(o).readPublicNotice({ id })
  assert.deepEqual([told.people, told.unnamed.people, told.sums.earned, told.few, told.pool], [[], 0, 0, true, null])
  assert.equal((await desk(o).readNaming({ personId: o.wang })).isNamed, false)
  await desk(o).setNaming({ personId: o.wang, isNamed: true })
  assert.deepEqual(await names(), ['王**'])
  await o.act(async (ctx) => ctx.emit({ type: 'people.erased', data: { ids: [o.wang] } }))
  await o.deliver()
  assert.deepEqual(await names(), [])
})

test('the paper is a PDF for the wall', async (t) => {
  const o = await open(t)
  const { id } = await desk(o).publishNotice({ ...MARCH, phone: '0534-4230001' })
  const paper = await desk(o).printNotice({ id })
  assert.equal(Buffer.from(paper.bytes.slice(0, 5)).toString(), '%PDF-')
  assert.equal((await desk(o).readNotice({ id })).phone, '0534-4230001')
})

test('without a telephone for questions nothing is published', async (t) => {
  const o = await open(t)
  await asOwner(o.house, `update county set settings = settings - 'bureauPhone'`)
  await assert.rejects(desk(o).publishNotice(MARCH), { code: 'notices.no_issuer' })
})
