import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { foundUnit } from '#modules/units/index.ts'
import { Refused } from '#platform/client.ts'
import { type Office, office, PLACES } from '#test/office.ts'
import { affiliationsRoutes } from '../../affiliations/index.ts'
import { checkIdNumber } from '../../codes/index.ts'
import type { FieldValues } from '../../fields/index.ts'
import { contract as recordContract } from '../../record/contract.ts'
import { recordRoutes, registerPerson } from '../../record/index.ts'
import { contract } from '../contract.ts'
import { duplicatesRoutes } from '../index.ts'

let o: Office
let unit = ''
let managing = ''
before(async () => {
  o = await office({ rooms: [duplicatesRoutes, affiliationsRoutes, recordRoutes] })
  unit = (await o.act((ctx) => foundUnit(ctx, { name: '县物资局', kind: 'employer' }))).id
  managing = (await o.act((ctx) => foundUnit(ctx, { name: '县老干部服务中心', kind: 'employer' }))).id
})
after(() => o.close())

type Around = { unitId?: string; managingUnitId?: string; placeCode?: string; phones?: string[]; tags?: string[] }

const enrol = (values: FieldValues, { phones = [], tags = [], ...around }: Around = {}) =>
  o.act(async (ctx) => {
    const where = { unitId: null, managingUnitId: null, placeCode: null, ...around }
    const numbers = phones.map((number) => ({ number, label: '本人' as const }))
    return (await registerPerson(ctx, { values, phones: numbers, tags, source: '登记', ...where })).id
  })
const counter = async () => {
  const worker = await o.hire({ name: '孙丽华' })
  return { ...o.as(worker).call(contract), ...o.as(worker).call(recordContract) }
}
const refusedWith = (code: string) => (error: unknown) => error instanceof Refused && error.code === code
const rowsOf = (table: 'person_event' | 'person_change' | 'affiliation' | 'person_merge' | 'outbox') =>
  o.act(async (ctx) => (await ctx.db.selectFrom(table).select('id').execute()).length)
const told = (type: string, id: string) =>
  o.act(async (ctx) => {
    const rows = await ctx.db.selectFrom('outbox').select('data').where('type', '=', type).execute()
    return rows.filter((row) => JSON.stringify(row.data).includes(id)).length
  })

/** An identity number whose check character is right. */
const citizen = (body: string) =>
  body + Array.from('0123456789X').find((char) => checkIdNumber(body + char).result === 'valid')
const contact = (name: string) => ({ relation: '2', name, landline: null, mobile: null })
const child = (name: string) => ({ relation: '2', name })

