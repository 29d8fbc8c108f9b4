import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { listeners, routes as messageRoutes } from '#modules/messages/index.ts'
import { addSite } from '#modules/places/index.ts'
import type { Asked } from '#platform/contract.ts'
import { logOf } from '#test/office/desks/messages.ts'
import { tracesOf } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { contract } from '../contract.ts'
import { routes } from '../index.ts'
import { contract as signUps } from '../sign-up/contract.ts'

type Plan = Asked<typeof contract.planGathering>
type Desk = Office & { worker: Worker; hall: string; ids: string[] }

const plan = (more: Partial<Plan> = {}): Plan => ({
  kind: 'class',
  title: '书法课',
  placeCode: PLACES.guangchang,
  startsAt: '2026-03-10T09:00:00+08:00',
  endsAt: '2026-03-10T11:00:00+08:00',
  ...more,
})

/** A class on four Tuesdays in one hall. */
async function open(t: TestContext): Promise<Desk> {
  const o = await office({ rooms: [...routes, ...messageRoutes], listeners })
  t.after(() => o.close())
  const worker = await o.hire({ role: 'community_worker', place: PLACES.guangchang })
  const hall = { placeCode: PLACES.guangchang, kind: 'venue', name: '活动室', address: null, phone: null } as const
  const site = await o.act((ctx) =>
    addSite(ctx, { ...hall, unitId: null, lon: null, lat: null, isShared: true, opens: null }),
  )
  const series = plan({ siteId: site.id, repeat: { every: 'week', times: 4 } })
  const { ids } = await o.as(worker).call(contract).planGathering(series)
  return Object.assign(o, { worker, hall: site.id, ids })
}

const at = (o: Desk) => o.as(o.worker).call(contract)
const desk = (o: Desk) => o.as(o.worker).call(signUps)
const nth = (o: Desk, n: number) => o.ids[n] ?? ''
const whole = async (o: Desk) => {
  const read = await Promise.all(o.ids.map((id) => at(o).readGathering({ id })))
  return read.map(({ title, startsAt, status }) => [title, startsAt.slice(5, 16), status])
}
const person = (o: Desk, name: string, birth: string) =>
  o.act(async (ctx) => {
    const id = await settle(ctx, { name, place: PLACES.guangchang })
    await ctx.db.updateTable('person').set({ birth_on: birth }).where('id', '=', id).execute()
    return id
  })
const told = async (o: Desk) => {
  await o.deliver()
  const { items } = await logOf(o, o.worker)
  return items.map(({ name, template, text }) => [name, template, text] as const)
}

test('one, this and the following, or all of a series are changed in one act, each keeping what was its own', async (t) => {
  const o = await open(t)
  const late = { startsAt: '2026-03-24T09:00:00+08:00', endsAt: '2026-03-24T11:00:00+08:00', siteId: o.hall }
  await at(o).changeGathering({ ...plan({ ...late, title: '书法课（结业）' }), id: nth(o, 2), version: 1 })
  const second = { startsAt: '2026-03-17T14:00:00+08:00', endsAt: '2026-03-17T16:30:00+08:00', siteId: o.hall }
  await at(o).changeGathering({ ...plan({ ...second }), id: nth(o, 1), version: 1, span: 'following' })
  assert.deepEqual(await whole(o), [
    ['书法课', '03-10T01:00', 'planned'],
    ['书法课', '03-17T06:00', 'planned'],
    ['书法课（结业）', '03-24T06:00', 'planned'],
    ['书法课', '03-31T06:00', 'planned'],
  ])
  o.clock.set('2026-03-12T08:00:00+08:00')
  await at(o).changeGathering({ ...plan({ ...second, title: '国画课' }), id: nth(o, 1), version: 2, span: 'all' })
  assert.deepEqual(
    (await whole(o)).map(([title]) => title),
    ['书法课', '国画课', '国画课', '国画课'],
  )
})

