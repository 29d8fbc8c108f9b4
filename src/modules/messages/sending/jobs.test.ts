import assert from 'node:assert/strict'
import test from 'node:test'
import { type MessageDesk, messageDesk, statesOf, tellAll } from '#test/office/desks/messages.ts'
import { asOwner } from '#test/office/owner.ts'
import { contract as choices } from '../choices/contract.ts'
import { contract } from '../contract.ts'
import { sendCode } from '../index.ts'
import { contract as settings } from '../settings/contract.ts'

const desk = (o: MessageDesk, worker = o.worker) => o.as(worker).call(contract)
const who = (o: MessageDesk, n: number) => o.people[n] ?? ''

test('people are told by text message or on paper, and every sending stands in the log with its cost', async (t) => {
  const o = await messageDesk(t)
  assert.deepEqual(await tellAll(o), { shown: 0, waiting: 2, toPrint: 2, withheld: 0 })
  await o.send()
  assert.deepEqual(await statesOf(o), [
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
  const o = await messageDesk(t)
  const told = await Promise.all(Array.from({ length: 5 }, () => tellAll(o)))
  assert.equal(
    told.reduce((sum, one) => sum + one.waiting + one.toPrint, 0),
    4,
  )
  await Promise.all([o.send(), o.send(), o.send()])
  await o.send()
  assert.equal(o.sms.received.length, 2)
  await tellAll(o, 'another storm')
  assert.equal((await desk(o).listMessages({})).total, 8)
})

test('in quiet hours everything waits until morning, but for one-time codes', async (t) => {
  const o = await messageDesk(t, { at: '2026-03-02T22:15:00+08:00' })
  await tellAll(o)
  assert.equal(await o.act((ctx) => sendCode(ctx, { personId: who(o, 0), phone: '13912340000', code: '480213' })), true)
  await o.send()
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
  await o.send()
  assert.equal(o.sms.received.length, 3)
})

test('the county moves its quiet hours', async (t) => {
  const o = await messageDesk(t, { at: '2026-03-02T20:30:00+08:00' })
  await o
    .as(await o.hire())
    .call(settings)
    .setQuietHours({ quietFrom: '20:00', quietTo: '07:00' })
  await tellAll(o)
  await o.send()
  assert.equal(o.sms.received.length, 0)
  await assert.rejects(o.as(o.worker).call(settings).setQuietHours({ quietFrom: '20:00', quietTo: '07:00' }), {
    status: 403,
  })
})

test('a one-time code stands nowhere in clear, neither before nor after it has left', async (t) => {
  const o = await messageDesk(t)
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
  await o.send()
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
  const o = await messageDesk(t)
  o.sms.answers.status = 503
  await o.act((ctx) => sendCode(ctx, { personId: who(o, 0), phone: '13912340000', code: '480213' }))
  await o.send()
  o.clock.pass(6)
  o.sms.answers.status = 200
  await o.send()
  assert.equal(o.sms.received.length, 1)
  const [line] = (await desk(o).listMessages({ kind: 'code' })).items
  assert.deepEqual([line?.status, line?.why], ['withheld', 'too_late'])
})

test('without a gateway nothing is sent: it stands on the printed list, and a code is not promised', async (t) => {
  const o = await messageDesk(t, { gateway: false })
  assert.deepEqual(await tellAll(o), { shown: 0, waiting: 0, toPrint: 4, withheld: 0 })
  assert.equal(
    await o.act((ctx) => sendCode(ctx, { personId: who(o, 0), phone: '13912340000', code: '480213' })),
    false,
  )
  assert.equal((await statesOf(o)).filter(([, , why]) => why === 'no_gateway').length, 2)
})

test('a gateway that is away is tried again and again, then the message is brought on paper', async (t) => {
  const o = await messageDesk(t)
  o.sms.answers.status = 503
  await tellAll(o, 'storm', [who(o, 0)])
  for (const minutes of [0, 2, 4, 8, 16]) {
    o.clock.pass(minutes)
    await o.send()
  }
  const [line] = (await desk(o).listMessages({})).items
  assert.deepEqual([line?.status, line?.why, line?.tries.length, line?.parts], ['to_print', 'failed', 5, 0])
  assert.deepEqual(
    [...new Set(line?.tries.map(({ outcome, fault }) => `${outcome} ${fault}`))],
    ['unreachable HTTP 503'],
  )
})

test('a number the gateway refuses is not tried again', async (t) => {
  const o = await messageDesk(t)
  o.sms.answers.status = 400
  await tellAll(o, 'storm', [who(o, 0)])
  await o.send()
  o.clock.pass(60)
  await o.send()
  assert.equal(o.sms.received.length, 1)
  assert.deepEqual(await statesOf(o), [['赵桂英', 'to_print', 'failed']])
})

test('nobody writes to the dead, the erased or who declined, also where the message waited already', async (t) => {
  const o = await messageDesk(t, { at: '2026-03-02T22:15:00+08:00' })
  await tellAll(o)
  await asOwner(o.house, `update person set status = 'deceased' where id = $1`, [who(o, 0)])
  await o
    .as(o.worker)
    .call(choices)
    .chooseWay({ id: who(o, 1), way: 'own', declined: ['gathering'] })
  await asOwner(o.house, `update person set secret = null where id = $1`, [who(o, 2)])
  o.clock.set('2026-03-03T09:00:00+08:00')
  await o.send()
  assert.equal(o.sms.received.length, 0)
  assert.deepEqual(await tellAll(o, 'next'), { shown: 0, waiting: 0, toPrint: 1, withheld: 3 })
  const withheld = (await desk(o).listMessages({ status: 'withheld' })).items.map(({ name, why }) => `${name} ${why}`)
  assert.deepEqual([...new Set(withheld)].toSorted(), ['孙长河 erased', '赵桂英 not_living', '钱守义 declined'])
})
