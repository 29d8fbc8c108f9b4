import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { BUREAU, PLACES } from '#test/office/county.ts'
import { office } from '#test/office.ts'
import { listeners } from './index.ts'

const o = await office()
after(() => o.close())

test('a unit in a place that merged into another lies where that place went', async () => {
  const data = { code: PLACES.guangchang, successor: PLACES.ruiheng, on: '2026-03-01' }
  const placed = () =>
    o.act((ctx) => ctx.db.selectFrom('unit').select('place_code').where('id', '=', BUREAU).executeTakeFirst())
  const tell = () =>
    o.act(async (ctx) => {
      for (const listener of listeners) await listener.hear(ctx, { id: BUREAU, type: 'places.abolished', data })
    })
  await o.act((ctx) =>
    ctx.db.updateTable('unit').set({ place_code: PLACES.guangchang }).where('id', '=', BUREAU).execute(),
  )
  await tell()
  assert.equal((await placed())?.place_code, PLACES.guangchang, 'a place without successor keeps its units')
  await o.act((ctx) =>
    ctx.db.updateTable('place').set({ successor: PLACES.ruiheng }).where('code', '=', PLACES.guangchang).execute(),
  )
  await tell()
  await tell()
  assert.equal((await placed())?.place_code, PLACES.ruiheng)
})
