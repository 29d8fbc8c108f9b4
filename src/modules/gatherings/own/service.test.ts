import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import type { Asked } from '#platform/contract.ts'
import { elderDoors, elderOf, relativeOf } from '#test/office/elders.ts'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import type { Visitor } from '#test/office/visitor.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { contract as attendance } from '../attendance/contract.ts'
import { contract as gatherings } from '../contract.ts'
import { holderOfCode, routes } from '../index.ts'
import { contract as signUps } from '../sign-up/contract.ts'
import { contract } from './contract.ts'

type Home = Office & { worker: Worker; person: string; elder: Visitor }

async function open(t: TestContext): Promise<Home> {
  const o = await office({ rooms: [...elderDoors, ...routes] })
  t.after(() => o.close())
  const worker = await o.hire({ role: 'bureau_staff' })
  const person = await o.act((ctx) => settle(ctx, { name: '王秀英', place: PLACES.guangchang }))
  const elder = await elderOf({ o, worker, personId: person })
  return Object.assign(o, { worker, person, elder })
}

async function planned(o: Home, more: Partial<Asked<typeof gatherings.planGathering>> = {}): Promise<string> {
  const times = { startsAt: '2026-03-10T09:00:00+08:00', endsAt: '2026-03-10T11:00:00+08:00' }
  const walk = { kind: 'activity', title: '健步走', placeCode: PLACES.guangchang } as const
  const { ids } = await o
    .as(o.worker)
    .call(gatherings)
    .planGathering({ ...walk, ...times, ...more })
  return ids[0] ?? ''
}

const mine = (o: Home) => o.elder.call(contract)

test('an elder finds what is held for their community, street and county, signs up and cancels', async (t) => {
  const o = await open(t)
  const id = await planned(o)
  await planned(o, {
    title: '街道书画展',
    placeCode: PLACES.xingtong,
    startsAt: '2026-03-11T09:00:00+08:00',
    endsAt: '2026-03-11T11:00:00+08:00',
  })
  await planned(o, { title: '馨园合唱', placeCode: PLACES.xinyuan })
  await planned(o, { title: '受邀座谈', signUp: 'invited' })
  await planned(o, { title: '夏天的事', startsAt: '2026-07-11T09:00:00+08:00', endsAt: '2026-07-11T11:00:00+08:00' })
  const before = await mine(o).myGatherings({ personId: o.person })
  assert.deepEqual([before.mine, before.open.map(({ title }) => title)], [[], ['健步走', '街道书画展']])
  assert.equal((await mine(o).joinGathering({ personId: o.person, id })).status, 'in')
  const after = await mine(o).myGatherings({ personId: o.person })
  assert.deepEqual(
    after.mine.map((one) => [one.title, one.mine?.status]),
    [['健步走', 'in']],
  )
  const [line] = (await o.as(o.worker).call(signUps).listSignUps({ id })).items
  assert.deepEqual([line?.onBehalf, line?.by], ['self', '王秀英'])
  await mine(o).leaveGathering({ personId: o.person, id })
  assert.deepEqual((await mine(o).myGatherings({ personId: o.person })).mine, [])
  await assert.rejects(mine(o).leaveGathering({ personId: o.person, id }), { code: 'sign_up.not' })
})

test('where somebody was stays in sight; a health service is in the record of what was done for them', async (t) => {
  const o = await open(t)
  const id = await planned(o)
  const lecture = await planned(o, { kind: 'health', title: '量血压' })
  o.clock.set('2026-03-10T10:00:00+08:00')
  for (const one of [id, lecture])
    await o
      .as(o.worker)
      .call(attendance)
      .markAttendance({ id: one, marks: [{ personId: o.person, state: 'present' }] })
  const been = async () => (await mine(o).myGatherings({ personId: o.person })).been.map(({ title }) => title)
  assert.deepEqual(await been(), ['健步走'])
})

test('what is beyond one’s strength wants somebody at one’s side, and says why', async (t) => {
  const o = await open(t)
  await asOwner(o.house, `update person set birth_on = '1953-01-01' where id = $1`, [o.person])
  const id = await planned(o, { intensity: 4 })
  const seen = await mine(o).myGathering({ personId: o.person, id })
  assert.deepEqual([seen.strength, seen.reasons[0]?.zh], ['consent', '年龄 73 岁，活动强度偏大'])
  await assert.rejects(mine(o).joinGathering({ personId: o.person, id }), { code: 'sign_up.consent_needed' })
  await mine(o).joinGathering({ personId: o.person, id, companion: '女儿赵丽' })
  const [line] = (await o.as(o.worker).call(signUps).listSignUps({ id })).items
  assert.deepEqual([line?.consentBy, line?.companion], ['self', '女儿赵丽'])
})

