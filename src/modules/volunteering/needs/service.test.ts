import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import type { Asked } from '#platform/contract.ts'
import { newId } from '#platform/ids.ts'
import { asOwner, tracesOf } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { contract } from './contract.ts'
import { needReleased, needsServed, needTaken, raiseNeed, routes } from './index.ts'

type Desk = Office & { worker: Worker; elder: string; helper: string; team: string }

async function open(t: TestContext): Promise<Desk> {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  const worker = await o.hire({ role: 'community_worker', place: PLACES.guangchang })
  const elder = await o.act((ctx) => settle(ctx, { name: '王秀英', place: PLACES.guangchang }))
  const helper = await o.act((ctx) => settle(ctx, { name: '李国强', place: PLACES.guangchang }))
  const team = newId()
  await o.act(async (ctx) => {
    const county = o.county
    const at = ctx.now.toISOString()
    const one = { county, person_id: helper, number: '371424000001', since_on: '2026-01-01', registered_at: at }
    await ctx.db
      .insertInto('volunteer')
      .values({ ...one, id: newId() })
      .execute()
    const group = { county, id: team, kind: 'team', name: '助餐服务队', place_code: PLACES.guangchang }
    await ctx.db
      .insertInto('volunteer_team')
      .values({ ...group, founded_on: '2026-01-01', created_at: at })
      .execute()
  })
  return Object.assign(o, { worker, elder, helper, team })
}

const at = (o: Desk, worker: Pick<Worker, 'token'> = o.worker) => o.as(worker).call(contract)
const meal: Asked<typeof contract.raiseNeed> = { kind: 'meals', words: '独居，希望中午有人送餐' }
const raised = async (o: Desk, more: Partial<Asked<typeof contract.raiseNeed>> = {}) =>
  (await at(o).raiseNeed({ ...meal, personId: o.elder, ...more })).needId

test('a need goes its whole way, and every step stands on its record', async (t) => {
  const o = await open(t)
  const id = await raised(o, { channel: 'phone', onBehalf: 'family', asker: '女儿 王丽' })
  await at(o).acceptNeed({ id })
  await at(o).matchNeed({ id, helperId: o.helper })
  await at(o).beginNeed({ id })
  await at(o).serveNeed({ id, note: '已送到' })
  await at(o).closeNeed({ id, satisfaction: 5 })
  const need = await at(o).readNeed({ id })
  assert.deepEqual(
    [need.number, need.status, need.name, need.helper, need.words, need.asker, need.satisfaction],
    ['2026-0001', 'closed', '王秀英', '李国强', meal.words, '女儿 王丽', 5],
  )
  assert.deepEqual(
    need.steps.map(({ act, toStatus, note }) => [act, toStatus, note]),
    [
      ['raise', 'raised', null],
      ['accept', 'accepted', null],
      ['match', 'matched', null],
      ['begin', 'in_service', null],
      ['serve', 'served', '已送到'],
      ['close', 'closed', null],
    ],
  )
  assert.equal(Object.values(need.can).some(Boolean), false)
})

test('what is asked lies sealed in the database', async (t) => {
  const o = await open(t)
  await raised(o, { asker: '女儿' })
  const rows = await asOwner<{ text: string }>(o.house, 'select need::text as text from need')
  assert.equal(/送餐|女儿/.test(rows[0]?.text ?? ''), false)
})

test('the numbers of a year have no gap, however many write at once', async (t) => {
  const o = await open(t)
  const answers = await Promise.all(Array.from({ length: 12 }, () => at(o).raiseNeed({ ...meal, personId: o.elder })))
  const wanted = Array.from({ length: 12 }, (_, n) => `2026-${String(n + 1).padStart(4, '0')}`)
  assert.deepEqual(answers.map(({ number }) => number).sort(), wanted)
})

test('of two who accept at once one does, and the other is told', async (t) => {
  const o = await open(t)
  const id = await raised(o)
  const done = await Promise.allSettled([1, 2, 3].map(() => at(o).acceptNeed({ id })))
  assert.equal(done.filter(({ status }) => status === 'fulfilled').length, 1)
  assert.equal((await at(o).readNeed({ id })).steps.length, 2)
})

