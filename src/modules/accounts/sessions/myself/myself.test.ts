import assert from 'node:assert/strict'
import test from 'node:test'
import { office, PLACES } from '#test/office.ts'
import { endGrants, grantRole } from '../../grants/index.ts'
import { policyOf, routes, writePolicy } from '../../index.ts'
import { contract } from '../contract.ts'

test('one is told where one works today: not what was taken back, nor what begins later; and the rule the county set for passwords', async (t) => {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  const worker = await o.hire({ role: 'reader', place: PLACES.guangchang })
  const guard = await o.hire({ role: 'security_administrator' })
  const me = () => o.as(worker).call(contract).whoAmI()
  const later = { id: worker.id, role: 'reader' as const, place: PLACES.linyi, from: '2099-01-01' }
  await o.act((ctx) => grantRole(ctx, { ...later, until: null }))
  assert.deepEqual([(await me()).scope, (await me()).passwordRule.leastLength], [['广场社区'], 10])
  await o.act(async (ctx) => writePolicy(ctx, { ...(await policyOf(ctx)), leastLength: 14 }))
  await o.act((ctx) => endGrants(ctx, worker.id))
  const left = await me()
  assert.deepEqual([left.roles, left.scope, left.passwordRule.leastLength], [[], [], 14])
  assert.deepEqual((await o.as(guard).call(contract).whoAmI()).roles, ['security_administrator'])
})
