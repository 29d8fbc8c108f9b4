import assert from 'node:assert/strict'
import test from 'node:test'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { office, PLACES } from '#test/office.ts'
import { contract } from './contract.ts'
import { needsForget, routes, volunteeringFollowsPlaces } from './index.ts'

test('what somebody asked for is forgotten with them; that somebody asked is not', async (t) => {
  const o = await office({ rooms: routes, listeners: [needsForget] })
  t.after(() => o.close())
  const bureau = o.as(await o.hire()).call(contract)
  const personId = await o.act((ctx) => settle(ctx, { place: PLACES.guangchang }))
  const { needId: id } = await bureau.raiseNeed({ kind: 'company', words: '想有人说说话', asker: '女儿', personId })
  await bureau.acceptNeed({ id, note: '独居' })
  await o.act(async (ctx) => ctx.emit({ type: 'people.erased', data: { ids: [personId] } }))
  await o.deliver()
  const need = await bureau.readNeed({ id })
  assert.deepEqual([need.kind, need.words, need.asker], ['company', '已删除', null])
  assert.deepEqual(
    need.steps.map(({ note }) => note),
    [null, null],
  )
})

test('the needs of a community that was merged stand in the one that took it over', async (t) => {
  const o = await office({ rooms: routes, listeners: [volunteeringFollowsPlaces] })
  t.after(() => o.close())
  const bureau = o.as(await o.hire()).call(contract)
  const { needId: id } = await bureau.raiseNeed({ kind: 'repair', words: '路灯不亮', placeCode: PLACES.ruiheng })
  const merge = 'update place set valid_to = $2, successor = $3 where code = $1'
  await asOwner(o.house, merge, [PLACES.ruiheng, '2026-03-02', PLACES.guangchang])
  const told = { code: PLACES.ruiheng, successor: PLACES.guangchang, on: '2026-03-02' }
  await o.act(async (ctx) => ctx.emit({ type: 'places.abolished', data: told }))
  await o.deliver()
  assert.equal((await bureau.readNeed({ id })).placeCode, PLACES.guangchang)
})
