import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { foundUnit } from '#modules/units/index.ts'
import { Refused } from '#platform/client.ts'
import { newId } from '#platform/ids.ts'
import { type Office, office, PLACES } from '#test/office.ts'
import { contract as tieContract } from '../../../affiliations/contract.ts'
import { affiliationsRoutes } from '../../../affiliations/index.ts'
import { checkIdNumber } from '../../../codes/index.ts'
import type { FieldValues } from '../../../fields/index.ts'
import { contract as recordContract } from '../../../record/contract.ts'
import { recordRoutes, registerPerson } from '../../../record/index.ts'
import { contract } from '../../contract.ts'
import { duplicatesRoutes } from '../../index.ts'

let o: Office
const units: string[] = []
before(async () => {
  o = await office({ rooms: [duplicatesRoutes, affiliationsRoutes, recordRoutes] })
  for (const name of ['县外贸局', '县机械局', '县二轻局'])
    units.push((await o.act((ctx) => foundUnit(ctx, { name, kind: 'employer' }))).id)
})
after(() => o.close())

type Around = { unitId?: string | undefined; placeCode?: string; phones?: string[]; tags?: string[] }

const enrol = (values: FieldValues, { phones = [], tags = [], ...around }: Around = {}) =>
  o.act(async (ctx) => {
    const where = { managingUnitId: null, placeCode: around.placeCode ?? null, unitId: around.unitId ?? null }
    const numbers = phones.map((number) => ({ number, label: '本人' as const }))
    return (await registerPerson(ctx, { values, phones: numbers, tags, source: '登记', ...where })).id
  })
const counter = async (name = '孙丽华') => {
  const worker = o.as(await o.hire({ name }))
  return { ...worker.call(contract), ...worker.call(recordContract), ...worker.call(tieContract) }
}
type Call = Awaited<ReturnType<typeof counter>>
const refusedWith = (code: string) => (error: unknown) => error instanceof Refused && error.code === code
const citizen = (body: string) =>
  body + Array.from('0123456789X').find((char) => checkIdNumber(body + char).result === 'valid')

/** A record as people see it, without what every act moves on: versions and the time of the last change. */
async function seen(call: Call, id: string) {
  const { updatedAt: _updatedAt, sections, ...person } = await call.readPerson({ id })
  return {
    ...person,
    sections: sections.map(({ version: _version, ...section }) => section),
    affiliations: (await call.listAffiliations({ id })).items,
    numbers: (await call.revealField({ id, field: 'phones', purpose: 'check', note: '核对' })).values,
    identity: (await call.revealField({ id, field: 'idNumber', purpose: 'check', note: '核对' })).values,
    changes: (await call.readChanges({ id })).items.filter(({ cause }) => !/^(merge|undo):/.test(cause)),
    happened: (await call.readTimeline({ id })).items.filter(({ kind }) => !/merged|changed/.test(kind)).length,
  }
}

/** Two records of one person that differ in everything a record has. */
async function twoOf(call: Call, name: string): Promise<[string, string]> {
  const kept = await enrol(
    { name, birthOn: '1947-06', idNumber: '371424194706180000', post: '科员', interests: ['太极'] },
    { unitId: units[0], placeCode: PLACES.guangchang, phones: ['13905345001'], tags: ['党员'] },
  )
  const absorbed = await enrol(
    {
      name: `${name}山`,
      birthOn: '1947-06-18',
      idNumber: citizen(`37142419470618${String(twins++)}`),
      address: '馨园5号楼',
    },
    { unitId: units[1], placeCode: PLACES.xinyuan, phones: ['13905345001', '05344231234'], tags: ['书法'] },
  )
  await call.verifySection({ id: kept, section: 'identity', source: '户口簿' })
  const relatives = (...names: string[]) => names.map((one) => ({ relation: '2', name: one }))
  await call.changeFamily({ id: kept, version: 0, family: relatives('长子') })
  await call.changeFamily({ id: absorbed, version: 0, family: relatives('长子', '次女') })
  await call.changeContacts({
    id: absorbed,
    version: 0,
    contacts: relatives('次女').map((one) => ({ ...one, landline: null, mobile: '13905345009' })),
  })
  return [kept, absorbed]
}
let twins = 101

const everything = ['name', 'birthOn', 'idNumber', 'post', 'address', 'interests']

