import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { visitor } from '#test/office/visitor.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { routes } from '../index.ts'
import { contract as sessions } from '../sessions/contract.ts'
import { contract as affairs } from './affairs/contract.ts'
import { contract } from './contract.ts'
import { contract as entering } from './entering/contract.ts'
import { actingFor, codeJob } from './index.ts'

type Opened = Office & { person: string; worker: Worker; texts: string[] }

async function open(t: TestContext): Promise<Opened> {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  const person = await o.act((ctx) => settle(ctx, { name: '王秀英', place: PLACES.guangchang }))
  const worker = await o.hire({ role: 'community_worker', place: PLACES.guangchang, name: '董晓丽' })
  return Object.assign(o, { person, worker, texts: [] })
}

const desk = (o: Opened) => o.as(o.worker).call(contract)

/** The queue at work: what was asked to be sent is sent, to a telephone that only this test has. */
async function work(o: Opened): Promise<string> {
  const rows = await asOwner<{ payload: Record<string, unknown> }>(
    o.house,
    `delete from graphile_worker._private_jobs where task_id = (select id from graphile_worker._private_tasks where identifier = 'elder_access.send_code')
     returning payload`,
  )
  const job = codeJob(async (_ctx, { code, phone }) => {
    o.texts.push(`${phone} ${code}`)
    return true
  })
  for (const { payload } of rows) await job.run(o.house, payload)
  return o.texts.at(-1)?.split(' ')[1] ?? ''
}

async function enter(o: Opened, card: { number: string; code: string }) {
  const browser = visitor(o)
  await browser.call(entering).enterByCard({ number: card.number, code: card.code })
  return browser
}

test('the community opens access, and the card signs in for a month', async (t) => {
  const o = await open(t)
  const card = await desk(o).openAccess({ id: o.person })
  assert.match(card.number, /^[1-9]\d{3} \d{4}$/)
  const browser = await enter(o, card)
  const me = await browser.call(affairs).myAffairs()
  assert.deepEqual(
    [me.name, me.county, me.people.map(({ personId, as, community }) => [personId, as, community])],
    ['王秀英', '临邑县', [[o.person, 'self', '广场社区']]],
  )
  o.clock.pass(13 * 1_440)
  assert.equal((await browser.call(affairs).myAffairs()).people.length, 1)
  o.clock.pass(18 * 1_440)
  await assert.rejects(browser.call(affairs).myAffairs(), { status: 401 })
})

test('an elder sees no list of the staff and no row but their own', async (t) => {
  const o = await open(t)
  const other = await o.act((ctx) => settle(ctx, { place: PLACES.guangchang }))
  const browser = await enter(o, await desk(o).openAccess({ id: o.person }))
  await assert.rejects(browser.call(affairs).readFamily({ personId: other }), { status: 404 })
  await assert.rejects(browser.call(contract).readAccess({ id: o.person }), { status: 403 })
  const who = await browser.call(sessions).whoAmI()
  assert.deepEqual([who.roles, who.permissions], [['elder'], ['accounts.self', 'own.use']])
  const [row] = await asOwner<{ id: string }>(o.house, `select id from account where kind = 'own'`)
  const seen = await o.house.act({ county: o.county, account: row?.id ?? '' }, { readOnly: false }, async (ctx) => {
    const before = await ctx.db.selectFrom('person').select('id').execute()
    await actingFor(ctx, o.person)
    return [before, await ctx.db.selectFrom('person').select('id').execute()]
  })
  assert.deepEqual(seen, [[], [{ id: o.person }]])
})

