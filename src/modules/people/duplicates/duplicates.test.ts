import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { foundUnit } from '#modules/units/index.ts'
import { type Office, office, PLACES } from '#test/office.ts'
import { checkIdNumber } from '../codes/index.ts'
import { recordRoutes, registerPerson } from '../record/index.ts'
import { contract } from './contract.ts'
import { duplicatesRoutes } from './index.ts'

let o: Office
let unit = ''
let otherUnit = ''

before(async () => {
  o = await office({ rooms: [duplicatesRoutes, recordRoutes] })
  unit = (await o.act((ctx) => foundUnit(ctx, { name: '县粮食局', kind: 'employer' }))).id
  otherUnit = (await o.act((ctx) => foundUnit(ctx, { name: '县林业局', kind: 'employer' }))).id
})
after(() => o.close())

type About = { name: string; phone?: string; unitId?: string; place?: string; [field: string]: string | undefined }

/** Registers somebody of whom only what is named is known. */
const enrol = ({ phone, unitId, place, ...values }: About) =>
  o.act(async (ctx) => {
    const phones = phone ? [{ number: phone, label: '本人' as const }] : []
    const known = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
    const around = { unitId: unitId ?? null, managingUnitId: null, placeCode: place ?? null, tags: [], source: '登记' }
    return (await registerPerson(ctx, { values: known as Record<string, string>, phones, ...around })).id // undefined ones are left out
  })
const bureau = async () => o.as(await o.hire()).call(contract)

/** An identity number whose check character is right. */
const citizen = (born: string, order: string) => {
  const body = `371424${born}${order}`
  const last = Array.from('0123456789X').find((char) => checkIdNumber(body + char).result === 'valid')
  return body + last
}

test('typing a name shows who of one’s own people it may be, the likeliest first', async () => {
  const id = await enrol({ name: '黄守仁', birthOn: '1949-05-02', unitId: unit, phone: '13905341001' })
  await enrol({ name: '黄守仁', birthOn: '1961-01-01' })
  const call = await bureau()
  const table: [Parameters<typeof call.warnDuplicates>[0], number, string[]][] = [
    [{ name: '黄守仁', birthOn: '1949-05', unitId: unit }, 95, ['same_name_birth_unit']],
    [{ name: '黄守仁', birthOn: '1949-05-02' }, 85, ['same_name_birth']],
    [{ name: '黃守仁', phone: '139-0534-1001' }, 92, ['same_name_phone']],
    [{ name: '黄首仁', birthOn: '1949-05-02' }, 75, ['similar_name_birth']],
    [{ name: '王五', phone: '13905341001' }, 40, ['same_phone']],
  ]
  for (const [typed, score, reasons] of table) {
    const [first] = (await call.warnDuplicates(typed)).items
    assert.deepEqual([first?.id, first?.score, first?.reasons], [id, score, reasons], JSON.stringify(typed))
  }
  const same = await call.warnDuplicates({ name: '黄守仁', birthOn: '1949-05-02', exceptId: id })
  assert.deepEqual(same.items, [])
})

test('what cannot be read yet while somebody types is no mistake', async () => {
  const call = await bureau()
  for (const typed of [{ name: '' }, { name: '黄' }, { name: '黄守仁', birthOn: '19', idNumber: '3714', phone: '1' }])
    assert.equal((await call.warnDuplicates(typed)).elsewhere, null)
})

test('an identity number that stands outside the area is told as taken, without a word of whose it is', async () => {
  const zhai = citizen('19520817', '002')
  await enrol({ name: '翟玉兰', idNumber: zhai, unitId: otherUnit, place: PLACES.xinyuan })
  const worker = o.as(await o.hire({ role: 'community_worker', place: PLACES.guangchang })).call(contract)
  const answer = await worker.warnDuplicates({ name: '翟玉兰', idNumber: zhai.toLowerCase() })
  assert.deepEqual(answer.items, [])
  assert.ok(answer.elsewhere?.zh.includes('登记在其他单位或社区'))
  assert.ok(!JSON.stringify(answer).includes('翟玉兰'))
  assert.equal((await worker.warnDuplicates({ name: '翟玉兰', idNumber: citizen('19490502', '123') })).elsewhere, null)
  const seen = await (await bureau()).warnDuplicates({ name: '翟某', idNumber: zhai })
  assert.deepEqual([seen.items[0]?.score, seen.items[0]?.reasons, seen.elsewhere], [100, ['same_id'], null])
})

test('the list is paged with its count, by score, and masked for who may not see numbers', async () => {
  const about = { name: '展鸿图', birthOn: '1941-11-11' }
  for (let at = 0; at < 3; at++) await enrol({ ...about, phone: '13905343001', unitId: unit })
  const call = await bureau()
  await call.searchDuplicates()
  const pages = [await call.listDuplicates({ limit: 2 }), await call.listDuplicates({ limit: 2, offset: 2 })]
  const [first, second] = pages.map((page) => page.items.map((pair) => `${pair.first.id} ${pair.second.id}`))
  assert.deepEqual([pages[0]?.total, pages[1]?.total], [pages[0]?.total, pages[0]?.total])
  assert.equal(new Set([...(first ?? []), ...(second ?? [])]).size, (first?.length ?? 0) + (second?.length ?? 0))
  const { items, total } = await call.listDuplicates({ minScore: 95 })
  assert.deepEqual([items.length, total], [3, 3])
  assert.deepEqual([items[0]?.first.phone, items[0]?.first.unit, items[0]?.status], ['139****3001', '县粮食局', 'open'])
  const reader = o.as(await o.hire({ role: 'reader' })).call(contract)
  const [masked] = (await reader.listDuplicates({ minScore: 95 })).items
  assert.equal(masked?.first.phone, '139****3001')
  const warned = await reader.warnDuplicates({ ...about })
  assert.deepEqual([warned.items.length, warned.items[0]?.phone], [3, '139****3001'])
})
