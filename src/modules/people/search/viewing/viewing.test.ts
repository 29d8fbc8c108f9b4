import assert from 'node:assert/strict'
import test from 'node:test'
import { recordRoutes } from '#modules/people/record/index.ts'
import { HOURLY_VIEWED } from '#modules/people/record/reveal/rules.ts'
import { registerPeople } from '#modules/people/record/service.ts'
import { asOwner } from '#test/office/owner.ts'
import { office, PLACES } from '#test/office.ts'
import { fieldOf } from '../../fields/index.ts'
import { contract } from '../contract.ts'
import { routes } from '../routes.ts'
import type * as viewing from './index.ts'

const MINUTES = 60_000

/** The same file as another process has it, which remembers nothing. */
async function restarted(): Promise<typeof viewing> {
  const again = './index.ts?restarted'
  return (await import(again)) as typeof viewing // the same file
}

test('a list with people’s words on how they live shows so many people an hour, each counted once; the alarm stays', async (t) => {
  const o = await office({ rooms: [recordRoutes, routes] })
  t.after(() => o.close())
  const drafts = Array.from({ length: HOURLY_VIEWED + 10 }, (_, at) => ({
    values: { name: `王秀${at}`, livingEvidence: '入户走访' },
    phones: [],
    unitId: null,
    managingUnitId: null,
    placeCode: PLACES.guangchang,
    tags: [],
    source: '登记',
  }))
  await o.act((ctx) => registerPeople(ctx, drafts))
  const clerk = await o.hire()
  const list = (columns: string[], offset = 0, limit = 200) =>
    o.as(clerk).call(contract).listPeople({ columns, offset, limit })
  for (const limit of [150, 200, 50]) assert.equal((await list(['livingEvidence'], 0, limit)).items.length, limit)
  await assert.rejects(list(['livingEvidence'], 200), { status: 429, code: 'people.too_many_viewed' })
  assert.equal((await list(['unit', 'address'], 200)).items.length, 10, 'plain columns are free')
  assert.equal((await list(['livingEvidence'], 0, 20)).items.length, 20, 'those seen already are seen again')
  const told = await asOwner<{ detail: object; result: string }>(
    o.house,
    `select detail, result from audit_event where action = 'people.viewing_alarm'`,
  )
  assert.deepEqual(told, [
    { result: 'refused', detail: { lastHour: 200, asked: 10, allowed: HOURLY_VIEWED, fields: ['livingEvidence'] } },
  ])
  const unseen = await list(['unit'], 200)
  const look = (people: string[]) =>
    o.house.act({ account: clerk.id, county: o.county }, { readOnly: true }, async (ctx) =>
      (await restarted()).ensureNotBulk(
        ctx,
        [fieldOf('livingEvidence')].flatMap((one) => one ?? []),
        people,
      ),
    )
  await assert.rejects(look(unseen.items.map(({ id }) => id)), { code: 'people.too_many_viewed' })
  await look((await list(['unit'], 0, 20)).items.map(({ id }) => id))
  const reader = await o.hire({ role: 'reader' })
  const blind = await o
    .as(reader)
    .call(contract)
    .listPeople({ columns: ['livingEvidence'], offset: 100, limit: 110 })
  assert.equal(blind.items.length, 110, 'whoever is shown nothing of it is not counted')
  o.clock.pass(61 * MINUTES)
  assert.equal((await list(['livingEvidence'], 200)).items.length, 10)
})