test('a code that came to the telephone signs in once, within ten minutes', async (t) => {
  const o = await open(t)
  await desk(o).openAccess({ id: o.person, mobile: '13905340001' })
  const browser = visitor(o)
  const door = browser.call(entering)
  await door.askCode({ mobile: '139 0534 0001' })
  const code = await work(o)
  assert.match(code, /^\d{6}$/)
  await assert.rejects(door.enterByCode({ mobile: '13905340002', code }), { code: 'own.wrong' })
  await door.enterByCode({ mobile: '13905340001', code })
  assert.equal((await browser.call(affairs).myAffairs()).name, '王秀英')
  await assert.rejects(door.enterByCode({ mobile: '13905340001', code }), { code: 'own.wrong' })
  await door.askCode({ mobile: '13905340001' })
  const late = await work(o)
  o.clock.pass(10)
  await assert.rejects(door.enterByCode({ mobile: '13905340001', code: late }), { code: 'own.wrong' })
})

test('whoever stands at the door has a number to ring, and is told where no code can come', async (t) => {
  const o = await open(t)
  const ask = () => visitor(o).call(entering).readDoorway()
  assert.deepEqual(await ask(), { items: [{ name: '临邑县', phone: null, sendsCodes: false }] })
  await asOwner(
    o.house,
    `update county set settings = settings || '{"bureauPhone": "0534-4261234", "areaCode": "0534"}'`,
  )
  await asOwner(
    o.house,
    `insert into sms_gateway (county, url, sign, secret, changed_at) values (371424, 'https://sms.example', '桑榆', '\\x00', now())`,
  )
  assert.deepEqual(await ask(), { items: [{ name: '临邑县', phone: '0534-4261234', sendsCodes: true }] })
})

test('the door says nothing of who has access: the same answer, and a text only to those who have', async (t) => {
  const o = await open(t)
  await desk(o).openAccess({ id: o.person, mobile: '13905340001' })
  const ask = (mobile: string) =>
    o.app.inject({ method: 'POST', url: '/api/own-session/codes', payload: { mobile }, remoteAddress: '10.2.2.2' })
  const [known, unknown] = [await ask('13905340001'), await ask('13905349999')]
  assert.deepEqual([known.statusCode, known.body], [unknown.statusCode, unknown.body])
  const [jobs] = await asOwner<{ n: number }>(
    o.house,
    `select count(*)::int as n from graphile_worker.jobs where task_identifier = 'elder_access.send_code'`,
  )
  assert.equal(jobs?.n, 2)
  await work(o)
  assert.deepEqual(
    o.texts.map((text) => text.slice(0, 11)),
    ['13905340001'],
  )
})

test('whoever asks for codes without end stops the asking there, and nobody’s way in', async (t) => {
  const o = await open(t)
  const card = await desk(o).openAccess({ id: o.person })
  const ask = (n: number) =>
    visitor(o)
      .call(entering)
      .askCode({ mobile: `139053${String(n).padStart(5, '0')}` })
  for (let n = 0; n < 30; n++) await ask(n)
  await assert.rejects(ask(30), { status: 429, code: 'sign_in.too_many' })
  await visitor(o).call(entering).enterByCard(card)
})

test('five wrong codes lock the card for a quarter of an hour, and the staff door knows no card', async (t) => {
  const o = await open(t)
  const card = await desk(o).openAccess({ id: o.person })
  const door = visitor(o).call(entering)
  for (let at = 0; at < 5; at++)
    await assert.rejects(door.enterByCard({ number: card.number, code: '0000 0000' }), { code: 'own.wrong' })
  await assert.rejects(door.enterByCard(card), { code: 'own.locked', status: 423 })
  o.clock.pass(16)
  await door.enterByCard(card)
  const typed = { login: card.number.replace(' ', ''), password: card.code.replace(' ', '') }
  await assert.rejects(visitor(o).call(sessions).signIn(typed), { code: 'sign_in.wrong' })
})

test('a card that was renewed ends the old one and every device', async (t) => {
  const o = await open(t)
  const old = await desk(o).openAccess({ id: o.person })
  const browser = await enter(o, old)
  const fresh = await desk(o).renewCard({ id: o.person })
  assert.equal(fresh.number, old.number)
  await assert.rejects(browser.call(affairs).myAffairs(), { status: 401 })
  await assert.rejects(enter(o, old), { code: 'own.wrong' })
  await enter(o, fresh)
  o.clock.pass(731 * 1_440)
  await assert.rejects(enter(o, fresh), { code: 'own.wrong' })
})

