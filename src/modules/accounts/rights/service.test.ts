import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { readXlsx } from 'hucre'
import { settle } from '#test/office/settle.ts'
import { BUREAU, type Office, office, PLACES, type Worker } from '#test/office.ts'
import { contract as grants } from '../grants/contract.ts'
import { routes } from '../index.ts'
import { PERMISSIONS, ROLES } from '../rules.ts'
import { contract } from './contract.ts'

async function openOffice(t: TestContext): Promise<Office & { security: Worker }> {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  return Object.assign(o, { security: await o.hire({ role: 'security_administrator', name: '纪红' }) })
}

const at = (o: Office, worker: Worker) => o.as(worker).call(contract)

test('a preview tells what an account sees, in numbers and names of places alone, and is in the audit trail', async (t) => {
  const o = await openOffice(t)
  const worker = await o.hire({ role: 'street_staff', place: PLACES.xingtong, name: '邢立军' })
  await o.act(async (ctx) => {
    for (let n = 0; n < 3; n++) await settle(ctx, { name: '王秀英', place: PLACES.guangchang, unit: BUREAU })
    await settle(ctx, { name: '王秀英', place: PLACES.ruiheng })
    await settle(ctx, { name: '王秀英', place: PLACES.xinyuan })
    await settle(ctx, { name: '王秀英', place: PLACES.guangchang, status: 'deceased' })
  })
  const seen = await at(o, o.security).previewAccount({ id: worker.id })
  assert.deepEqual(
    [seen.people, seen.communities.map(({ name, people }) => [name, people]), seen.units.map(({ people }) => people)],
    [
      4,
      [
        ['广场社区', 3],
        ['瑞恒社区', 1],
      ],
      [3],
    ],
  )
  assert.deepEqual([seen.roles, seen.areas, seen.sees], [['street_staff'], ['邢侗街道'], ['pi', 'restricted']])
  assert.ok(!JSON.stringify(seen).includes('王秀英'))
  const notes = await o.act((ctx) =>
    ctx.db.selectFrom('audit_event').select(['account_id', 'subject']).where('action', '=', 'previewAccount').execute(),
  )
  assert.deepEqual(notes, [{ account_id: o.security.id, subject: worker.id }])
})

test('a preview of an administrator shows nobody, and one of a closed account is refused', async (t) => {
  const o = await openOffice(t)
  await o.act((ctx) => settle(ctx, { place: PLACES.guangchang }))
  const seen = await at(o, o.security).previewAccount({ id: o.security.id })
  assert.deepEqual([seen.people, seen.communities, seen.units, seen.sees], [0, [], [], []])
  const worker = await o.hire()
  await o.act((ctx) => ctx.db.updateTable('account').set({ status: 'closed' }).where('id', '=', worker.id).execute())
  await assert.rejects(at(o, o.security).previewAccount({ id: worker.id }), { code: 'rights.nothing_to_preview' })
  await assert.rejects(at(o, o.security).previewAccount({ id: BUREAU }), { status: 404 })
})

test('all grants are listed with their days; one that is over is without force and gone, one that ends soon is found', async (t) => {
  const o = await openOffice(t)
  const { id } = await o.hire({ name: '孙丽', role: 'reader', place: PLACES.linyi })
  const until = '2026-03-20'
  await o.as(o.security).call(grants).grantRole({ id, role: 'reader', place: PLACES.xingtong, until })
  const soon = await at(o, o.security).listAllGrants({ endsWithin: 30 })
  assert.deepEqual(
    soon.items.map(({ holder, role, where, until: last }) => [holder, role, where.name, last]),
    [['孙丽', 'reader', '邢侗街道', until]],
  )
  assert.equal((await at(o, o.security).listAllGrants({ endsWithin: 17 })).total, 0)
  assert.equal((await at(o, o.security).listAllGrants({ q: '孙丽' })).total, 2)
  assert.equal(
    (await at(o, o.security).listAllGrants({ role: 'security_administrator' })).items[0]?.where.name,
    '临邑县',
  )
  o.clock.set('2026-03-21T00:00:00+08:00')
  assert.equal((await at(o, o.security).listAllGrants({ q: '孙丽' })).total, 1)
})

test('the table of roles is exported as the rules have it', async (t) => {
  const o = await openOffice(t)
  const { bytes } = await at(o, o.security).exportRoles()
  const rows = (await readXlsx(bytes)).sheets[0]?.rows ?? []
  const head = rows.findIndex((row) => String(row[1]).startsWith('权限'))
  assert.equal(rows[head]?.length, 2 + ROLES.length)
  const found = rows.slice(head + 1).filter((row) => row[1])
  assert.equal(found.length, PERMISSIONS.length + 3)
  const reveal = found.find((row) => String(row[1]).startsWith('查看完整身份证号'))
  assert.deepEqual(
    ROLES.filter((_, column) => reveal?.[column + 2] === '✓'),
    ['bureau_staff'],
  )
})

test('all grants are exported with who, as what, where and until when', async (t) => {
  const o = await openOffice(t)
  await o.hire({ name: '孙丽', role: 'reader', place: PLACES.linyi })
  const { bytes, name } = await at(o, o.security).exportGrants()
  assert.equal(name, '账号授权表-2026-03-02.xlsx')
  const rows = (await readXlsx(bytes)).sheets[0]?.rows ?? []
  const line = rows.find((row) => row.includes('孙丽'))
  assert.deepEqual(line?.slice(2, 6), ['领导（只读） leader (read only)', '临邑镇', '2020-01-01', '长期 for good'])
})

test('an administrator finds places and units to grant by a part of their name, without a person in the answer', async (t) => {
  const o = await openOffice(t)
  const found = await at(o, o.security).findAreas({ q: '广场', kind: 'place' })
  assert.deepEqual(found.items, [{ kind: 'place', id: PLACES.guangchang, name: '广场社区', within: '邢侗街道' }])
  assert.equal((await at(o, o.security).findAreas({ q: '老干部局', kind: 'unit' })).items[0]?.id, BUREAU)
})

test('elders and relatives are counted among the grants, never named, whatever is searched', async (t) => {
  const o = await openOffice(t)
  await o.hire({ role: 'elder', name: '王秀英' })
  await o.hire({ role: 'family', name: '王小兰' })
  const asked = at(o, o.security)
  for (const filter of [{}, { q: '王' }, { role: 'elder' }, { role: 'family' }] as const) {
    const seen = await asked.listAllGrants(filter)
    assert.deepEqual(seen.counted, { elder: 1, family: 1 })
    assert.ok(!JSON.stringify(seen).includes('王'), JSON.stringify(filter))
  }
  const { bytes } = await asked.exportGrants({})
  assert.ok(!JSON.stringify((await readXlsx(bytes)).sheets).includes('王秀英'))
})
