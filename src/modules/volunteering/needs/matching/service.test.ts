import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { routes } from '../../index.ts'
import { contract as teams } from '../../teams/contract.ts'
import { contract as volunteers } from '../../volunteers/contract.ts'
import { contract as needs } from '../contract.ts'
import { contract } from './contract.ts'

type Desk = Office & { worker: Worker; need: string; elder: string }

async function open(t: TestContext): Promise<Desk> {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  const worker = await o.hire({ role: 'street_staff', place: PLACES.xingtong })
  const elder = await o.act((ctx) => settle(ctx, { name: '王秀英', place: PLACES.guangchang }))
  const asked = { kind: 'clinic', words: '周四要去县医院复查', personId: elder } as const
  const { needId } = await o.as(worker).call(needs).raiseNeed(asked)
  await o.as(worker).call(needs).acceptNeed({ id: needId })
  return Object.assign(o, { worker, need: needId, elder })
}

type Enlisted = { name: string; skills?: ('medical' | 'arts')[]; place?: string; born?: string }

async function enlist(o: Desk, { name, skills = [], place = PLACES.guangchang, born }: Enlisted): Promise<string> {
  const personId = await o.act((ctx) => settle(ctx, { name, place }))
  if (born) await asOwner(o.house, `update person set birth_on = $2 where id = $1`, [personId, born])
  await o.as(o.worker).call(volunteers).registerVolunteer({ personId, skills })
  return personId
}

test('who can do it and lives near stands first, with the reasons in words; a need may be given to them at once', async (t) => {
  const o = await open(t)
  await enlist(o, { name: '书法家', skills: ['arts'] })
  await enlist(o, { name: '远处护士', skills: ['medical'], place: PLACES.ruiheng })
  const nurse = await enlist(o, { name: '近处护士', skills: ['medical'] })
  const { people, considered } = await o.as(o.worker).call(contract).listCandidates({ id: o.need })
  assert.deepEqual([people.map(({ name }) => name), considered], [['近处护士', '远处护士', '书法家'], 3])
  assert.deepEqual(
    people[0]?.reasons?.map(({ zh }) => zh),
    ['专长：医疗护理', '住同一社区', '近七天没有安排'],
  )
  await o.as(o.worker).call(needs).matchNeed({ id: o.need, helperId: nurse })
  const second = await o.as(o.worker).call(needs).raiseNeed({ kind: 'clinic', words: '陪同取药', personId: o.elder })
  const again = await o.as(o.worker).call(contract).listCandidates({ id: second.needId })
  assert.match(again.people.find(({ personId }) => personId === nurse)?.reasons?.[2]?.zh ?? '', /已有 3 小时/)
})

test('teams stand beside, by what they serve and where', async (t) => {
  const o = await open(t)
  const call = o.as(o.worker).call(teams)
  await call.foundTeam({ kind: 'team', name: '瑞恒陪诊队', placeCode: PLACES.ruiheng, fields: ['clinic'] })
  await call.foundTeam({ kind: 'team', name: '广场陪诊队', placeCode: PLACES.guangchang, fields: ['clinic'] })
  await call.foundTeam({ kind: 'team', name: '广场理发队', placeCode: PLACES.guangchang, fields: ['haircut'] })
  const found = await o.as(o.worker).call(contract).listCandidates({ id: o.need })
  assert.deepEqual(found.teams[0]?.name, '广场陪诊队')
  assert.equal(found.teams.length, 3)
})

test('neither the deceased, nor who left, nor people of another area are proposed', async (t) => {
  const o = await open(t)
  const [gone, left] = [
    await enlist(o, { name: '甲', skills: ['medical'] }),
    await enlist(o, { name: '乙', place: PLACES.ruiheng }),
  ]
  await asOwner(o.house, `update person set status = 'deceased' where id = $1`, [gone])
  await o.as(o.worker).call(volunteers).leaveVolunteering({ personId: left, reason: '养病' })
  const far = await o.act((ctx) => settle(ctx, { name: '丙', place: PLACES.xinyuan }))
  await o
    .as(await o.hire())
    .call(volunteers)
    .registerVolunteer({ personId: far })
  const { people } = await o.as(o.worker).call(contract).listCandidates({ id: o.need })
  assert.deepEqual(people, [])
})

test('who may not manage volunteering is not told of candidates', async (t) => {
  const o = await open(t)
  for (const [post, status] of [
    [{ role: 'reader' }, 403],
    [{ role: 'unit_liaison' }, 403],
    [{ role: 'community_worker', place: PLACES.xinyuan }, 404],
  ] as const)
    await assert.rejects(
      o
        .as(await o.hire(post))
        .call(contract)
        .listCandidates({ id: o.need }),
      { status },
    )
})

