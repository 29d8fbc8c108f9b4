import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { registerPeople } from '#modules/people/index.ts'
import { asOwner } from '#test/office/owner.ts'
import { type SmsGateway, smsGateway } from '#test/office/sms-gateway.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { contract as choices } from './choices/contract.ts'
import { contract } from './contract.ts'
import { contract as gateways } from './gateway/contract.ts'
import { gatewayRoutesFor } from './gateway/index.ts'
import { routes, sendCode, tell } from './index.ts'
import { jobsFor } from './jobs.ts'
import { contract as settings } from './settings/contract.ts'

type Desk = Office & { sms: SmsGateway; worker: Worker; people: string[]; deliver1: () => Promise<void> }
const [deliver] = jobsFor(true)

const NAMES = ['赵桂英', '钱守义', '孙长河', '李秀兰']
/** The first two have a mobile, the third a landline, the fourth a daughter's mobile. */
const PHONES = [
  [{ number: '13912340000', label: '本人' }],
  [{ number: '13912340001', label: '本人' }],
  [{ number: '0534-4261234', label: '住宅' }],
  [{ number: '13912340003', label: '女' }],
]

async function open(t: TestContext, { gateway = true, at = '2026-03-02T09:00:00+08:00' } = {}): Promise<Desk> {
  const o = await office({ rooms: [...routes.slice(0, -1), gatewayRoutesFor(true)], at })
  const sms = await smsGateway()
  t.after(async () => {
    await o.close()
    await sms.close()
  })
  const worker = await o.hire({ role: 'community_worker', place: PLACES.guangchang })
  const people = await o.act((ctx) =>
    registerPeople(
      ctx,
      NAMES.map((name, n) => ({
        values: { name },
        phones: PHONES[n] ?? [],
        unitId: null,
        managingUnitId: null,
        placeCode: PLACES.guangchang,
        tags: [],
        source: '登记表',
      })),
    ),
  )
  if (gateway) {
    const system = await o.hire({ role: 'system_administrator' })
    await o.as(system).call(gateways).setGateway({ url: sms.url, sign: '临邑老干部局', secret: 'between-us' })
  }
  const deliver1 = async () => deliver?.run(o.house, { county: o.county })
  return Object.assign(o, { sms, worker, people, deliver1 })
}

const desk = (o: Desk, worker = o.worker) => o.as(worker).call(contract)
const who = (o: Desk, n: number) => o.people[n] ?? ''
const values = { title: '健步走', when: '3月10日9:00', where: '活动室', reason: '大风' }
const tellAll = (o: Desk, key = 'storm') =>
  o.act((ctx) => tell(ctx, { personIds: o.people, template: 'gathering.cancelled', values, key }))

async function states(o: Desk) {
  const { items } = await desk(o).listMessages({})
  return items.map(({ name, status, why }) => [name, status, why]).toSorted()
}

test('people are told by text message or on paper, and every sending stands in the log with its cost', async (t) => {
  const o = await open(t)
  assert.deepEqual(await tellAll(o), { shown: 0, waiting: 2, toPrint: 2, withheld: 0 })
  await o.deliver1()
  assert.deepEqual(await states(o), [
    ['孙长河', 'to_print', 'no_phone'],
    ['李秀兰', 'to_print', 'no_phone'],
    ['赵桂英', 'sent', null],
    ['钱守义', 'sent', null],
  ])
  const letter = o.sms.received.find(({ to }) => to === '13912340000')
  assert.match(letter?.text ?? '', /^赵桂英同志：原定3月10日9:00的“健步走”取消，原因：大风。/)
  assert.deepEqual([letter?.sign, letter?.authorization], ['临邑老干部局', 'Bearer between-us'])
  const log = await desk(o).listMessages({ personId: who(o, 0) })
  assert.deepEqual([log.total, log.parts, log.items[0]?.tries.map(({ outcome }) => outcome)], [1, 1, ['sent']])
})