test('the kept record takes the chosen fields and everything else is added to it', async () => {
  const call = await counter()
  const kept = await enrol(
    { name: '常宝山', birthOn: '1947-06', post: '科员' },
    { unitId: unit, placeCode: PLACES.guangchang, phones: ['13905346001'], tags: ['党员'] },
  )
  const absorbed = await enrol(
    { name: '常宝山', birthOn: '1947-06-18', post: '股长', nativePlace: '山东临邑' },
    {
      unitId: unit,
      managingUnitId: managing,
      placeCode: PLACES.xinyuan,
      phones: ['13905346001', '13905346002'],
      tags: ['党员', '书法'],
    },
  )
  await call.changeContacts({ id: kept, version: 0, contacts: ['常春', '常夏', '常秋'].map(contact) })
  await call.changeContacts({ id: absorbed, version: 0, contacts: ['常秋', '常冬', '常青'].map(contact) })
  await call.changeFamily({ id: kept, version: 0, family: [child('常春')] })
  await call.changeFamily({ id: absorbed, version: 0, family: [child('常春'), child('常冬')] })
  await call.changeSection({ id: absorbed, section: 'work', version: 1, values: { title: '助理工程师' } })
  await call.mergePeople({ keptId: kept, absorbedId: absorbed, takeFromAbsorbed: ['birthOn', 'nativePlace'] })

  const one = await call.readPerson({ id: kept })
  const identity = one.sections.find((section) => section.key === 'identity')?.values
  assert.deepEqual([identity?.birthOn, identity?.nativePlace], ['1947-06-18', '山东临邑'])
  assert.equal(one.sections.find((section) => section.key === 'work')?.values.post, '科员', 'what was not chosen stays')
  assert.deepEqual(
    one.phones.map(({ number }) => number),
    ['13905346001', '13905346002'],
  )
  assert.deepEqual(
    one.contacts.map(({ name }) => name),
    ['常春', '常夏', '常秋', '常冬'],
  )
  assert.deepEqual(one.family.map(({ name }) => name).sort(), ['常冬', '常春'])
  assert.deepEqual(one.tags, ['党员', '书法'])
  assert.deepEqual([one.unit?.id, one.managingUnit?.id, one.place?.code], [unit, managing, PLACES.guangchang])

  const other = await call.readPerson({ id: absorbed })
  assert.deepEqual([other.status, other.mergedInto, other.can.change], ['merged', kept, false])
  assert.equal(other.phones.length, 2, 'the absorbed record is still there to be read')
  const changes = (await call.readChanges({ id: kept })).items
  assert.ok(
    changes.some((change) => change.field === 'title' && change.cause === 'absorbed:edit'),
    'both histories stay',
  )
  assert.ok(changes.some((change) => change.field === 'birthOn' && change.cause.startsWith('merge:')))
  const lines = (await call.readTimeline({ id: kept })).items.map((line) => line.kind)
  assert.equal(lines.filter((kind) => kind === 'recorded').length, 2)
  assert.ok(lines.includes('merged'))
  const [merge] = (await call.listMerges()).items
  assert.deepEqual([merge?.kept.id, merge?.absorbed.id, merge?.by, merge?.can.undo], [kept, absorbed, '孙丽华', true])
  const [pair] = (await call.listDuplicates({ status: 'merged' })).items
  assert.deepEqual(new Set([pair?.first.id, pair?.second.id]), new Set([kept, absorbed]))
  assert.equal(await told('people.merged', kept), 1)
})

test('a refused merge leaves no trace, and a merged record is not merged again', async () => {
  const call = await counter()
  const [kept, absorbed, third] = [
    await enrol({ name: '车成' }),
    await enrol({ name: '车成' }),
    await enrol({ name: '车成' }),
  ]
  await call.mergePeople({ keptId: kept, absorbedId: absorbed })
  const tables = ['person_event', 'person_change', 'affiliation', 'person_merge', 'outbox'] as const
  const count = () => Promise.all(tables.map(rowsOf))
  const known = await count()
  const merge = (keptId: string, absorbedId: string) => call.mergePeople({ keptId, absorbedId })
  await assert.rejects(merge(kept, absorbed), refusedWith('people.already_merged'))
  await assert.rejects(merge(absorbed, third), refusedWith('people.already_merged'))
  await assert.rejects(merge(third, absorbed), refusedWith('people.already_merged'))
  await assert.rejects(merge(third, third), refusedWith('people.same_record'))
  const odd = call.mergePeople({ keptId: kept, absorbedId: third, takeFromAbsorbed: ['status'] })
  await assert.rejects(odd, refusedWith('input.invalid'))
  assert.deepEqual(await count(), known)
})

test('a death that only one record tells is taken over with its date, and told', async () => {
  const call = await counter()
  const [kept, absorbed] = [await enrol({ name: '荆志' }), await enrol({ name: '荆志' })]
  await call.recordDeath({ id: absorbed, values: { diedOn: '2026-01-15' } })
  const { mergeId } = await call.mergePeople({ keptId: kept, absorbedId: absorbed, takeFromAbsorbed: ['diedOn'] })
  assert.equal((await call.readPerson({ id: kept })).status, 'deceased')
  assert.equal(await told('people.died', kept), 1)
  await call.undoMerge({ id: mergeId })
  assert.deepEqual(
    [(await call.readPerson({ id: kept })).status, (await call.readPerson({ id: absorbed })).status],
    ['living', 'deceased'],
  )
  assert.equal(await told('people.restored', kept), 1)
})