test('an undone merge leaves both records exactly as they were', async () => {
  const call = await counter()
  const [kept, absorbed] = await twoOf(call, '崔景')
  const spouse = await enrol({ name: '吕桂香' })
  const link = { relation: '1', name: '崔景山', linkedPersonId: absorbed }
  await call.changeFamily({ id: spouse, version: 0, family: [link] })
  const asBefore = [await seen(call, kept), await seen(call, absorbed)]
  o.clock.pass(60)
  const { mergeId } = await call.mergePeople({ keptId: kept, absorbedId: absorbed, takeFromAbsorbed: everything })
  const merged = await seen(call, kept)
  assert.deepEqual(
    [merged.name, merged.numbers.length, merged.tags, merged.idStatus],
    ['崔景山', 2, ['党员', '书法'], 'valid'],
  )
  assert.equal((await call.readPerson({ id: spouse })).family[0]?.linkedPersonId, kept)
  o.clock.pass(60)
  await call.undoMerge({ id: mergeId })
  assert.deepEqual([await seen(call, kept), await seen(call, absorbed)], asBefore)
  assert.equal((await call.readPerson({ id: spouse })).family[0]?.linkedPersonId, absorbed)
  await assert.rejects(call.undoMerge({ id: mergeId }), refusedWith('people.merge_undone'))
  const [merge] = (await call.listMerges()).items
  assert.deepEqual([merge?.undoneBy, merge?.can.undo], ['孙丽华', false])
  assert.equal((await call.comparePair({ first: kept, second: absorbed })).status, 'open')
  const again = await call.mergePeople({ keptId: absorbed, absorbedId: kept })
  await call.undoMerge({ id: again.mergeId })
  assert.deepEqual([await seen(call, kept), await seen(call, absorbed)], asBefore)
})

test('what somebody built on the kept record stands in the way, with who, what and when', async () => {
  const call = await counter()
  const other = await counter('马志国')
  const [kept, absorbed] = await twoOf(call, '解放')
  const { mergeId } = await call.mergePeople({ keptId: kept, absorbedId: absorbed, takeFromAbsorbed: everything })
  o.clock.pass(30)
  const identity = (await call.readPerson({ id: kept })).sections.find(({ key }) => key === 'identity')
  await other.changeSection({
    id: kept,
    section: 'identity',
    version: identity?.version ?? 0,
    values: { nativePlace: '临邑', birthOn: '1947-06-19' },
  })
  await other.moveHome({ id: kept, placeCode: PLACES.ruiheng, on: '2026-02-20' })
  const merged = await seen(call, kept)
  await assert.rejects(call.undoMerge({ id: mergeId }), (error: unknown) => {
    assert.ok(refusedWith('people.merge_built_upon')(error) && error instanceof Refused)
    for (const word of ['马志国', '基本信息', '籍贯', '出生日期', '单位或居住地'])
      assert.ok(error.words.zh.includes(word), error.words.zh)
    assert.match(error.words.zh, /2026-03-02 \d\d:30/)
    return true
  })
  assert.deepEqual(await seen(call, kept), merged, 'a refused undo leaves no trace')
  await call.undoMerge({ id: mergeId, keepLaterChanges: true })
  const now = await seen(call, kept)
  const values = now.sections.find(({ key }) => key === 'identity')?.values
  assert.deepEqual(
    [values?.birthOn, values?.nativePlace, now.name],
    ['1947-06-19', '临邑', '解放'],
    'later changes stay',
  )
  assert.deepEqual(
    [now.place?.code, now.numbers, now.idStatus],
    [PLACES.ruiheng, ['13905345001'], 'invalid'],
    'the rest went back',
  )
  assert.deepEqual((await call.readPerson({ id: absorbed })).status, 'living')
})

test('a merge is undone only after those that were built upon it', async () => {
  const call = await counter()
  const [one, two, three] = [
    await enrol({ name: '冷静' }),
    await enrol({ name: '冷静' }),
    await enrol({ name: '冷静' }),
  ]
  const first = await call.mergePeople({ keptId: one, absorbedId: two })
  const second = await call.mergePeople({ keptId: three, absorbedId: one })
  const early = call.undoMerge({ id: first.mergeId, keepLaterChanges: true })
  await assert.rejects(early, refusedWith('people.merge_built_upon'))
  await call.undoMerge({ id: second.mergeId })
  await call.undoMerge({ id: first.mergeId })
  for (const id of [one, two, three]) assert.equal((await call.readPerson({ id })).status, 'living')
})