test('the same is told once, however often and at once it is asked for', async (t) => {
  const o = await open(t)
  const told = await Promise.all(Array.from({ length: 5 }, () => tellAll(o)))
  assert.equal(
    told.reduce((sum, one) => sum + one.waiting + one.toPrint, 0),
    4,
  )
  await Promise.all([o.deliver1(), o.deliver1(), o.deliver1()])
  await o.deliver1()
  assert.equal(o.sms.received.length, 2)
  await tellAll(o, 'another storm')
  assert.equal((await desk(o).listMessages({})).total, 8)
})

test('in quiet hours everything waits until morning, but for one-time codes', async (t) => {
  const o = await open(t, { at: '2026-03-02T22:15:00+08:00' })
  await tellAll(o)
  assert.equal(await o.act((ctx) => sendCode(ctx, { personId: who(o, 0), phone: '13912340000', code: '480213' })), true)
  await o.deliver1()
  assert.deepEqual(
    o.sms.received.map(({ text }) => /480213/.test(text)),
    [true],
  )
  const waiting = (await desk(o).listMessages({ status: 'waiting' })).items
  assert.deepEqual(
    [...new Set(waiting.map(({ dueAt }) => new Date(dueAt ?? 0).toISOString()))],
    ['2026-03-03T00:00:00.000Z'],
  )
  o.clock.set('2026-03-03T08:00:00+08:00')
  await o.deliver1()
  assert.equal(o.sms.received.length, 3)
})

test('the county moves its quiet hours', async (t) => {
  const o = await open(t, { at: '2026-03-02T20:30:00+08:00' })
  await o
    .as(await o.hire())
    .call(settings)
    .setQuietHours({ quietFrom: '20:00', quietTo: '07:00' })
  await tellAll(o)
  await o.deliver1()
  assert.equal(o.sms.received.length, 0)
  await assert.rejects(o.as(o.worker).call(settings).setQuietHours({ quietFrom: '20:00', quietTo: '07:00' }), {
    status: 403,
  })
})

test('a one-time code stands nowhere in clear, neither before nor after it has left', async (t) => {
  const o = await open(t)
  await o.act((ctx) => sendCode(ctx, { personId: who(o, 0), phone: '13912340000', code: '480213' }))
  const everywhere = async () => {
    const tables = await asOwner<{ name: string }>(
      o.house,
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')`,
    )
    const found: string[] = []
    for (const { name } of tables) {
      const rows = await asOwner<{ row: string }>(o.house, `select t::text as row from ${name} t`)
      if (rows.some(({ row }) => row.includes('480213'))) found.push(name)
    }
    return found
  }
  assert.deepEqual(await everywhere(), [])
  await o.deliver1()
  assert.deepEqual(await everywhere(), [])
  const [line] = (await desk(o).listMessages({ kind: 'code' })).items
  assert.deepEqual([line?.status, line?.text], ['sent', null])
  const [kept] = await asOwner<{ to_sealed: Buffer | null }>(
    o.house,
    `select to_sealed from message where kind = 'code'`,
  )
  assert.equal(kept?.to_sealed, null)
})

test('a code that could not leave within five minutes never leaves', async (t) => {
  const o = await open(t)
  o.sms.answers.status = 503
  await o.act((ctx) => sendCode(ctx, { personId: who(o, 0), phone: '13912340000', code: '480213' }))
  await o.deliver1()
  o.clock.pass(6)
  o.sms.answers.status = 200
  await o.deliver1()
  assert.equal(o.sms.received.length, 1)
  const [line] = (await desk(o).listMessages({ kind: 'code' })).items
  assert.deepEqual([line?.status, line?.why], ['withheld', 'too_late'])
})

test('without a gateway nothing is sent: it stands on the printed list, and a code is not promised', async (t) => {
  const o = await open(t, { gateway: false })
  assert.deepEqual(await tellAll(o), { shown: 0, waiting: 0, toPrint: 4, withheld: 0 })
  assert.equal(
    await o.act((ctx) => sendCode(ctx, { personId: who(o, 0), phone: '13912340000', code: '480213' })),
    false,
  )
  assert.equal((await states(o)).filter(([, , why]) => why === 'no_gateway').length, 2)
})

