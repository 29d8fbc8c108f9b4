import assert from 'node:assert/strict'
import test from 'node:test'
import { type MessageDesk, messageDesk, tellAll } from '#test/office/desks/messages.ts'
import { PLACES } from '#test/office.ts'
import { contract as choices } from './choices/contract.ts'
import { contract } from './contract.ts'
import { tell } from './index.ts'

const desk = (o: MessageDesk, worker = o.worker) => o.as(worker).call(contract)
const who = (o: MessageDesk, n: number) => o.people[n] ?? ''

test('the way somebody chose is kept, and who chose it for them', async (t) => {
  const o = await messageDesk(t)
  const at = o.as(o.worker).call(choices)
  await at.chooseWay({ id: who(o, 3), way: 'family', onBehalf: 'family' })
  await at.chooseWay({ id: who(o, 0), way: 'paper' })
  const shown = await at.showChoice({ id: who(o, 3) })
  assert.deepEqual([shown.way, shown.hasPhone, shown.onBehalf, shown.by], ['family', true, 'family', o.worker.name])
  await tellAll(o)
  await o.send()
  assert.deepEqual(o.sms.received.map(({ to }) => to).toSorted(), ['13912340001', '13912340003'])
  await assert.rejects(at.chooseWay({ id: who(o, 0), way: 'own', declined: ['code'] }), {
    code: 'messages.must_be_told',
  })
  const neighbour = o.as(await o.hire({ role: 'community_worker', place: PLACES.xinyuan })).call(choices)
  await assert.rejects(neighbour.chooseWay({ id: who(o, 0), way: 'own' }), { status: 404 })
  await assert.rejects(neighbour.showChoice({ id: who(o, 0) }), { status: 404 })
})

test('an account reads its own inbox, counts and marks it; nobody else does', async (t) => {
  const o = await messageDesk(t)
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
  const o = await messageDesk(t)
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
  const o = await messageDesk(t)
  await tellAll(o)
  const { items } = await desk(o).listMessages({})
  const of = (name: string) => items.find((one) => one.name === name)?.id ?? ''
  const neighbour = await o.hire({ role: 'community_worker', place: PLACES.xinyuan })
  await assert.rejects(desk(o, neighbour).withdrawMessage({ id: of('赵桂英') }), { status: 404 })
  await desk(o).withdrawMessage({ id: of('赵桂英') })
  await o.send()
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
    const o = await messageDesk(t)
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
