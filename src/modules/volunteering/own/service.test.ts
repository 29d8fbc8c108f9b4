import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { routes as gatheringRoutes } from '#modules/gatherings/index.ts'
import { newId } from '#platform/ids.ts'
import { elderDoors, elderOf, relativeOf } from '#test/office/elders.ts'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import type { Visitor } from '#test/office/visitor.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { routes } from '../index.ts'
import { contract as needs } from '../needs/contract.ts'
import { contract as shifts } from '../shifts/contract.ts'
import { contract as volunteers } from '../volunteers/contract.ts'
import { contract } from './contract.ts'

type Home = Office & { worker: Worker; person: string; helper: string; elder: Visitor }

async function open(t: TestContext): Promise<Home> {
  const o = await office({ rooms: [...elderDoors, ...gatheringRoutes, ...routes] })
  t.after(() => o.close())
  const worker = await o.hire({ role: 'bureau_staff' })
  const [person, helper] = await o.act(async (ctx) => [
    await settle(ctx, { name: '王秀英', place: PLACES.guangchang }),
    await settle(ctx, { name: '孙志国', place: PLACES.ruiheng }),
  ])
  const elder = await elderOf({ o, worker, personId: person ?? '' })
  return Object.assign(o, { worker, person: person ?? '', helper: helper ?? '', elder })
}

const mine = (o: Home) => o.elder.call(contract)
const desk = (o: Home) => o.as(o.worker)

async function published(o: Home, placeCode: string = PLACES.ruiheng): Promise<string> {
  const times = { startsAt: '2026-03-10T09:00:00+08:00', endsAt: '2026-03-10T11:00:00+08:00' }
  const { ids } = await desk(o)
    .call(shifts)
    .publishShift({ title: '助餐送饭', task: 'meals', placeCode, capacity: 1, ...times })
  return ids[0] ?? ''
}

const register = (o: Home, personId: string) =>
  desk(o)
    .call(volunteers)
    .registerVolunteer({ personId, skills: ['cooking'] })

test('an elder asks for help with one tap, and it stands in the book as theirs', async (t) => {
  const o = await open(t)
  const { needId, number } = await mine(o).askForHelp({ personId: o.person, kind: 'shopping' })
  const [line] = (await desk(o).call(needs).listNeeds({})).items
  assert.deepEqual(
    [line?.id, line?.channel, line?.onBehalf, line?.words, line?.place],
    [needId, 'own', 'self', '买菜购物', '广场社区'],
  )
  const [own] = (await mine(o).myNeeds({ personId: o.person })).items
  assert.deepEqual([own?.number, own?.status, own?.can.withdraw], [number, 'raised', true])
  await mine(o).withdrawMyNeed({ personId: o.person, id: needId })
  assert.equal((await mine(o).myNeeds({ personId: o.person })).items[0]?.status, 'withdrawn')
  await assert.rejects(mine(o).withdrawMyNeed({ personId: o.person, id: needId }), { status: 409 })
})

test('a wish that a poor line sends many times stands in the book once', async (t) => {
  const o = await open(t)
  const id = newId()
  const wish = { personId: o.person, id, kind: 'shopping' } as const
  const answers = await Promise.all(Array.from({ length: 6 }, () => mine(o).askForHelp(wish)))
  assert.deepEqual([...new Set(answers.map((one) => `${one.needId} ${one.number}`))], [`${id} 2026-0001`])
  assert.equal((await desk(o).call(needs).listNeeds({})).items.length, 1)
  for (const changed of [{ words: '还要买药' }, { kind: 'meals' }, { urgency: 'today' }] as const)
    await assert.rejects(mine(o).askForHelp({ ...wish, ...changed }), { code: 'own.wish_used', status: 422 })
  const other = await o.act((ctx) => settle(ctx, { name: '李长山', place: PLACES.guangchang }))
  const theirs = await elderOf({ o, worker: o.worker, personId: other })
  await assert.rejects(theirs.call(contract).askForHelp({ ...wish, personId: other }), { status: 404 })
  const { number } = await mine(o).askForHelp({ personId: o.person, kind: 'meals' })
  assert.equal(number, '2026-0002', 'what was refused took no number')
})

