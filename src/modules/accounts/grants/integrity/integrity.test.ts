import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { openKeys } from '#platform/home.ts'
import { codeRows, findBroken, integrityJob } from '#platform/integrity/index.ts'
import { type Office, office, PLACES } from '#test/office.ts'
import { trialHome } from '#test/trial-home.ts'
import { contract as audit } from '../../audit-trail/contract.ts'
import { routes } from '../../index.ts'
import { contract as sessions } from '../../sessions/contract.ts'
import { contract } from '../contract.ts'
import { grantCodes } from './index.ts'

type Coded = Office & { broken: () => Promise<string[]>; owner: NonNullable<Office['house']['owner']> }

async function codedOffice(t: TestContext): Promise<Coded> {
  const home = trialHome(t)
  mkdirSync(join(home, 'keys'))
  const o = await office({ rooms: routes, keys: await openKeys(home) })
  t.after(() => o.close())
  const { owner, vault } = o.house
  if (!owner) throw new Error('a house with keys has its owner')
  const broken = async () => (await findBroken(owner, vault, { coded: grantCodes })).broken
  return Object.assign(o, { owner, broken })
}

test('what the office grants and takes back stands under its code', async (t) => {
  const o = await codedOffice(t)
  const guard = await o.hire({ role: 'security_administrator' })
  const newcomer = await o.hire({ role: 'reader', place: PLACES.linyi })
  const at = o.as(guard).call(contract)
  const { grant } = await at.grantRole({ id: newcomer.id, role: 'reader', place: PLACES.guangchang })
  assert.deepEqual(await o.broken(), [])
  await at.revokeGrant({ id: newcomer.id, grant })
  assert.deepEqual(await o.broken(), [])
})

for (const [what, change] of [
  ['a wider area', `place_code = ${PLACES.county}`],
  ['another role', `role = 'bureau_staff'`],
  ['more days', `valid = daterange(lower(valid), lower(valid) + 30000)`],
  ['another giver', `granted_by = gen_random_uuid()`],
  ['another code', `mac = set_byte(mac, 9, get_byte(mac, 9) # 1)`],
  ['no code', `mac = null`],
] as const)
  test(`a grant that got ${what} past the office is reported and gives no right`, async (t) => {
    const o = await codedOffice(t)
    const reader = await o.hire({ role: 'reader', place: PLACES.linyi })
    assert.deepEqual((await o.as(reader).call(sessions).whoAmI()).roles, ['reader'])
    const { rows } = await o.owner.query<{ id: string }>(
      `update account_grant set ${change} where account_id = $1 returning id`,
      [reader.id],
    )
    assert.deepEqual(
      await o.broken(),
      rows.map((row) => row.id),
    )
    o.clock.pass(1)
    await assert.rejects(o.as(reader).call(sessions).whoAmI(), { status: 403, code: 'auth.grants_changed' })
    const work = o.house.act({ account: reader.id, county: o.county }, { readOnly: true }, async ({ actor }) => actor)
    assert.deepEqual([(await work).roles, (await work).permissions.size], [[], 0], 'nor to a job that works for them')
  })

test('a grant that was taken back and is valid again past the office gives no right', async (t) => {
  const o = await codedOffice(t)
  const guard = await o.hire({ role: 'security_administrator' })
  const reader = await o.hire({ role: 'reader', place: PLACES.linyi })
  const at = o.as(guard).call(contract)
  const { items } = await at.listGrants({ id: reader.id })
  await at.revokeGrant({ id: reader.id, grant: items[0]?.id ?? '' })
  await o.owner.query('update account_grant set revoked_at = null, revoked_by = null where account_id = $1', [
    reader.id,
  ])
  await assert.rejects(o.as(reader).call(sessions).whoAmI(), { code: 'auth.grants_changed' })
})

test('the security administrator sees which grant it is, takes it back, and the rest counts again', async (t) => {
  const o = await codedOffice(t)
  const guard = await o.hire({ role: 'security_administrator' })
  const reader = await o.hire({ role: 'reader', place: PLACES.linyi })
  const at = o.as(guard).call(contract)
  const { grant } = await at.grantRole({ id: reader.id, role: 'reader', place: PLACES.guangchang })
  await o.owner.query(`update account_grant set place_code = $2 where id = $1`, [grant, PLACES.county])
  const { items } = await at.listGrants({ id: reader.id })
  assert.deepEqual(
    items.filter(({ isSound }) => !isSound).map(({ id }) => id),
    [grant],
  )
  await at.revokeGrant({ id: reader.id, grant })
  assert.deepEqual((await o.as(reader).call(sessions).whoAmI()).roles, ['reader'])
})

test('every night all codes are checked, and the administrators see what does not hold', async (t) => {
  const o = await codedOffice(t)
  const [guard, auditor] = [
    await o.hire({ role: 'security_administrator' }),
    await o.hire({ role: 'audit_administrator' }),
  ]
  const reader = await o.hire({ role: 'reader', place: PLACES.linyi })
  const job = integrityJob([grantCodes])
  const state = async (worker: typeof guard) => (await o.as(worker).call(audit).readAuditState()).codes
  assert.equal(await state(guard), null)
  await job.run(o.house, {})
  const sound = await state(auditor)
  assert.deepEqual([sound?.rows, sound?.faults, sound?.broken], [3, 0, {}])
  const { rows } = await o.owner.query<{ id: string }>(
    `update account_grant set place_code = ${PLACES.county} where account_id = $1 returning id`,
    [reader.id],
  )
  await job.run(o.house, {})
  const broken = { account_grant: rows.map((row) => row.id) }
  for (const worker of [guard, auditor]) {
    const found = await state(worker)
    assert.deepEqual([found?.faults, found?.broken], [1, broken])
  }
  const { items } = await o.as(auditor).call(audit).listAuditEvents({ action: 'integrity.checked' })
  assert.deepEqual(
    items.map(({ result, detail }) => [result, detail['faults']]),
    [
      ['failed', 1],
      ['done', 0],
    ],
  )
  assert.deepEqual(items[0]?.detail['broken'], broken)
})

test('codes outlive a change of keys', async (t) => {
  const o = await codedOffice(t)
  await o.hire({ role: 'reader', place: PLACES.linyi })
  const [old] = o.house.vault.ring.keys.filter(({ purpose }) => purpose === 'index')
  await o.house.keys?.add({ purpose: 'index', profile: 'aes' }, o.clock.now())
  const kept = o.house.vault.ring.keys.find((key) => key.id === old?.id && key.purpose === 'index')
  if (kept) await o.house.keys?.end(kept, { state: 'kept', note: 'replaced' }, o.clock.now())
  assert.deepEqual(await o.broken(), [])
})

test('grants from before there were codes are given them', async (t) => {
  const o = await codedOffice(t)
  await o.hire({ role: 'reader', place: PLACES.linyi })
  await o.owner.query('update account_grant set mac = null')
  assert.equal(await codeRows(o.owner, o.house.vault, grantCodes), 1)
  assert.deepEqual(await o.broken(), [])
})
