import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { breaches, earned, register } from '#test/office/bank.ts'
import { elderDoors, elderOf, relativeOf } from '#test/office/elders.ts'
import { asOwner } from '#test/office/owner.ts'
import type { Visitor } from '#test/office/visitor.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { countyDoors, countySettingsRoutes } from '#test/shift-desk.ts'
import { bankListeners, bankRoutes } from '../index.ts'
import { contract as notices } from '../notices/contract.ts'
import { contract } from './contract.ts'

type Home = Office & { worker: Worker; wang: string; li: string; elder: Visitor }

/** 王 and 李 earned in March; it is April, and March stands on the wall. */
async function open(t: TestContext): Promise<Home & { notice: string }> {
  const o = await office({ rooms: [...elderDoors, ...bankRoutes, countySettingsRoutes], listeners: bankListeners })
  t.after(() => o.close())
  const worker = await o.hire()
  const county = o.as(worker).call(countyDoors)
  const { requiredFields } = await county.readCountySettings()
  await county.saveCountySettings({ areaCode: '0534', bureauPhone: '0534-4261234', requiredFields })
  const [wang = '', li = ''] = await register(o, ['王秀英', '李建国'])
  for (const who of [wang, li]) await earned(o, who, 8)
  o.clock.set('2026-04-01T09:00:00+08:00')
  const { id } = await o.as(worker).call(notices).publishNotice({ month: '2026-03', placeCode: PLACES.county })
  const elder = await elderOf({ o, worker, personId: wang })
  return Object.assign(o, { worker, wang, li, elder, notice: id })
}

const named = async (o: Home & { notice: string }) =>
  (await o.as().call(notices).readPublicNotice({ id: o.notice })).people.map(({ name }) => name).sort()
const atDesk = (o: Home) => o.as(o.worker).call(notices).readNaming({ personId: o.wang })

test('an elder takes the own name out of the notice on the wall and puts it back, however often they tap', async (t) => {
  const o = await open(t)
  const mine = o.elder.call(contract)
  const before = await mine.myNaming({ personId: o.wang })
  assert.deepEqual(before, { isNamed: true, shown: '王**', since: null, onBehalf: null })
  assert.deepEqual(await named(o), ['李**', '王**'])
  await Promise.all(Array.from({ length: 8 }, () => mine.setMyNaming({ personId: o.wang, isNamed: false })))
  assert.deepEqual(await named(o), ['李**'])
  const { isNamed, onBehalf, since } = await mine.myNaming({ personId: o.wang })
  assert.deepEqual([isNamed, onBehalf, since === null], [false, 'self', false])
  assert.deepEqual([(await atDesk(o)).isNamed, (await atDesk(o)).onBehalf], [false, 'self'])
  for (let n = 0; n < 2; n++) await mine.setMyNaming({ personId: o.wang, isNamed: true })
  assert.deepEqual(await named(o), ['李**', '王**'])
  const rows = await asOwner(o.house, 'select on_behalf, ended_on_behalf from bank_unnamed')
  assert.deepEqual(rows, [{ on_behalf: 'self', ended_on_behalf: 'self' }])
  assert.deepEqual(await breaches(o), [])
})

test('a relative with authority does it in the elder’s name and is noted as family; the desk undoes it; who has none finds nobody', async (t) => {
  const o = await open(t)
  const relative = await relativeOf({ o, worker: o.worker, personId: o.wang })
  await relative.call(contract).setMyNaming({ personId: o.wang, isNamed: false })
  assert.equal((await atDesk(o)).onBehalf, 'family')
  await assert.rejects(o.as(o.worker).call(notices).setNaming({ personId: o.wang, isNamed: false }), {
    code: 'notices.naming_unchanged',
  })
  await o.as(o.worker).call(notices).setNaming({ personId: o.wang, isNamed: true })
  const rows = await asOwner(o.house, 'select on_behalf, ended_on_behalf from bank_unnamed')
  assert.deepEqual(rows, [{ on_behalf: 'family', ended_on_behalf: 'clerk' }])
  const mine = o.elder.call(contract)
  await assert.rejects(mine.myNaming({ personId: o.li }), { status: 404 })
  await assert.rejects(mine.setMyNaming({ personId: o.li, isNamed: false }), { status: 404 })
  assert.deepEqual(await named(o), ['李**', '王**'])
})