test('an identity number that a spreadsheet cut gives way to the whole one', async () => {
  const call = await counter()
  const kept = await enrol({ name: '郗文博', idNumber: '371424194712180000' })
  const absorbed = await enrol({ name: '郗文博', idNumber: citizen('37142419471218001') })
  const { mergeId } = await call.mergePeople({ keptId: kept, absorbedId: absorbed, takeFromAbsorbed: ['idNumber'] })
  assert.equal((await call.readPerson({ id: kept })).idStatus, 'valid')
  await call.undoMerge({ id: mergeId })
  assert.equal((await call.readPerson({ id: kept })).idStatus, 'invalid')
  const { values } = await call.revealField({ id: kept, field: 'idText', purpose: 'check', note: '核对' })
  assert.deepEqual(values, ['371424194712180000'])
  assert.equal((await call.readPerson({ id: absorbed })).idStatus, 'valid')
})

test('of twenty people merging one pair from both sides at once, one does', async () => {
  const call = await counter()
  const [one, two] = [
    await enrol({ name: '官正' }, { phones: ['13905346101'] }),
    await enrol({ name: '官正' }, { phones: ['13905346102'] }),
  ]
  const answers = await Promise.allSettled(
    Array.from({ length: 20 }, (_, at) =>
      call.mergePeople(at % 2 ? { keptId: one, absorbedId: two } : { keptId: two, absorbedId: one }),
    ),
  )
  assert.equal(answers.filter((answer) => answer.status === 'fulfilled').length, 1)
  for (const answer of answers)
    if (answer.status === 'rejected')
      assert.ok(refusedWith('people.already_merged')(answer.reason), String(answer.reason))
  const both = [await call.readPerson({ id: one }), await call.readPerson({ id: two })]
  assert.deepEqual(both.map(({ status }) => status).sort(), ['living', 'merged'])
  assert.deepEqual(new Set(both.map(({ phones }) => phones.length)), new Set([1, 2]))
})

test('who may merge and undo', async () => {
  const around = { unitId: unit, placeCode: PLACES.guangchang }
  const hired = {
    administrator: await o.hire({ role: 'security_administrator' }),
    bureau: await o.hire(),
    local: await o.hire({ role: 'bureau_staff', place: PLACES.xingtong }),
    elsewhere: await o.hire({ role: 'bureau_staff', place: PLACES.xinyuan }),
    here: await o.hire({ role: 'community_worker', place: PLACES.guangchang }),
    liaison: await o.hire({ role: 'unit_liaison', unit }),
    reader: await o.hire({ role: 'reader' }),
  }
  const table: [keyof typeof hired | 'nobody', merge: number][] = [
    ['nobody', 401],
    ['reader', 403],
    ['here', 403],
    ['liaison', 403],
    ['elsewhere', 404],
    ['local', 200],
    ['bureau', 200],
    ['administrator', 403],
  ]
  const statusOf = (work: Promise<unknown>) =>
    work.then(
      () => 200,
      (error: unknown) => (error instanceof Refused ? error.status : 500),
    )
  const listed: Partial<Record<keyof typeof hired | 'nobody', number>> = { nobody: 401, administrator: 403 }
  for (const [who, expected] of table) {
    const [keptId, absorbedId] = [await enrol({ name: '步青' }, around), await enrol({ name: '步青' }, around)]
    const call = o.as(who === 'nobody' ? undefined : hired[who]).call(contract)
    assert.equal(await statusOf(call.mergePeople({ keptId, absorbedId })), expected, `${who} merges`)
    if (expected !== 200) await o.as(hired.bureau).call(contract).mergePeople({ keptId, absorbedId })
    const [latest] = (await o.as(hired.bureau).call(contract).listMerges({ limit: 200 })).items.filter(
      (one) => one.kept.id === keptId,
    )
    assert.equal(await statusOf(call.undoMerge({ id: latest?.id ?? '' })), expected, `${who} undoes`)
    assert.equal(await statusOf(call.listMerges()), listed[who] ?? 200, `${who} lists merges`)
  }
  assert.deepEqual((await o.as(hired.elsewhere).call(contract).listMerges()).items, [])
})
