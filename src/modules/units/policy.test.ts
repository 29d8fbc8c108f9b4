import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { BUREAU } from '#test/office/county.ts'
import { office } from '#test/office.ts'
import { lockForChange, lockManyForChange, mayManage } from './policy.ts'

const [A, B] = ['01980000-0000-7000-8000-00000000000a', '01980000-0000-7000-8000-00000000000b']
const actor = (all: boolean, units: string[], permissions = ['units.manage']) => ({
  permissions: new Set(permissions),
  scope: { all, places: [], units },
})

test('units are changed by those who hold the whole county, or each of them', () => {
  const table: [who: string, who_: ReturnType<typeof actor>, units: string[], may: boolean][] = [
    ['the county, anything', actor(true, []), [A, B], true],
    ['the county, nothing in particular', actor(true, []), [], true],
    ['the county without the permission', actor(true, [], ['units.read']), [A], false],
    ['a unit’s staff, that unit', actor(false, [A]), [A], true],
    ['a unit’s staff, that unit and another', actor(false, [A]), [A, B], false],
    ['staff of both, both', actor(false, [A, B]), [A, B], true],
    ['a unit’s staff, nothing in particular', actor(false, [A]), [], false],
    ['nobody’s staff', actor(false, []), [A], false],
  ]
  for (const [who, one, units, may] of table) assert.equal(mayManage(one, units), may, who)
})

const o = await office()
after(() => o.close())

test('the one who comes second waits, and then sees what the first has done', async () => {
  const order: string[] = []
  const first = o.act(async (ctx) => {
    const unit = await lockForChange(ctx, BUREAU, 1)
    order.push('first has it')
    await new Promise((resolve) => setTimeout(resolve, 150))
    await ctx.db
      .updateTable('unit')
      .set({ version: unit.version + 1 })
      .where('id', '=', BUREAU)
      .execute()
    order.push('first is done')
  })
  await new Promise((resolve) => setTimeout(resolve, 50))
  const second = o.act(async (ctx) => {
    const unit = await lockForChange(ctx, BUREAU)
    order.push(`second sees version ${unit.version}`)
  })
  await Promise.all([first, second])
  assert.deepEqual(order, ['first has it', 'first is done', 'second sees version 2'])
  await assert.rejects(
    o.act((ctx) => lockForChange(ctx, BUREAU, 1)),
    { code: 'units.changed_meanwhile' },
  )
})

test('one unit that is missing, or closed, stops an act on many', async () => {
  await o.act((ctx) =>
    ctx.db
      .insertInto('unit')
      .values({ county: o.county, id: A, name: '酒厂', kind: 'employer', status: 'closed' })
      .execute(),
  )
  const lock = (ids: string[]) => o.act((ctx) => lockManyForChange(ctx, ids))
  await assert.rejects(lock([BUREAU, B]), { status: 404 })
  await assert.rejects(lock([BUREAU, A]), { code: 'units.is_closed' })
  assert.deepEqual(
    (await lock([BUREAU])).map((unit) => unit.id),
    [BUREAU],
  )
})