test('a series moves by a week over its own places, and a hall taken by others stops all of it with the day', async (t) => {
  const o = await open(t)
  const week = { startsAt: '2026-03-17T09:00:00+08:00', endsAt: '2026-03-17T11:00:00+08:00', siteId: o.hall }
  await at(o).changeGathering({ ...plan(week), id: nth(o, 0), version: 1, span: 'all' })
  const other = { startsAt: '2026-04-21T09:00:00+08:00', endsAt: '2026-04-21T10:00:00+08:00', siteId: o.hall }
  await at(o).planGathering(plan({ ...other, title: '合唱排练' }))
  const traces = await tracesOf(o.house)
  const further = { startsAt: '2026-03-31T09:00:00+08:00', endsAt: '2026-03-31T11:00:00+08:00', siteId: o.hall }
  const change = { ...plan(further), id: nth(o, 0), version: 2, span: 'all' } as const
  await assert.rejects(at(o).changeGathering(change), (error: Error) => {
    assert.match(error.message, /合唱排练.*04-21 09:00/)
    return true
  })
  assert.deepEqual(await tracesOf(o.house), traces)
})

test('this and the following are cancelled in one act, and who signed up for several is told once', async (t) => {
  const o = await open(t)
  const personId = await person(o, '赵桂英', '1950-05-01')
  for (const id of o.ids) await desk(o).signUp({ id, personId })
  await at(o).cancelGathering({ id: nth(o, 1), reason: '教师生病', span: 'following' })
  assert.deepEqual(
    (await whole(o)).map(([, , status]) => status),
    ['planned', 'cancelled', 'cancelled', 'cancelled'],
  )
  const lines = await told(o)
  assert.equal(lines.length, 1)
  assert.match(String(lines[0]?.[2]), /3月17日09:00起共3场.*教师生病/)
})

test('a plan that asks more is shown with whom it holds back, and they wait for a word once it is changed', async (t) => {
  const o = await open(t)
  const people = [
    await person(o, '赵桂英', '1925-01-01'),
    await person(o, '钱守义', '1953-01-01'),
    await person(o, '孙五', '1965-01-01'),
  ]
  for (const personId of people) await desk(o).signUp({ id: nth(o, 0), personId })
  const change = { ...plan({ siteId: o.hall, intensity: 4 }), id: nth(o, 0), version: 1 }
  const traces = await tracesOf(o.house)
  const shown = await at(o).previewChange(change)
  assert.deepEqual(
    shown.people.map(({ name, outcome }) => [name, outcome]),
    [
      ['赵桂英', 'refuse'],
      ['钱守义', 'consent'],
    ],
  )
  assert.equal((await at(o).readGathering({ id: nth(o, 0) })).version, 1)
  assert.equal((await tracesOf(o.house)).told, traces.told)
  await at(o).changeGathering(change)
  const { items } = await desk(o).listSignUps({ id: nth(o, 0) })
  assert.deepEqual(
    items.map(({ strength, isWaitingForWord }) => [strength, isWaitingForWord]),
    [
      ['refuse', true],
      ['consent', true],
      ['fine', false],
    ],
  )
  assert.deepEqual(
    new Map((await told(o)).map(([name, template]) => [name, template])),
    new Map([
      ['赵桂英', 'gathering.beyond'],
      ['钱守义', 'gathering.consent'],
    ]),
  )
  const word = { id: nth(o, 0), consentBy: 'family', companion: '女儿' } as const
  const lineOf = (n: number) => items[n]?.id ?? ''
  await assert.rejects(desk(o).consentToChange({ ...word, signUpId: lineOf(0) }), { code: 'sign_up.still_beyond' })
  await desk(o).consentToChange({ ...word, signUpId: lineOf(1) })
  await assert.rejects(desk(o).consentToChange({ ...word, signUpId: lineOf(1) }), { code: 'sign_up.word_not_asked' })
  assert.deepEqual((await at(o).previewChange({ ...change, version: 2, intensity: 1 })).people, [])
})

test('who signed up from another area is judged too, and shown by a masked name without reasons', async (t) => {
  const o = await open(t)
  const far = o.as(await o.hire({ role: 'community_worker', place: PLACES.xinyuan })).call(signUps)
  const personId = await o.act(async (ctx) => {
    const id = await settle(ctx, { name: '朱小波', place: PLACES.xinyuan })
    await ctx.db.updateTable('person').set({ birth_on: '1925-01-01' }).where('id', '=', id).execute()
    return id
  })
  await far.signUp({ id: nth(o, 0), personId })
  const change = { ...plan({ siteId: o.hall, intensity: 4 }), id: nth(o, 0), version: 1 }
  const { people } = await at(o).previewChange(change)
  assert.deepEqual(
    people.map(({ name, isMasked, outcome, reasons }) => [name, isMasked, outcome, reasons]),
    [['朱**', true, 'refuse', []]],
  )
})
