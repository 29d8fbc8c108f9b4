import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { newId } from '#platform/ids.ts'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { routes } from '../../index.ts'
import { contract as teams } from '../../teams/contract.ts'
import { contract as volunteers } from '../../volunteers/contract.ts'
import { contract as needs } from '../contract.ts'
import { contract } from './contract.ts'
import { bestOf, readField } from './field/index.ts'

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

type Enlisted = { name: string; skills?: ('medical' | 'arts')[]; place?: string }

async function enlist(o: Desk, { name, skills = [], place = PLACES.guangchang }: Enlisted): Promise<string> {
  const personId = await o.act((ctx) => settle(ctx, { name, place }))
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

test('two hundred needs are laid beside 3,397 volunteers within two seconds', async (t) => {
  const o = await open(t)
  const ids = Array.from({ length: 3_397 }, () => newId())
  await asOwner(
    o.house,
    `with made as (
       insert into person (county, id, name, status, place_code, created_at, updated_at)
       select $1, id, '志愿者' || n, 'living', $3::bigint, now(), now() from unnest($2::uuid[]) with ordinality as u (id, n) returning county, id)
     insert into volunteer (county, id, person_id, number, skills, since_on, registered_at)
     select county, id, id, 'v' || row_number() over (), '{medical}', '2026-01-01', now() from made`,
    [o.county, ids, PLACES.guangchang],
  )
  const need = {
    kind: 'clinic',
    placeCode: PLACES.ruiheng,
    personId: null,
    intensity: 2,
    minutes: 60,
    day: null,
  } as const
  const start = performance.now()
  const found = await o.act(async (ctx) => {
    const field = await readField(ctx)
    return Array.from({ length: 200 }, () => bestOf(field, need, 10).best.length)
  })
  const took = performance.now() - start
  assert.deepEqual([found.length, found[0]], [200, 10])
  assert.ok(took < 2_000, `${took} ms`)
  t.diagnostic(`200 needs × 3,397 volunteers: ${Math.round(took)} ms`)
})
