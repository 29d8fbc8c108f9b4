import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { openKeys } from '#platform/home.ts'
import { type Office, office, PLACES } from '#test/office.ts'
import { trialHome } from '#test/trial-home.ts'
import { routes } from '../../index.ts'
import { contract } from '../contract.ts'
import { brokenGrants, codeFormerGrants } from './index.ts'

async function codedOffice(
  t: TestContext,
): Promise<Office & { broken: () => Promise<string[]>; owner: NonNullable<Office['house']['owner']> }> {
  const home = trialHome(t)
  mkdirSync(join(home, 'keys'))
  const o = await office({ rooms: routes, keys: await openKeys(home) })
  t.after(() => o.close())
  const { owner, vault } = o.house
  if (!owner) throw new Error('a house with keys has its owner')
  await codeFormerGrants(owner, vault)
  return Object.assign(o, { owner, broken: () => brokenGrants(owner, vault) })
}

test('what the office grants and takes back stands under its code', async (t) => {
  const o = await codedOffice(t)
  const guard = await o.hire({ role: 'security_administrator' })
  const newcomer = await o.hire({ role: 'reader', place: PLACES.linyi })
  await codeFormerGrants(o.owner, o.house.vault)
  const at = o.as(guard).call(contract)
  const { grant } = await at.grantRole({ id: newcomer.id, role: 'reader', place: PLACES.guangchang })
  assert.deepEqual(await o.broken(), [])
  await at.revokeGrant({ id: newcomer.id, grant })
  assert.deepEqual(await o.broken(), [])
})

for (const [what, change] of [
  ['a wider area', `place_code = ${PLACES.county}`],
  ['another role', `role = 'bureau_staff'`],
  ['more days', `valid = daterange(lower(valid), null)`],
  ['another giver', `granted_by = gen_random_uuid()`],
  ['another code', `mac = set_byte(mac, 9, get_byte(mac, 9) # 1)`],
  ['no code', `mac = null`],
] as const)
  test(`a grant that got ${what} past the office is reported`, async (t) => {
    const o = await codedOffice(t)
    const { id } = await o.hire({ role: 'reader', place: PLACES.linyi })
    await codeFormerGrants(o.owner, o.house.vault)
    await o.owner.query(
      `update account_grant set valid = daterange(lower(valid), lower(valid) + 30), mac = null where account_id = $1`,
      [id],
    )
    await codeFormerGrants(o.owner, o.house.vault)
    const { rows } = await o.owner.query<{ id: string }>(
      `update account_grant set ${change} where account_id = $1 returning id`,
      [id],
    )
    assert.deepEqual(
      await o.broken(),
      rows.map((row) => row.id),
    )
  })

test('codes outlive a change of keys', async (t) => {
  const o = await codedOffice(t)
  await o.hire({ role: 'reader', place: PLACES.linyi })
  await codeFormerGrants(o.owner, o.house.vault)
  const [old] = o.house.vault.ring.keys.filter(({ purpose }) => purpose === 'index')
  await o.house.keys?.add({ purpose: 'index', profile: 'aes' }, o.clock.now())
  const kept = o.house.vault.ring.keys.find((key) => key.id === old?.id && key.purpose === 'index')
  if (kept) await o.house.keys?.end(kept, { state: 'kept', note: 'replaced' }, o.clock.now())
  assert.deepEqual(await o.broken(), [])
})