test('a step that cannot be done now is refused and leaves no trace', async (t) => {
  const o = await open(t)
  const id = await raised(o)
  const before = await tracesOf(o.house)
  await assert.rejects(at(o).serveNeed({ id }), { status: 409, code: 'needs.not_now' })
  await assert.rejects(at(o).matchNeed({ id, helperId: o.helper }), { status: 409, code: 'needs.not_now' })
  assert.deepEqual(await tracesOf(o.house), before)
})

test('a need is given to one volunteer or one team, never to themselves, to somebody who is no volunteer, or to both', async (t) => {
  const o = await open(t)
  const id = await raised(o)
  await at(o).acceptNeed({ id })
  const stranger = await o.act((ctx) => settle(ctx, { name: '赵一', place: PLACES.guangchang }))
  for (const [who, code] of [
    [{}, 'needs.one_helper'],
    [{ helperId: o.helper, teamId: o.team }, 'needs.one_helper'],
    [{ helperId: o.elder }, 'needs.not_themselves'],
    [{ helperId: stranger }, 'needs.not_a_volunteer'],
    [{ teamId: newId() }, 'row.not_found'],
  ] as const)
    await assert.rejects(at(o).matchNeed({ id, ...who }), { code })
  await at(o).matchNeed({ id, teamId: o.team })
  await at(o).matchNeed({ id, helperId: o.helper, note: '队里派李国强' })
  const need = await at(o).readNeed({ id })
  assert.deepEqual([need.status, need.helper, need.team], ['matched', '李国强', null])
})

test('somebody who was not helped after all waits again, without the helper', async (t) => {
  const o = await open(t)
  const id = await raised(o)
  await at(o).acceptNeed({ id })
  await at(o).matchNeed({ id, helperId: o.helper })
  await at(o).releaseNeed({ id, reason: '临时有事' })
  assert.deepEqual([(await at(o).readNeed({ id })).status, (await at(o).readNeed({ id })).helper], ['accepted', null])
})

test('the shift of a need takes it on, serves it, and gives it back if it falls through; told twice it happens once', async (t) => {
  const o = await open(t)
  const [id, other, shiftId] = [await raised(o), await raised(o), newId()]
  await at(o).acceptNeed({ id })
  await at(o).acceptNeed({ id: other })
  for (const _ of [1, 2]) await o.act((ctx) => needTaken(ctx, { needId: id, shiftId }))
  assert.deepEqual(
    [(await at(o).readNeed({ id })).status, (await at(o).readNeed({ id })).shiftId],
    ['in_service', shiftId],
  )
  await assert.rejects(
    o.act((ctx) => needTaken(ctx, { needId: id, shiftId: newId() })),
    { code: 'needs.not_now' },
  )
  for (const _ of [1, 2]) await o.act((ctx) => needsServed(ctx, [id]))
  assert.equal((await at(o).readNeed({ id })).status, 'served')
  await o.act((ctx) => needTaken(ctx, { needId: other, shiftId }))
  for (const _ of [1, 2]) await o.act((ctx) => needReleased(ctx, { needId: other, reason: '下雨取消' }))
  assert.equal((await at(o).readNeed({ id: other })).status, 'accepted')
})

test('an elder asks by their own page and needs no place: it is where they live', async (t) => {
  const o = await open(t)
  const own = { channel: 'own', onBehalf: 'self', personId: o.elder, kind: 'company', words: '想有人聊聊天' } as const
  const { needId } = await o.act((ctx) => raiseNeed(ctx, own))
  const need = await at(o).readNeed({ id: needId })
  assert.deepEqual([need.placeCode, need.channel, need.onBehalf], [PLACES.guangchang, 'own', 'self'])
})

test('a need without a place, of somebody who has died, or in another area is not written down', async (t) => {
  const o = await open(t)
  await assert.rejects(at(o).raiseNeed(meal), { status: 422, code: 'needs.place_needed' })
  await assert.rejects(at(o).raiseNeed({ ...meal, placeCode: PLACES.xinyuan }), { status: 403 })
  await asOwner(o.house, `update person set status = 'deceased' where id = $1`, [o.elder])
  await assert.rejects(raised(o), { code: 'needs.not_living' })
})