test('a gateway that is away is tried again and again, then the message is brought on paper', async (t) => {
  const o = await open(t)
  o.sms.answers.status = 503
  await o.act((ctx) => tell(ctx, { personIds: [who(o, 0)], template: 'gathering.cancelled', values, key: 'storm' }))
  for (const minutes of [0, 2, 4, 8, 16]) {
    o.clock.pass(minutes)
    await o.deliver1()
  }
  const [line] = (await desk(o).listMessages({})).items
  assert.deepEqual([line?.status, line?.why, line?.tries.length, line?.parts], ['to_print', 'failed', 5, 0])
  assert.deepEqual(
    [...new Set(line?.tries.map(({ outcome, fault }) => `${outcome} ${fault}`))],
    ['unreachable HTTP 503'],
  )
})

test('a number the gateway refuses is not tried again', async (t) => {
  const o = await open(t)
  o.sms.answers.status = 400
  await o.act((ctx) => tell(ctx, { personIds: [who(o, 0)], template: 'gathering.cancelled', values, key: 'storm' }))
  await o.deliver1()
  o.clock.pass(60)
  await o.deliver1()
  assert.equal(o.sms.received.length, 1)
  assert.deepEqual(await states(o), [['赵桂英', 'to_print', 'failed']])
})

test('nobody writes to the dead, the erased or who declined, also where the message waited already', async (t) => {
  const o = await open(t, { at: '2026-03-02T22:15:00+08:00' })
  await tellAll(o)
  await asOwner(o.house, `update person set status = 'deceased' where id = $1`, [who(o, 0)])
  await o
    .as(o.worker)
    .call(choices)
    .chooseWay({ id: who(o, 1), way: 'own', declined: ['gathering'] })
  await asOwner(o.house, `update person set secret = null where id = $1`, [who(o, 2)])
  o.clock.set('2026-03-03T09:00:00+08:00')
  await o.deliver1()
  assert.equal(o.sms.received.length, 0)
  assert.deepEqual(await tellAll(o, 'next'), { shown: 0, waiting: 0, toPrint: 1, withheld: 3 })
  const withheld = (await desk(o).listMessages({ status: 'withheld' })).items.map(({ name, why }) => `${name} ${why}`)
  assert.deepEqual([...new Set(withheld)].toSorted(), ['孙长河 erased', '赵桂英 not_living', '钱守义 declined'])
})

test('the way somebody chose is kept, and who chose it for them', async (t) => {
  const o = await open(t)
  const at = o.as(o.worker).call(choices)
  await at.chooseWay({ id: who(o, 3), way: 'family', onBehalf: 'family' })
  await at.chooseWay({ id: who(o, 0), way: 'paper' })
  const shown = await at.showChoice({ id: who(o, 3) })
  assert.deepEqual([shown.way, shown.hasPhone, shown.onBehalf, shown.by], ['family', true, 'family', o.worker.name])
  await tellAll(o)
  await o.deliver1()
  assert.deepEqual(o.sms.received.map(({ to }) => to).toSorted(), ['13912340001', '13912340003'])
  await assert.rejects(at.chooseWay({ id: who(o, 0), way: 'own', declined: ['code'] }), {
    code: 'messages.must_be_told',
  })
  const neighbour = o.as(await o.hire({ role: 'community_worker', place: PLACES.xinyuan })).call(choices)
  await assert.rejects(neighbour.chooseWay({ id: who(o, 0), way: 'own' }), { status: 404 })
  await assert.rejects(neighbour.showChoice({ id: who(o, 0) }), { status: 404 })
})