test('access is opened once, for the living, with a telephone of nobody else', async (t) => {
  const o = await open(t)
  const [dead, wife] = await o.act(async (ctx) => [
    await settle(ctx, { status: 'deceased', place: PLACES.guangchang }),
    await settle(ctx, { name: '李桂兰', place: PLACES.guangchang }),
  ])
  await desk(o).openAccess({ id: o.person, mobile: '13905340001' })
  await assert.rejects(desk(o).openAccess({ id: o.person }), { code: 'access.open_before' })
  await assert.rejects(desk(o).openAccess({ id: dead ?? '' }), { code: 'access.not_living' })
  await assert.rejects(desk(o).openAccess({ id: wife ?? '', mobile: '13905340001' }), { code: 'access.mobile_taken' })
  const both = await Promise.allSettled([1, 2, 3].map(() => desk(o).openAccess({ id: wife ?? '' })))
  assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1)
})

test('a worker opens access for the people of their own area only', async (t) => {
  const o = await open(t)
  const neighbour = o.as(await o.hire({ role: 'community_worker', place: PLACES.xinyuan })).call(contract)
  await assert.rejects(neighbour.openAccess({ id: o.person }), { status: 404 })
  await assert.rejects(neighbour.readAccess({ id: o.person }), { status: 404 })
  const reader = o.as(await o.hire({ role: 'reader' })).call(contract)
  await assert.rejects(reader.readAccess({ id: o.person }), { status: 403 })
})

test('a relative claims with the code of the elder’s page, and acts after the elder agreed', async (t) => {
  const o = await open(t)
  const elder = await enter(o, await desk(o).openAccess({ id: o.person }))
  const { code, qr } = await elder.call(affairs).showFamilyCode({ personId: o.person })
  assert.ok(qr.length >= 21)
  const daughter = visitor(o)
  const claim = { code, name: '赵丽', relation: '女儿', mobile: '13905340003' }
  await assert.rejects(daughter.call(entering).claimAuthority({ ...claim, code: '0000 0000' }), {
    code: 'own.wrong_family_code',
  })
  const { card } = await daughter.call(entering).claimAuthority(claim)
  assert.match(card?.number ?? '', /^[1-9]\d{3} \d{4}$/)
  await assert.rejects(daughter.call(entering).claimAuthority(claim), { code: 'own.wrong_family_code' })
  await daughter.call(entering).askCode({ mobile: claim.mobile })
  await daughter.call(entering).enterByCode({ mobile: claim.mobile, code: await work(o) })
  const before = await daughter.call(affairs).myAffairs()
  assert.deepEqual([before.people, before.waiting], [[], 1])
  await assert.rejects(daughter.call(affairs).readFamily({ personId: o.person }), { status: 404 })
  const [asked] = (await elder.call(affairs).readFamily({ personId: o.person })).items
  assert.deepEqual([asked?.name, asked?.relation, asked?.state], ['赵丽', '女儿', 'waiting'])
  const named = { personId: o.person, authorityId: asked?.id ?? '' }
  await assert.rejects(daughter.call(affairs).agreeToFamily(named), { status: 404 })
  await elder.call(affairs).agreeToFamily(named)
  const [mother] = (await daughter.call(affairs).myAffairs()).people
  assert.deepEqual([mother?.name, mother?.as, mother?.relation], ['王秀英', 'family', '女儿'])
  await assert.rejects(daughter.call(affairs).showFamilyCode({ personId: o.person }), { code: 'own.own_word' })
  await elder.call(affairs).endFamily(named)
  await assert.rejects(daughter.call(affairs).myAffairs(), { status: 401 })
})

