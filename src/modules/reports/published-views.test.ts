import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { sql } from 'kysely'
import { registerPeople } from '#modules/people/index.ts'
import { office, PLACES } from '#test/office.ts'

const root = join(import.meta.dirname, '../../..')
const migrations = readdirSync(join(root, 'migrations')).map((name) =>
  readFileSync(join(root, 'migrations', name), 'utf8'),
)

for (const room of ['people', 'places', 'units', 'volunteering'])
  test(`what the room of ${room} says it publishes is what the migrations create`, () => {
    const [, view] = readFileSync(join(root, 'src/modules', room, 'views.sql'), 'utf8').split(/(?=^create view)/m)
    assert.ok(view && migrations.some((text) => text.includes(view.trim())))
  })

test('a published view shows a reader only the rows of their own area, whatever is asked of it', async (t) => {
  const o = await office()
  t.after(() => o.close())
  const around = { phones: [], unitId: null, managingUnitId: null, tags: [], source: '登记' }
  await o.act((ctx) =>
    registerPeople(ctx, [
      { values: { name: '王秀英' }, placeCode: PLACES.guangchang, ...around },
      { values: { name: '李国强' }, placeCode: PLACES.xinyuan, ...around },
    ]),
  )
  const worker = await o.hire({ role: 'community_worker', place: PLACES.guangchang })
  const seen = await o.house.act({ account: worker.id, county: o.county }, { readOnly: true }, (ctx) =>
    sql<{ name: string }>`select name from person_published`.execute(ctx.db),
  )
  assert.deepEqual(seen.rows, [{ name: '王秀英' }])
})
