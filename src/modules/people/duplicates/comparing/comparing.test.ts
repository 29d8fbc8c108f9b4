import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { foundUnit } from '#modules/units/index.ts'
import { Refused } from '#platform/client.ts'
import { newId } from '#platform/ids.ts'
import { type Office, office, PLACES } from '#test/office.ts'
import type { FieldValues } from '../../fields/index.ts'
import { registerPerson } from '../../record/index.ts'
import { contract } from '../contract.ts'
import { duplicatesRoutes } from '../index.ts'

let o: Office
let unit = ''
before(async () => {
  o = await office({ rooms: [duplicatesRoutes] })
  unit = (await o.act((ctx) => foundUnit(ctx, { name: '县粮食局', kind: 'employer' }))).id
})
after(() => o.close())

const enrol = (
  values: FieldValues,
  around: { unitId?: string; placeCode?: string; phone?: string; tags?: string[] } = {},
) =>
  o.act(async (ctx) => {
    const phones = around.phone ? [{ number: around.phone, label: '本人' as const }] : []
    const where = { unitId: around.unitId ?? null, managingUnitId: null, placeCode: around.placeCode ?? null }
    return (await registerPerson(ctx, { values, phones, tags: around.tags ?? [], source: '登记', ...where })).id
  })
const bureau = async () => o.as(await o.hire({ name: '孙丽华' })).call(contract)
const refusedWith = (code: string) => (error: unknown) => error instanceof Refused && error.code === code

test('two records stand side by side, with what differs and why they may be one', async () => {
  const common = { name: '于得水', birthOn: '1946-04-01' }
  const first = await enrol(
    { ...common, post: '股长', medicalInsuranceNo: 'A0012345678901234' },
    { unitId: unit, placeCode: PLACES.guangchang, phone: '13905347001', tags: ['党员'] },
  )
  const second = await enrol({ ...common, post: '副股长', gender: '1' })
  const call = await bureau()
  const pair = await call.comparePair({ first, second })
  assert.deepEqual([pair.score, pair.reasons, pair.status], [85, ['same_name_birth'], 'open'])
  assert.deepEqual(pair.differing.sort(), ['gender', 'medicalInsuranceNo', 'post'])
  assert.deepEqual(pair.first.affiliations.sort(), ['原单位：县粮食局', '居住地：邢侗街道广场社区'])
  assert.deepEqual([pair.first.phones, pair.first.tags, pair.first.unit], [['13905347001'], ['党员'], '县粮食局'])
  assert.deepEqual([pair.first.values.post, pair.second.values.post], ['股长', '副股长'])
  assert.equal(pair.first.values.medicalInsuranceNo, '********', 'nobody sees a number whole in a comparison')
  assert.deepEqual(pair.can, { merge: true, judge: true })
  const turned = await call.comparePair({ first: second, second: first })
  assert.deepEqual([turned.first.id, turned.second.id, turned.score], [second, first, 85])
  await assert.rejects(call.comparePair({ first, second: first }), refusedWith('people.same_record'))
})

test('a judgement is given once, and says who gave it', async () => {
  const [one, two] = [await enrol({ name: '谭守义' }), await enrol({ name: '谭守义' })]
  const call = await bureau()
  await call.judgeDifferent({ first: two, second: one })
  await assert.rejects(call.judgeDifferent({ first: one, second: two }), (error: unknown) => {
    assert.ok(refusedWith('people.already_judged')(error) && error instanceof Refused)
    return error.words.zh.includes('孙丽华') && error.words.zh.includes('2026-03-02 09:00')
  })
  const pair = await call.comparePair({ first: one, second: two })
  assert.deepEqual([pair.status, pair.can], ['different', { merge: true, judge: false }])
  const { items, total } = await call.listDuplicates({ status: 'different' })
  assert.deepEqual([total, items[0]?.judgedBy, items[0]?.score], [1, '孙丽华', 40])
})

test('of ten people judging one pair at once, one gives the judgement', async () => {
  const [one, two] = [await enrol({ name: '盖永年' }), await enrol({ name: '盖永年' })]
  const call = await bureau()
  const answers = await Promise.allSettled(
    Array.from({ length: 10 }, (_, at) =>
      call.judgeDifferent(at % 2 ? { first: one, second: two } : { first: two, second: one }),
    ),
  )
  assert.equal(answers.filter((answer) => answer.status === 'fulfilled').length, 1)
  for (const answer of answers)
    if (answer.status === 'rejected')
      assert.ok(refusedWith('people.already_judged')(answer.reason), String(answer.reason))
})

test('who may compare and judge', async () => {
  const around = { unitId: unit, placeCode: PLACES.guangchang }
  const hired = {
    administrator: await o.hire({ role: 'security_administrator' }),
    bureau: await o.hire(),
    street: await o.hire({ role: 'street_staff', place: PLACES.xingtong }),
    here: await o.hire({ role: 'community_worker', place: PLACES.guangchang }),
    liaison: await o.hire({ role: 'unit_liaison', unit }),
    elsewhere: await o.hire({ role: 'bureau_staff', place: PLACES.xinyuan }),
    reader: await o.hire({ role: 'reader' }),
  }
  const table: [keyof typeof hired | 'nobody', compare: number, judge: number, search: number][] = [
    ['nobody', 401, 401, 401],
    ['reader', 200, 403, 403],
    ['here', 200, 403, 403],
    ['liaison', 200, 403, 403],
    ['street', 200, 403, 403],
    ['elsewhere', 404, 404, 200],
    ['bureau', 200, 200, 200],
    ['administrator', 403, 403, 403],
  ]
  const statusOf = (work: Promise<unknown>) =>
    work.then(
      () => 200,
      (error: unknown) => (error instanceof Refused ? error.status : 500),
    )
  const listed: Partial<Record<keyof typeof hired | 'nobody', number>> = { nobody: 401, administrator: 403 }
  for (const [who, compare, judge, search] of table) {
    const pair = { first: await enrol({ name: '边庆丰' }, around), second: await enrol({ name: '边庆丰' }, around) }
    const call = o.as(who === 'nobody' ? undefined : hired[who]).call(contract)
    assert.equal(await statusOf(call.comparePair(pair)), compare, `${who} compares`)
    assert.equal(await statusOf(call.judgeDifferent(pair)), judge, `${who} judges`)
    assert.equal(await statusOf(call.listDuplicates()), listed[who] ?? 200, `${who} lists`)
    assert.equal(await statusOf(call.searchDuplicates()), search, `${who} searches`)
  }
  const oneSeen = { first: await enrol({ name: '边庆丰' }, around), second: await enrol({ name: '边庆丰' }) }
  assert.equal(await statusOf(o.as(hired.here).call(contract).comparePair(oneSeen)), 404, 'both must be one’s own')
  const unknown = { first: oneSeen.first, second: newId() }
  assert.equal(await statusOf((await bureau()).comparePair(unknown)), 404)
  const { items } = await o.as(hired.elsewhere).call(contract).listDuplicates()
  assert.deepEqual(items, [])
})