test('kind, urgency and words are put right; who was slower is told', async (t) => {
  const o = await open(t)
  const id = await raised(o)
  const right = { id, kind: 'shopping', words: '代买米面', urgency: 'today', placeCode: PLACES.guangchang } as const
  const terms = { wishedOn: null, intensity: 3, minutes: 90 }
  await at(o).classifyNeed({ ...right, ...terms, version: 1 })
  const need = await at(o).readNeed({ id })
  assert.deepEqual([need.kind, need.words, need.urgency, need.intensity], ['shopping', '代买米面', 'today', 3])
  assert.equal(need.dueAt, '2026-03-03T01:00:00.000Z')
  await assert.rejects(at(o).classifyNeed({ ...right, ...terms, version: 1 }), { code: 'needs.changed_meanwhile' })
})

test('the board counts every state and what is late in it, and shows the most urgent first', async (t) => {
  const o = await open(t)
  const slow = await raised(o)
  const quick = await raised(o, { urgency: 'today' })
  o.clock.pass(3 * 24 * 60)
  const { columns } = await at(o).readNeedsBoard({})
  const [first] = columns
  assert.deepEqual([columns.length, first?.status, first?.total, first?.overdue], [8, 'raised', 2, 1])
  assert.deepEqual(
    first?.items.map(({ id }) => id),
    [quick, slow],
  )
})

test('the list answers state, kind, place, days of raising, the number and a name', async (t) => {
  const o = await open(t)
  const id = await raised(o)
  await raised(o, { kind: 'repair', personId: null, placeCode: PLACES.guangchang })
  const found = async (asked: Asked<typeof contract.listNeeds>) => (await at(o).listNeeds(asked)).total
  assert.equal(await found({}), 2)
  assert.equal(await found({ kind: 'repair' }), 1)
  assert.equal(await found({ status: 'closed' }), 0)
  assert.equal(await found({ q: '秀英' }), 1)
  assert.equal(await found({ q: '2026-0002' }), 1)
  assert.equal(await found({ from: '2026-03-02', to: '2026-03-02' }), 2)
  assert.equal(await found({ from: '2026-03-03' }), 0)
  assert.equal(await found({ under: PLACES.xinyuan }), 0)
  assert.equal(await found({ personId: o.elder }), 1)
  assert.equal((await at(o).listNeeds({ personId: o.elder })).items[0]?.id, id)
})

for (const [who, post, sees, records, manages] of [
  ['bureau staff', {}, true, true, true],
  ['a worker of the community', { role: 'community_worker', place: PLACES.guangchang }, true, true, true],
  ['a worker of another', { role: 'community_worker', place: PLACES.xinyuan }, false, false, false],
  ['a reader', { role: 'reader' }, true, false, false],
  ['an audit administrator', { role: 'audit_administrator' }, false, false, false],
] as const)
  test(`${who} ${sees ? 'sees' : 'does not see'} the need, ${manages ? 'accepts' : 'does not accept'} it`, async (t) => {
    const o = await open(t)
    const id = await raised(o)
    const worker = await o.hire(post)
    const answered = async (work: Promise<unknown>) => (await Promise.allSettled([work]))[0]?.status === 'fulfilled'
    assert.equal(await answered(at(o, worker).readNeed({ id })), sees)
    assert.equal(await answered(at(o, worker).acceptNeed({ id })), manages)
    assert.equal(await answered(at(o, worker).withdrawNeed({ id, reason: '家人已办' })), records)
  })

test('a reader sees that somebody asks, and for what kind of help, not their words', async (t) => {
  const o = await open(t)
  const id = await raised(o, { asker: '女儿' })
  const need = await at(o, await o.hire({ role: 'reader' })).readNeed({ id })
  assert.deepEqual([need.kind, need.words, need.asker], ['meals', null, null])
})

test('a unit’s liaison follows the needs of the unit’s people wherever they live', async (t) => {
  const o = await open(t)
  const unit = newId()
  await o.act((ctx) =>
    ctx.db.insertInto('unit').values({ county: o.county, id: unit, name: '县水利局', kind: 'employer' }).execute(),
  )
  const theirs = await o.act((ctx) => settle(ctx, { name: '孙明', place: PLACES.guangchang, unit }))
  await raised(o, { personId: theirs })
  await raised(o)
  const liaison = await o.hire({ role: 'unit_liaison', unit })
  const { items, total } = await at(o, liaison).listNeeds({})
  assert.deepEqual([total, items[0]?.name], [1, '孙明'])
})
