import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { BUREAU, PLACES } from '#test/office/county.ts'
import { settle } from '#test/office/settle.ts'
import { office } from '#test/office.ts'
import { contract } from './contract.ts'
import { foundUnit, routes } from './index.ts'

const o = await office({ rooms: routes })
after(() => o.close())
const { guangchang, xinyuan } = PLACES

const found = (unit: Parameters<typeof foundUnit>[1]) => o.act((ctx) => foundUnit(ctx, unit))
const school = await found({
  name: '临邑县实验小学',
  kind: 'school',
  nature: 'institution',
  code: 'U057',
  formerNames: ['城关小学'],
})
const factory = await found({ name: '临邑县酒厂', kind: 'employer', nature: 'enterprise', code: 'U089' })
const clinic = await found({ name: '临邑县中医院', kind: 'hospital', nature: 'institution', parentId: BUREAU })
await o.act(async (ctx) => {
  await settle(ctx, { unit: school.id, place: guangchang })
  await settle(ctx, { unit: school.id, place: xinyuan })
  await settle(ctx, { unit: school.id, managingUnit: factory.id, place: xinyuan })
  await settle(ctx, { unit: school.id, status: 'deceased' })
  await ctx.db.updateTable('unit').set({ status: 'closed' }).where('id', '=', factory.id).execute()
})

test('units are listed by number, filtered by what they are, and found by what they were called', async () => {
  const { listUnits } = o.as(await o.hire()).call(contract)
  const lists: [what: string, asked: Parameters<typeof listUnits>[0], names: string[]][] = [
    ['open ones', {}, ['临邑县实验小学', '中共临邑县委老干部局', '临邑县中医院']],
    ['closed ones', { status: 'closed' }, ['临邑县酒厂']],
    ['schools', { kind: 'school' }, ['临邑县实验小学']],
    ['institutions', { nature: 'institution' }, ['临邑县实验小学', '临邑县中医院']],
    ['those under the bureau', { parentId: BUREAU }, ['临邑县中医院']],
    ['roots', { top: true }, ['临邑县实验小学', '中共临邑县委老干部局']],
    ['by a former name', { q: '原城关小学（退）' }, ['临邑县实验小学']],
    ['by a number', { q: 'U057' }, ['临邑县实验小学']],
    ['by a part of the name', { q: '医院' }, ['临邑县中医院']],
    ['a sign that is no pattern', { q: '%%' }, []],
    ['brackets alone', { q: '（）' }, []],
    ['closed by name', { q: '酒厂', status: 'all' }, ['临邑县酒厂']],
  ]
  for (const [what, asked, names] of lists) {
    const { items, total } = await listUnits(asked)
    assert.deepEqual([items.map((unit) => unit.name), total], [names, names.length], what)
  }
  const page = await listUnits({ status: 'all', offset: 1, limit: 2 })
  assert.deepEqual([page.items.map((unit) => unit.name), page.total], [['临邑县酒厂', '中共临邑县委老干部局'], 4])
})

test('everybody reads all units, but counts only the people of their own scope', async () => {
  const table: [who: string, post: Parameters<typeof o.hire>[0], people: number][] = [
    ['the bureau', {}, 3],
    ['a leader', { role: 'reader' }, 3],
    ['a community worker', { role: 'community_worker', place: guangchang }, 1],
    ['street staff', { role: 'street_staff', place: PLACES.hengyuan }, 2],
    ['the school’s liaison, wherever people live', { role: 'unit_liaison', unit: school.id }, 3],
    ['another unit’s liaison', { role: 'unit_liaison', unit: factory.id }, 1],
    ['a liaison without people', { role: 'unit_liaison', unit: clinic.id }, 0],
  ]
  for (const [who, post, people] of table) {
    const { listUnits, readUnit } = o.as(await o.hire(post)).call(contract)
    const { items } = await listUnits({ kind: 'school' })
    assert.equal(items[0]?.people, people, who)
    assert.equal((await readUnit({ id: school.id })).people, people, who)
  }
  await assert.rejects(o.as().call(contract).listUnits(), { status: 401 })
})

test('a record names what is around the unit and what its reader may do', async () => {
  const bureau = await o
    .as(await o.hire())
    .call(contract)
    .readUnit({ id: BUREAU })
  assert.deepEqual(bureau.children, [{ id: clinic.id, name: '临邑县中医院', status: 'open' }])
  assert.deepEqual(bureau.can, { change: true, close: true, reopen: false })
  const under = await o
    .as(await o.hire({ role: 'reader' }))
    .call(contract)
    .readUnit({ id: clinic.id })
  assert.equal(under.parent?.id, BUREAU)
  assert.deepEqual(under.can, { change: false, close: false, reopen: false })
  const closed = await o
    .as(await o.hire())
    .call(contract)
    .readUnit({ id: factory.id })
  assert.deepEqual(closed.can, { change: false, close: false, reopen: true })
})

test('a unit that is not there is not found', async () => {
  const { readUnit } = o.as(await o.hire()).call(contract)
  await assert.rejects(readUnit({ id: '01980000-0000-7000-8000-00000000dead' }), { status: 404, code: 'row.not_found' })
  await assert.rejects(readUnit({ id: 'U057' }), { status: 400 })
})
