import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { PLACES } from '#test/office/county.ts'
import { asOwner } from '#test/office/owner.ts'
import { type Office, office, type Worker } from '#test/office.ts'
import { changeFields } from '../book/index.ts'
import { shaanxiFields } from '../fields/index.ts'
import { type Draft, registerPeople } from '../index.ts'
import { loadPerson } from '../policy.ts'
import { contract } from './contract.ts'
import { countySettingsRoutes, recountJob } from './index.ts'

let o: Office
let staff: Worker
before(async () => {
  o = await office({ rooms: [countySettingsRoutes] })
  staff = await o.hire()
})
after(() => o.close())

const desk = (worker: Worker = staff) => o.as(worker).call(contract)
const plain = { areaCode: '0534', bureauPhone: '0534-4261234', requiredFields: [...shaanxiFields] }

const draft = (values: Draft['values'], more: Partial<Draft> = {}): Draft => ({
  values,
  phones: [],
  unitId: null,
  managingUnitId: null,
  placeCode: null,
  tags: [],
  source: '登记表',
  ...more,
})
const phone = (number: string) => ({ phones: [{ number, label: '本人' }] })
const draftsWith = (idNumber: string): Draft[] => [
  draft({ name: '孙桂兰' }),
  draft({ name: '马洪山', gender: '1', birthOn: '1938', health: '10' }, { placeCode: PLACES.xinyuan }),
  draft({ name: '牛玉梅', medicalInsuranceNo: 'A20150018', idNumber }, phone('13912340000')),
  draft(
    { name: '朱振海', livingFlags: ['lives_alone'], skills: '书法' },
    { placeCode: PLACES.ruiheng, ...phone('13912340001') },
  ),
]
const counted = (ids: string[]) =>
  asOwner<{ missing: string[]; completeness: number }>(
    o.house,
    'select missing, completeness from person where id = any($1::uuid[]) order by name',
    [ids],
  )

test('a county without settings counts by the 22 items of 陕西 and has no area code', async () => {
  const found = await desk().readCountySettings()
  assert.deepEqual(found.requiredFields, [...shaanxiFields])
  assert.deepEqual([found.areaCode, found.bureauPhone, found.recounting], ['', '', false])
})

test('another list of required fields makes every record count as if it were registered today', async () => {
  const old = await o.act((ctx) => registerPeople(ctx, draftsWith('371424194002030023')))
  const requiredFields = [
    'name',
    'health',
    'medicalInsuranceNo',
    'idNumber',
    'livingFlags',
    'skills',
    'phone',
    'placeCode',
  ]
  await desk().saveCountySettings({ ...plain, requiredFields })
  assert.equal((await desk().readCountySettings()).recounting, true)
  await recountJob.run(o.house, { county: o.county })
  assert.equal((await desk().readCountySettings()).recounting, false)
  const twins = await o.act((ctx) => registerPeople(ctx, draftsWith('371424194002030031')))
  assert.deepEqual(await counted(old), await counted(twins))
  assert.deepEqual(
    (await counted(old)).map((row) => row.completeness).toSorted((a, b) => a - b),
    [12, 37, 50, 62],
  )
})

const written: [what: string, idNumber: string | null, idStatus: string | undefined, isFilled: boolean][] = [
  ['a good number', '371424193911080015', undefined, true],
  ['fifteen digits made whole', '371424193911080031', 'converted15', true],
  ['a number that fails its check digit', '371424193911080016', undefined, false],
  ['a number that a spreadsheet rounded', '3.71424E+17', 'unrecoverable', false],
  ['a good number that somebody else has', '371424193911080015', 'invalid', false],
  ['none', null, undefined, false],
]
test('an identity number that is to be corrected is missing, whether it is registered, corrected beside or counted anew', async () => {
  const required = ['name', 'idNumber']
  await desk().saveCountySettings({ ...plain, requiredFields: required })
  const ids = await o.act((ctx) =>
    registerPeople(
      ctx,
      written.map(([, idNumber, idStatus]) => draft({ name: '宁玉兰', idNumber }, { idStatus })),
    ),
  )
  const missing = async () => {
    const rows = await asOwner<{ id: string; missing: string[] }>(o.house, 'select id, missing from person where id = any($1::uuid[])', [ids]) // biome-ignore format: one glance
    return ids.map((id) => !rows.find((row) => row.id === id)?.missing.includes('idNumber'))
  }
  const right = written.map(([, , , isFilled]) => isFilled)
  assert.deepEqual(await missing(), right)
  await o.act(async (ctx) => {
    for (const id of ids) await changeFields(ctx, await loadPerson(ctx, id), { values: { post: '局长' }, required, cause: 'edit' }) // biome-ignore format: one glance
  })
  assert.deepEqual(await missing(), right)
  await asOwner(o.house, `update person set missing = '{}' where id = any($1::uuid[])`, [ids])
  await recountJob.run(o.house, { county: o.county })
  assert.deepEqual(await missing(), right)
})

test('an identity number counts from the moment it is put right, and no more once it is written wrong', async () => {
  const required = ['idNumber']
  const [id = ''] = await o.act((ctx) =>
    registerPeople(ctx, [draft({ name: '尹德海', idNumber: '371424193911080099' })]),
  )
  const write = async (idNumber: string) => {
    await o.act(async (ctx) =>
      changeFields(ctx, await loadPerson(ctx, id), { values: { idNumber }, required, cause: 'edit' }),
    )
    return (await counted([id]))[0]?.completeness
  }
  assert.deepEqual([await write('37142419391108004X'), await write('371424193911080040')], [100, 0])
})

test('saving the same list again counts nothing anew; the area code is kept beside it', async () => {
  const earlier = await desk().readCountySettings()
  const { county: _county, name: _name, recounting: _recounting, ...same } = earlier
  await desk().saveCountySettings({ ...same, areaCode: '010' })
  const later = await desk().readCountySettings()
  assert.deepEqual([later.areaCode, later.recounting], ['010', false])
  await desk().saveCountySettings({ ...same, requiredFields: [...same.requiredFields, 'name'] })
  assert.deepEqual(
    (await desk().readCountySettings()).requiredFields,
    same.requiredFields,
    'twice named is once required',
  )
})

for (const [what, asked, code] of [
  ['an area code without its zero', { ...plain, areaCode: '534' }, 'county.bad_area_code'],
  ['a field that no record has', { ...plain, requiredFields: ['name', 'shoeSize'] }, 'county.unknown_required'],
  ['an empty list', { ...plain, requiredFields: [] }, 'input.invalid'],
] as const)
  test(`${what} is refused in words and changes nothing`, async () => {
    const earlier = await desk().readCountySettings()
    await assert.rejects(desk().saveCountySettings({ ...asked, requiredFields: [...asked.requiredFields] }), { code })
    assert.deepEqual(await desk().readCountySettings(), earlier)
  })

test('only the bureau’s staff set what the county asks for', async () => {
  for (const role of ['street_staff', 'community_worker', 'unit_liaison', 'reader', 'system_administrator'] as const) {
    const worker = await o.hire({ role })
    await assert.rejects(desk(worker).readCountySettings(), { code: 'auth.forbidden' }, role)
    await assert.rejects(desk(worker).saveCountySettings(plain), { code: 'auth.forbidden' }, role)
  }
})