test('a number that somebody else was registered with meanwhile stops the undo whole', async () => {
  const call = await counter()
  const [mine, theirs] = [citizen('37142419380303001'), citizen('37142419380303002')]
  const kept = await enrol({ name: '堵文', idNumber: mine })
  const absorbed = await enrol({ name: '堵文', idNumber: theirs })
  const { mergeId } = await call.mergePeople({ keptId: kept, absorbedId: absorbed, takeFromAbsorbed: ['idNumber'] })
  const stranger = await enrol({ name: '陌生人', idNumber: mine })
  await assert.rejects(call.undoMerge({ id: mergeId }), refusedWith('people.id_taken'))
  assert.equal((await call.readPerson({ id: absorbed })).mergedInto, kept)
  assert.deepEqual((await call.revealField({ id: kept, field: 'idNumber', purpose: 'check', note: '核对' })).values, [
    theirs,
  ])
  assert.ok(stranger)
})

test('a home known without its place takes the other’s, and gives it back', async () => {
  const call = await counter()
  const kept = await enrol({ name: '公孙胜', address: '瑞恒小区2号楼' })
  const absorbed = await enrol({ name: '公孙胜' }, { placeCode: PLACES.ruiheng })
  const { mergeId } = await call.mergePeople({ keptId: kept, absorbedId: absorbed })
  const homes = async () =>
    (await call.listAffiliations({ id: kept })).items.map(({ placeCode, address }) => [placeCode, address])
  assert.deepEqual(await homes(), [[PLACES.ruiheng, '瑞恒小区2号楼']])
  assert.equal((await call.readPerson({ id: kept })).place?.code, PLACES.ruiheng)
  await call.undoMerge({ id: mergeId })
  assert.deepEqual(await homes(), [[null, '瑞恒小区2号楼']])
  assert.equal((await call.readPerson({ id: kept })).place, null)
})

test('of ten people undoing one merge at once, one does', async () => {
  const call = await counter()
  const [kept, absorbed] = await twoOf(call, '简明')
  const { mergeId } = await call.mergePeople({ keptId: kept, absorbedId: absorbed, takeFromAbsorbed: everything })
  const answers = await Promise.allSettled(Array.from({ length: 10 }, () => call.undoMerge({ id: mergeId })))
  assert.equal(answers.filter((answer) => answer.status === 'fulfilled').length, 1)
  for (const answer of answers)
    if (answer.status === 'rejected')
      assert.ok(refusedWith('people.merge_undone')(answer.reason), String(answer.reason))
  await assert.rejects(call.undoMerge({ id: newId() }), refusedWith('row.not_found'))
})

test('units that were merged since stand in the way, and stay with the kept record when asked', async () => {
  const call = await counter()
  const kept = await enrol({ name: '查理' }, { unitId: units[0] })
  const absorbed = await enrol({ name: '查理' }, { unitId: units[1] })
  const { mergeId } = await call.mergePeople({ keptId: kept, absorbedId: absorbed })
  assert.deepEqual((await call.comparePair({ first: kept, second: absorbed })).can, { merge: false, judge: false })
  const carried = (await call.listAffiliations({ id: kept })).items.find(({ unitId }) => unitId === units[1])
  await call.endAffiliation({ id: kept, affiliationId: carried?.id ?? '', on: '2026-03-01', note: '并入县二轻局' })
  await call.addAffiliation({ id: kept, kind: 'original_unit', unitId: units[2] ?? '', from: '2026-03-01' })
  await assert.rejects(call.undoMerge({ id: mergeId }), refusedWith('people.merge_built_upon'))
  await call.undoMerge({ id: mergeId, keepLaterChanges: true })
  const of = async (id: string) =>
    (await call.listAffiliations({ id })).items.map(({ unitId, to }) => [units.indexOf(unitId ?? ''), to])
  assert.deepEqual(
    new Map((await of(kept)).map(([at, to]) => [at, to])),
    new Map([
      [0, null],
      [1, '2026-02-28'],
      [2, null],
    ]),
  )
  assert.deepEqual(await of(absorbed), [[1, null]])
})