test('the community records a relative with a last day, and ends it', async (t) => {
  const o = await open(t)
  const asked = { id: o.person, name: '赵刚', relation: '儿子', mobile: '13905340004', until: '2026-03-31' }
  const { authorityId, card } = await desk(o).giveAuthority(asked)
  await assert.rejects(desk(o).giveAuthority(asked), { code: 'access.acts_before' })
  const son = await enter(o, card ?? { number: '', code: '' })
  assert.equal((await son.call(affairs).myAffairs()).people[0]?.as, 'family')
  o.clock.set('2026-03-31T23:00:00+08:00')
  const again = await enter(o, card ?? { number: '', code: '' })
  assert.equal((await again.call(affairs).myAffairs()).people.length, 1)
  o.clock.pass(120)
  assert.equal((await again.call(affairs).myAffairs()).people.length, 0)
  await desk(o).endAuthority({ id: o.person, authorityId })
  const { family } = await desk(o).readAccess({ id: o.person })
  assert.deepEqual([family[0]?.state, family[0]?.endReason], ['ended', 'withdrawn'])
})

test('one who acts for two parents is known by one telephone', async (t) => {
  const o = await open(t)
  const father = await o.act((ctx) => settle(ctx, { name: '赵国栋', place: PLACES.guangchang }))
  const relative = { name: '赵丽', relation: '女儿', mobile: '13905340003' }
  const first = await desk(o).giveAuthority({ id: o.person, ...relative })
  const second = await desk(o).giveAuthority({ id: father, ...relative })
  assert.equal(second.card, null)
  const daughter = await enter(o, first.card ?? { number: '', code: '' })
  const { people } = await daughter.call(affairs).myAffairs()
  assert.deepEqual(people.map(({ name }) => name).sort(), ['王秀英', '赵国栋'])
})

test('when the elder dies nobody acts for them any more', async (t) => {
  const o = await open(t)
  const { card } = await desk(o).giveAuthority({ id: o.person, name: '赵丽', relation: '女儿' })
  const daughter = await enter(o, card ?? { number: '', code: '' })
  await asOwner(o.house, `update person set status = 'deceased' where id = $1`, [o.person])
  assert.deepEqual((await daughter.call(affairs).myAffairs()).people, [])
  await assert.rejects(daughter.call(affairs).readFamily({ personId: o.person }), { status: 404 })
})

test('withdrawn access signs out, and the telephone is free for another', async (t) => {
  const o = await open(t)
  const card = await desk(o).openAccess({ id: o.person, mobile: '13905340001' })
  const browser = await enter(o, card)
  await desk(o).withdrawAccess({ id: o.person })
  await assert.rejects(browser.call(affairs).myAffairs(), { status: 401 })
  await assert.rejects(enter(o, card), { code: 'own.wrong' })
  assert.equal((await desk(o).readAccess({ id: o.person })).access, null)
  await desk(o).openAccess({ id: o.person, mobile: '13905340001' })
})

test('every act says for whom it was, and as whom', async (t) => {
  const o = await open(t)
  const elder = await enter(o, await desk(o).openAccess({ id: o.person }))
  await elder.call(affairs).showFamilyCode({ personId: o.person })
  const [note] = await asOwner<{ action: string; detail: Record<string, unknown> }>(
    o.house,
    'select action, detail from audit_event order by seq desc limit 1',
  )
  assert.deepEqual([note?.action, note?.detail['for'], note?.detail['as']], ['showFamilyCode', o.person, 'self'])
})

test('neither the number on a card nor a telephone or code stands readable in the database', async (t) => {
  const o = await open(t)
  const card = await desk(o).openAccess({ id: o.person, mobile: '13905340001' })
  await visitor(o).call(entering).askCode({ mobile: '13905340001' })
  const rows = await asOwner<{ all: string }>(
    o.house,
    `select concat((select json_agg(a) from account a), (select json_agg(o) from own_account o), (select json_agg(c) from own_code c),
       (select json_agg(j) from graphile_worker._private_jobs j)) as all`,
  )
  const text = rows[0]?.all ?? ''
  for (const secret of ['13905340001', card.code.replace(' ', '')]) assert.ok(!text.includes(secret), secret)
})