test('an account reads its own inbox, counts and marks it; nobody else does', async (t) => {
  const o = await open(t)
  const other = await o.hire()
  const accountIds = [o.worker.id]
  for (const n of [1, 2])
    await o.act((ctx) =>
      tell(ctx, {
        accountIds,
        template: 'group.term_ends',
        values: { group: '书法小组', post: { zh: '组长', en: 'leader' }, day: `2026-06-0${n}` },
        key: `term${n}`,
      }),
    )
  assert.deepEqual(await desk(o).countUnread({}), { unread: 2 })
  const { items, total } = await desk(o).readInbox({})
  assert.equal(total, 2)
  assert.match(items[0]?.text.en ?? '', /leader of “书法小组” ends on 2026-06-02/)
  assert.deepEqual(await desk(o, other).readInbox({}), { items: [], total: 0, unread: 0 })
  assert.deepEqual(await desk(o, other).markRead({ ids: [items[0]?.id ?? ''] }), { read: 0 })
  await desk(o).markRead({ ids: [items[0]?.id ?? ''] })
  assert.equal((await desk(o).readInbox({ unread: true })).total, 1)
  assert.deepEqual(await desk(o).markRead({}), { read: 1 })
})

test('a notice to a community says before it leaves how it reaches whom, and leaves once', async (t) => {
  const o = await open(t)
  const audience = { under: PLACES.guangchang, personIds: [] }
  const preview = await desk(o).previewNotice(audience)
  assert.deepEqual([preview.sms, preview.paper, preview.withheld], [2, 2, 0])
  const notice = { ...audience, text: '周五上午停水，请提前储水。', key: '01980000-0000-7000-8000-0000000000aa' }
  assert.deepEqual(await desk(o).sendNotice(notice), { sms: 2, paper: 2, withheld: 0 })
  assert.deepEqual(await desk(o).sendNotice(notice), { sms: 0, paper: 0, withheld: 0 })
  const neighbour = await o.hire({ role: 'community_worker', place: PLACES.xinyuan })
  await assert.rejects(desk(o, neighbour).sendNotice(notice), { code: 'messages.nobody' })
  await assert.rejects(desk(o, neighbour).previewNotice({ personIds: [who(o, 0)] }), { code: 'messages.strangers' })
  assert.equal((await desk(o, neighbour).listMessages({})).total, 0)
})

test('what has not left can be taken back, what has left cannot', async (t) => {
  const o = await open(t)
  await tellAll(o)
  const { items } = await desk(o).listMessages({})
  const of = (name: string) => items.find((one) => one.name === name)?.id ?? ''
  const neighbour = await o.hire({ role: 'community_worker', place: PLACES.xinyuan })
  await assert.rejects(desk(o, neighbour).withdrawMessage({ id: of('赵桂英') }), { status: 404 })
  await desk(o).withdrawMessage({ id: of('赵桂英') })
  await o.deliver1()
  assert.deepEqual(
    o.sms.received.map(({ to }) => to),
    ['13912340001'],
  )
  await assert.rejects(desk(o).withdrawMessage({ id: of('钱守义') }), { code: 'messages.gone' })
})

for (const [role, sends, reads] of [
  ['bureau_staff', 200, 200],
  ['street_staff', 200, 200],
  ['community_worker', 200, 200],
  ['unit_liaison', 403, 403],
  ['reader', 403, 403],
  ['system_administrator', 403, 403],
] as const)
  test(`${role} ${sends === 200 ? 'sends notices and reads the log' : 'sends no notice and reads no log'}`, async (t) => {
    const o = await open(t)
    const worker = await o.hire({ role })
    const status = (asked: Promise<unknown>) =>
      asked.then(
        () => 200,
        (error: { status: number }) => error.status,
      )
    const notice = { personIds: [who(o, 0)], text: '周五上午停水。', key: '01980000-0000-7000-8000-0000000000aa' }
    assert.deepEqual(
      [await status(desk(o, worker).sendNotice(notice)), await status(desk(o, worker).listMessages({}))],
      [sends, reads],
    )
  })