test('an identity number is kept out of the words of a need, however it is written; a telephone number is not', async (t) => {
  const o = await open(t)
  const id = '370502194809150014'
  for (const words of [
    `我的身份证 ${id} 请代办`,
    '身份证３７０５０２１９４８０９１５００１４',
    '370502 19480915 0014',
  ]) {
    await assert.rejects(mine(o).askForHelp({ personId: o.person, kind: 'policy', words }), {
      code: 'needs.holds_id_number',
      status: 422,
    })
    await assert.rejects(desk(o).call(needs).raiseNeed({ personId: o.person, kind: 'policy', words }), {
      code: 'needs.holds_id_number',
    })
  }
  assert.equal((await desk(o).call(needs).listNeeds({})).total, 0)
  const words = '请打 13805340000，订单 370502194809150015'
  const { needId } = await mine(o).askForHelp({ personId: o.person, kind: 'policy', words })
  const { version, placeCode, intensity, minutes } = await desk(o).call(needs).readNeed({ id: needId })
  const facts = {
    id: needId,
    version,
    kind: 'policy',
    urgency: 'normal',
    wishedOn: null,
    placeCode,
    intensity,
    minutes,
  } as const
  await assert.rejects(
    desk(o)
      .call(needs)
      .classifyNeed({ ...facts, words: `证件 ${id}` }),
    {
      code: 'needs.holds_id_number',
    },
  )
})

test('a daughter asks for her mother, who says afterwards how it was', async (t) => {
  const o = await open(t)
  const daughter = await relativeOf({ o, worker: o.worker, personId: o.person })
  const { needId: id } = await daughter
    .call(contract)
    .askForHelp({ personId: o.person, kind: 'clinic', words: '周三复查' })
  await register(o, o.helper)
  const book = desk(o).call(needs)
  await book.acceptNeed({ id })
  await book.matchNeed({ id, helperId: o.helper })
  const [matched] = (await mine(o).myNeeds({ personId: o.person })).items
  assert.deepEqual([matched?.status, matched?.helper, matched?.words], ['matched', '孙志国', '周三复查'])
  await book.beginNeed({ id })
  await book.serveNeed({ id })
  await mine(o).answerMyNeed({ personId: o.person, id, satisfaction: 5 })
  const [closed] = (await mine(o).myNeeds({ personId: o.person })).items
  assert.deepEqual([closed?.status, closed?.satisfaction], ['closed', 5])
})

test('an elder who is a volunteer claims a turn of their street and gives it up', async (t) => {
  const o = await open(t)
  const id = await published(o)
  await published(o, PLACES.xinyuan)
  const before = await mine(o).myShifts({ personId: o.person })
  assert.deepEqual(
    [before.isVolunteer, before.open.map(({ title, free }) => [title, free])],
    [false, [['助餐送饭', 1]]],
  )
  await assert.rejects(mine(o).claimMyTurn({ personId: o.person, id }), { status: 409 })
  await register(o, o.person)
  assert.equal((await mine(o).claimMyTurn({ personId: o.person, id })).status, 'claimed')
  const after = await mine(o).myShifts({ personId: o.person })
  assert.deepEqual([after.isVolunteer, after.mine[0]?.turn, after.open.length], [true, 'claimed', 0])
  await mine(o).giveUpMyTurn({ personId: o.person, id })
  await assert.rejects(mine(o).giveUpMyTurn({ personId: o.person, id }), { code: 'own.no_turn' })
})

test('nobody acts on the needs and turns of a person whose affairs they do not do', async (t) => {
  const o = await open(t)
  const { needId: id } = await desk(o).call(needs).raiseNeed({ kind: 'meals', words: '午饭', personId: o.helper })
  for (const refused of [
    () => mine(o).myNeeds({ personId: o.helper }),
    () => mine(o).askForHelp({ personId: o.helper, kind: 'meals' }),
    () => mine(o).withdrawMyNeed({ personId: o.person, id }),
    () => mine(o).answerMyNeed({ personId: o.person, id, satisfaction: 1 }),
    () => mine(o).myRecord({ personId: o.helper }),
    () => mine(o).myShifts({ personId: o.helper }),
  ])
    await assert.rejects(refused(), { status: 404 })
})

test('the name of a helper is told to whom they help, and of nobody else', async (t) => {
  const o = await open(t)
  const [row] = await asOwner<{ id: string }>(o.house, `select id from account where kind = 'own'`)
  const asked = await o.house.act({ county: o.county, account: row?.id ?? '' }, { readOnly: false }, (ctx) =>
    ctx.db
      .selectNoFrom((build) => build.fn<string | null>('helper_name', [build.val(o.helper)]).as('name'))
      .executeTakeFirst(),
  )
  assert.equal(asked?.name, null)
})

test('what was done for somebody and where they were is their record', async (t) => {
  const o = await open(t)
  assert.deepEqual(await mine(o).myRecord({ personId: o.person }), { waiting: [], served: [], given: [] })
})
