import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { employ, secure } from '#test/office/securing.ts'
import { visitor } from '#test/office/visitor.ts'
import { type Office, office, type Worker } from '#test/office.ts'
import { ROLES, routes } from '../index.ts'
import { contract as sessions } from '../sessions/contract.ts'
import { contract } from './contract.ts'
import { DEFAULTS } from './rules.ts'

async function openOffice(t: TestContext): Promise<Office & { security: Worker }> {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  await secure(o)
  return Object.assign(o, { security: await o.hire({ role: 'security_administrator' }) })
}

test('only the security administrator reads and sets the policy', async (t) => {
  const o = await openOffice(t)
  const shown = await o.as(o.security).call(contract).showPolicy()
  assert.deepEqual(
    [shown.secondFactor, shown.yourAddress, shown.limits.idleMinutes.most],
    ['required', '127.0.0.1', 30],
  )
  for (const role of ROLES.filter((one) => one !== 'security_administrator')) {
    const doors = o.as(await o.hire({ role })).call(contract)
    await assert.rejects(doors.showPolicy(), { status: 403, code: 'auth.forbidden' }, role)
    await assert.rejects(doors.setPolicy(DEFAULTS), { status: 403, code: 'auth.forbidden' }, role)
  }
  await assert.rejects(o.as().call(contract).showPolicy(), { status: 401 })
})

test('what lies below the floor is refused in words, and nothing is changed', async (t) => {
  const o = await openOffice(t)
  const doors = o.as(o.security).call(contract)
  const refused = { status: 422, code: 'policy.refused' }
  for (const wrong of [
    { wrongTries: 11 },
    { leastLength: 7 },
    { secondFactor: 'optional' as const },
    { staffNetworks: ['203.0.113.0/24'] },
    { staffNetworks: ['nowhere'] },
  ])
    await assert.rejects(doors.setPolicy({ ...DEFAULTS, ...wrong }), refused)
  const { limits: _, yourAddress: __, ...kept } = await doors.showPolicy()
  assert.deepEqual(kept, DEFAULTS)
})

test('a changed policy is noted by the names of its fields, and shortens the sessions that are open', async (t) => {
  const o = await openOffice(t)
  await secure(o, { secondFactor: 'optional' })
  const { login, password } = await employ(o)
  const browser = visitor(o)
  await browser.call(sessions).signIn({ login, password })
  await o
    .as(o.security)
    .call(contract)
    .setPolicy({ ...DEFAULTS, secondFactor: 'optional', idleMinutes: 5, staffNetworks: ['10.1.0.0/16', '127.0.0.1'] })
  const notes = await o.act((ctx) =>
    ctx.db.selectFrom('audit_event').select('detail').where('action', '=', 'securityPolicyChanged').execute(),
  )
  assert.deepEqual(notes, [{ detail: { fields: ['idleMinutes', 'staffNetworks'] } }])
  o.clock.pass(6)
  await assert.rejects(browser.call(sessions).whoAmI(), { status: 401 })
})

test('the policy is changed only by somebody who has just proved who they are', async (t) => {
  const o = await openOffice(t)
  await o.act((ctx) =>
    ctx.db.updateTable('session').set({ proven_at: null }).where('account_id', '=', o.security.id).execute(),
  )
  await assert.rejects(o.as(o.security).call(contract).setPolicy(DEFAULTS), { status: 403, code: 'auth.not_proven' })
})