test('whoever waits for somebody is proposed the best at once, the most urgent first, within the reader’s area', async (t) => {
  const o = await open(t)
  const nurse = await enlist(o, { name: '近处护士', skills: ['medical'] })
  await enlist(o, { name: '书法家', skills: ['arts'] })
  const call = o.as(o.worker).call(needs)
  const urgent = { kind: 'culture', words: '今天要写春联', personId: o.elder, urgency: 'today' } as const
  const { needId } = await call.raiseNeed(urgent)
  const early = await o.as(o.worker).call(contract).proposeHelpers({})
  assert.deepEqual(
    early.items.map((item) => item.needId),
    [o.need],
    'what is not accepted waits for nobody yet',
  )
  await call.acceptNeed({ id: needId })
  const { items, others } = await o.as(o.worker).call(contract).proposeHelpers({ most: 1 })
  assert.deepEqual(
    items.map((item) => [item.needId, item.people.map(({ name }) => name)]),
    [
      [needId, ['书法家']],
      [o.need, ['近处护士']],
    ],
  )
  assert.equal(others, 0)
  const one = await o.as(o.worker).call(contract).listCandidates({ id: o.need })
  assert.deepEqual(
    one.people[0] && [one.people[0].personId, one.people[0].score],
    [nurse, items[1]?.people[0]?.score],
    'a proposal is the first of the candidates',
  )
  const neighbour = o.as(await o.hire({ role: 'street_staff', place: PLACES.hengyuan })).call(contract)
  assert.deepEqual(await neighbour.proposeHelpers({}), { items: [], others: 0 })
  await call.matchNeed({ id: o.need, helperId: nurse })
  assert.equal((await o.as(o.worker).call(contract).proposeHelpers({})).items.length, 1)
})

test('who is sent is judged as who is proposed: beyond their strength nobody goes, and with care only by consent and in company', async (t) => {
  const o = await open(t)
  const old = await enlist(o, { name: '年高', born: '1940-01-01' })
  const older = await enlist(o, { name: '七旬', born: '1952-01-01' })
  const young = await enlist(o, { name: '六旬', born: '1965-01-01' })
  const call = o.as(o.worker).call(needs)
  const heavy = { kind: 'repair', words: '搬旧柜子下楼', personId: o.elder, intensity: 4 } as const
  const { needId: id } = await call.raiseNeed(heavy)
  await call.acceptNeed({ id })
  const proposed = (await o.as(o.worker).call(contract).listCandidates({ id })).people.map(({ personId }) => personId)
  assert.deepEqual([proposed.includes(old), proposed.includes(older), proposed.includes(young)], [false, true, true])
  const word = { consentBy: 'family', companion: '儿子 刘强' } as const
  await assert.rejects(call.matchNeed({ id, helperId: old, ...word }), { code: 'needs.beyond_strength' })
  await assert.rejects(call.matchNeed({ id, helperId: older }), { code: 'needs.consent_needed' })
  await assert.rejects(call.matchNeed({ id, helperId: older, consentBy: 'self' }), { code: 'needs.consent_needed' })
  await call.matchNeed({ id, helperId: older, ...word, note: '下午去' })
  const { status, helperId, steps } = await call.readNeed({ id })
  assert.deepEqual([status, helperId, steps.at(-1)?.note], ['matched', older, '家属同意，陪同人：儿子 刘强；下午去'])
  await call.releaseNeed({ id, reason: '换人' })
  await call.matchNeed({ id, helperId: young })
  assert.equal((await call.readNeed({ id })).steps.at(-1)?.note, null)
})

test('the county’s own rule decides who is proposed and who is sent', async (t) => {
  const o = await open(t)
  const helper = await enlist(o, { name: '六旬', born: '1965-01-01' })
  const step = { warn: null, consent: null, refuse: 60 }
  const limits = { ages: [step, step, step, step], consentHealth: [], weekMinutes: { warn: 600, consent: 1200 } }
  await asOwner(
    o.house,
    `insert into strength_limit (county, id, since, limits, set_at) values ($1, gen_random_uuid(), '2020-01-01', $2, now())`,
    [o.county, JSON.stringify(limits)],
  )
  assert.deepEqual((await o.as(o.worker).call(contract).listCandidates({ id: o.need })).people, [])
  assert.deepEqual((await o.as(o.worker).call(contract).proposeHelpers({})).items[0]?.people, [])
  await assert.rejects(o.as(o.worker).call(needs).matchNeed({ id: o.need, helperId: helper }), {
    code: 'needs.beyond_strength',
  })
})

test('of two hundred and five needs the two hundred most urgent are proposed for, and the rest is counted', async (t) => {
  const o = await open(t)
  await enlist(o, { name: '近处护士', skills: ['medical'] })
  await asOwner(
    o.house,
    `insert into need (county, id, number, kind, urgency, intensity, minutes, place_code, words_sealed, channel, on_behalf, status, raised_at, due_at)
     select $1, gen_random_uuid(), 'n' || n, 'clinic', 'normal', 2, 60, $2::bigint, '', 'visit', 'clerk', 'accepted', now(), now() from generate_series(1, 204) n`,
    [o.county, PLACES.ruiheng],
  )
  const { items, others } = await o.as(o.worker).call(contract).proposeHelpers({ most: 1 })
  assert.deepEqual([items.length, others], [200, 5])
  assert.ok(items.every(({ people }) => people[0]?.name === '近处护士'))
})