test('a plan that changed waits for their word: they see what it was and why, and who gives it stands beside it', async (t) => {
  const o = await open(t)
  await asOwner(o.house, `update person set birth_on = '1953-01-01' where id = $1`, [o.person])
  const id = await planned(o)
  await mine(o).joinGathering({ personId: o.person, id })
  const staff = o.as(o.worker).call(gatherings)
  const { hosts, ...facts } = await staff.readGathering({ id })
  const plan = {
    kind: facts.kind,
    title: facts.title,
    placeCode: facts.placeCode,
    hosts: hosts.map((host) => host.id),
    startsAt: '2026-03-10T14:00:00+08:00',
    endsAt: '2026-03-10T16:00:00+08:00',
  }
  await staff.changeGathering({ ...plan, id, version: 1, intensity: 4 })
  await staff.changeGathering({ ...plan, id, version: 2, intensity: 4, endsAt: '2026-03-10T16:30:00+08:00' })
  const seen = await mine(o).myGathering({ personId: o.person, id })
  assert.deepEqual([seen.strength, seen.intensity, seen.mine?.waitsForWord?.intensity], ['consent', 4, 2])
  assert.equal(Date.parse(seen.mine?.waitsForWord?.startsAt ?? ''), Date.parse('2026-03-10T09:00:00+08:00'))
  await assert.rejects(mine(o).joinGathering({ personId: o.person, id }), { code: 'sign_up.word_missing' })
  const daughter = await relativeOf({ o, worker: o.worker, personId: o.person })
  await daughter.call(contract).joinGathering({ personId: o.person, id, companion: '女儿赵丽' })
  const [line] = (await o.as(o.worker).call(signUps).listSignUps({ id })).items
  assert.deepEqual([line?.isWaitingForWord, line?.consentBy, line?.companion], [false, 'family', '女儿赵丽'])
  const [after] = (await mine(o).myGatherings({ personId: o.person })).mine
  assert.equal(after?.mine?.waitsForWord, null)
  const notes = await asOwner<{ as: string }>(
    o.house,
    `select detail ->> 'as' as "as" from audit_event where action = 'joinGathering' order by seq desc limit 1`,
  )
  assert.equal(notes[0]?.as, 'family')
})

test('a daughter signs her mother up, and it stands there that she did', async (t) => {
  const o = await open(t)
  const id = await planned(o)
  const daughter = await relativeOf({ o, worker: o.worker, personId: o.person })
  await daughter.call(contract).joinGathering({ personId: o.person, id })
  const [line] = (await o.as(o.worker).call(signUps).listSignUps({ id })).items
  assert.deepEqual([line?.onBehalf, line?.by], ['family', '赵丽'])
  const [note] = await asOwner<{ action: string; detail: Record<string, unknown> }>(
    o.house,
    `select action, detail from audit_event where action = 'joinGathering'`,
  )
  assert.deepEqual([note?.detail['for'], note?.detail['as']], [o.person, 'family'])
})

test('nobody signs up, looks up or cancels for a person whose affairs they do not do', async (t) => {
  const o = await open(t)
  const id = await planned(o)
  const other = await o.act((ctx) => settle(ctx, { place: PLACES.guangchang }))
  await o.as(o.worker).call(signUps).signUp({ id, personId: other })
  for (const refused of [
    () => mine(o).myGatherings({ personId: other }),
    () => mine(o).myGathering({ personId: other, id }),
    () => mine(o).joinGathering({ personId: other, id }),
    () => mine(o).leaveGathering({ personId: other, id }),
    () => mine(o).showMyCode({ personId: other }),
  ])
    await assert.rejects(refused(), { status: 404 })
  await assert.rejects(mine(o).leaveGathering({ personId: o.person, id }), { code: 'sign_up.not' })
  assert.equal((await o.as(o.worker).call(signUps).listSignUps({ id })).items.length, 1)
})

test('staff do not come in by the elders’ doors', async (t) => {
  const o = await open(t)
  const table = [
    [undefined, 401],
    [o.worker, 403],
    [await o.hire({ role: 'community_worker', place: PLACES.guangchang }), 403],
    [await o.hire({ role: 'partner' }), 403],
    [await o.hire({ role: 'family' }), 404],
  ] as const
  for (const [worker, status] of table)
    await assert.rejects(o.as(worker).call(contract).myGatherings({ personId: o.person }), { status })
})

test('a place that came free is taken by the one who waited', async (t) => {
  const o = await open(t)
  const id = await planned(o, { capacity: 1 })
  const other = await o.act((ctx) => settle(ctx, { place: PLACES.guangchang }))
  const first = await o.as(o.worker).call(signUps).signUp({ id, personId: other })
  assert.equal((await mine(o).joinGathering({ personId: o.person, id })).status, 'waiting')
  await o.as(o.worker).call(signUps).cancelSignUp({ id, signUpId: first.signUpId })
  const [line] = (await mine(o).myGatherings({ personId: o.person })).mine
  assert.equal(line?.mine?.status, 'offered')
  assert.equal((await mine(o).joinGathering({ personId: o.person, id })).status, 'in')
})

test('the code on the screen is the code of the card', async (t) => {
  const o = await open(t)
  const first = await mine(o).showMyCode({ personId: o.person })
  const again = await mine(o).showMyCode({ personId: o.person })
  assert.deepEqual([first.name, first.code], ['王秀英', again.code])
  assert.ok(first.qr.length >= 21)
  assert.equal((await o.act((ctx) => holderOfCode(ctx, first.code))).id, o.person)
})

test('whoever shows the code leaves one row that names for whom, and nothing of printing', async (t) => {
  const o = await open(t)
  const daughter = await relativeOf({ o, worker: o.worker, personId: o.person })
  await mine(o).showMyCode({ personId: o.person })
  await daughter.call(contract).showMyCode({ personId: o.person })
  const rows = await asOwner<{ action: string; as: string; for: string }>(
    o.house,
    `select action, detail ->> 'as' as "as", detail ->> 'for' as "for" from audit_event
      where action in ('showMyCode', 'personCodesPrinted', 'issueCodes') order by seq`,
  )
  assert.deepEqual(
    rows.map((row) => [row.action, row.as, row.for]),
    [
      ['showMyCode', 'self', o.person],
      ['showMyCode', 'family', o.person],
    ],
  )
})
