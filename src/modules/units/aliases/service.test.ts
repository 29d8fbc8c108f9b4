import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { BUREAU } from '#test/office/county.ts'
import { office } from '#test/office.ts'
import { contract as reading } from '../contract.ts'
import { contract as facts } from '../facts/contract.ts'
import { findUnitByName, routes, unitDirectory } from '../index.ts'
import { contract } from './contract.ts'

const o = await office({ rooms: routes })
after(() => o.close())
const zhou = await o.hire()
const desk = o.as(zhou).call(contract)
const { foundUnit } = o.as(zhou).call(facts)
const { readUnit } = o.as(zhou).call(reading)

test('an alias makes a roster’s spelling find the unit', async () => {
  const { id } = await foundUnit({ name: '临邑县卫生局', kind: 'employer' })
  const find = (text: string) => o.act((ctx) => findUnitByName(ctx, text))
  assert.deepEqual(await find('县卫计委'), [])
  assert.deepEqual(await desk.addAlias({ id, name: '县卫计委' }), { id, version: 2 })
  assert.deepEqual(await find('原临邑县 卫计委（退）'), [{ id, name: '临邑县卫生局', status: 'open' }])
  await assert.rejects(desk.addAlias({ id, name: '卫计委' }), { code: 'units.alias_exists' })
})

test('an alias means one unit, a former name may mean two', async () => {
  const tax = await foundUnit({ name: '临邑县税务局', kind: 'employer', formerNames: ['财税局'] })
  const money = await foundUnit({ name: '临邑县财政局', kind: 'employer', short: '财政局' })
  await assert.rejects(desk.addAlias({ id: tax.id, name: '县财政局' }), { code: 'units.alias_ambiguous' })
  await desk.addAlias({ id: money.id, name: '财税局', kind: 'former' })
  const found = await o.act((ctx) => findUnitByName(ctx, '财税局'))
  assert.equal(found.length, 2)
})

test('an alias is taken back; present names and the record of a renaming stay', async () => {
  const { id } = await foundUnit({ name: '临邑县司法局', kind: 'employer', short: '司法局', aliases: ['法制办'] })
  const { names } = await readUnit({ id })
  const idOf = (kind: string) => names.find((one) => one.kind === kind)?.id ?? ''
  for (const kind of ['name', 'short'])
    await assert.rejects(desk.removeAlias({ id, nameId: idOf(kind) }), { code: 'units.name_stays' })
  await desk.removeAlias({ id, nameId: idOf('alias') })
  await assert.rejects(desk.removeAlias({ id, nameId: idOf('alias') }), { status: 404 })
  const left = await readUnit({ id })
  assert.deepEqual(
    left.names.map((one) => one.name),
    ['临邑县司法局', '司法局'],
  )
  assert.equal(left.events[0]?.kind, 'changed')
})

test('who may add aliases', async () => {
  const { id } = await foundUnit({ name: '临邑县审计局', kind: 'employer' })
  const table: [string, { token: string } | undefined, number][] = [
    ['nobody', undefined, 401],
    ['a liaison of the unit', await o.hire({ role: 'unit_liaison', unit: id }), 403],
    ['staff of another unit', await o.hire({ role: 'bureau_staff', unit: BUREAU }), 403],
    ['staff of the unit', await o.hire({ role: 'bureau_staff', unit: id }), 200],
  ]
  for (const [who, worker, status] of table) {
    const asked = o.as(worker).call(contract).addAlias({ id, name: '审计处' })
    const got = await asked.then(
      () => 200,
      (refused: { status: number }) => refused.status,
    )
    assert.equal(got, status, who)
  }
})

test('the importer is given every unit in the form of its units file', async () => {
  const { id } = await foundUnit({
    name: '临邑县气象局',
    kind: 'employer',
    nature: 'institution',
    isVertical: true,
    code: 'U050',
    short: '县气象局',
    aliases: ['气象局'],
    formerNames: ['气象站'],
  })
  const unit = (await o.act(unitDirectory)).find((one) => one.id === id)
  assert.deepEqual(unit, {
    id,
    code: 'U050',
    name: '临邑县气象局',
    vertical: true,
    successor: null,
    nature: '事业',
    status: '在册',
    short: ['县气象局', '气象局'],
    former: ['气象站'],
  })
})
