import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { contract } from '#modules/operations/keys/contract.ts'
import { keyJobs, keyRoutes } from '#modules/operations/keys/index.ts'
import { destroyPersonKey, routes as peopleRoutes, registerPeople, spellings } from '#modules/people/index.ts'
import { contract as record } from '#modules/people/record/contract.ts'
import { contract as search } from '#modules/people/search/contract.ts'
import { ensureOwnKeys, sealWaiting } from '#platform/crypto/rotation/index.ts'
import { openKeys } from '#platform/home.ts'
import type { Job } from '#platform/house/jobs.ts'
import { asOwner } from '#test/office/owner.ts'
import { type Office, office } from '#test/office.ts'
import { trialHome } from '#test/trial-home.ts'

const ID = '371424193105020026'
const PHONE = '13905343001'
const REMARK = '患病多年，生活困难'

type Vaulted = Office & {
  turn: (purpose: 'data' | 'index', profile?: 'sm4' | 'aes') => Promise<void>
  job: (task: string) => Job
}

async function vaultedOffice(t: TestContext): Promise<Vaulted> {
  const home = trialHome(t)
  mkdirSync(join(home, 'keys'))
  const keys = await openKeys(home)
  const o = await office({ rooms: [...peopleRoutes, keyRoutes], keys })
  t.after(() => o.close())
  const job = (task: string) => {
    const found = keyJobs(spellings).find((one) => one.task === task)
    if (!found) throw new Error(task)
    return found
  }
  const turn = (purpose: string, profile = 'sm4') => job('keys.change').run(o.house, { purpose, profile, by: '周系统' })
  return Object.assign(o, { turn, job })
}

const draft = (at: number) => ({
  values: {
    name: `单志强${at}`,
    remark: REMARK,
    ...(at === 0 ? { idNumber: ID } : {}),
  },
  phones: [{ number: at === 0 ? PHONE : `139053${String(at).padStart(5, '0')}`, label: '本人' }],
  idStatus: 'valid',
  unitId: null,
  managingUnitId: null,
  placeCode: null,
  tags: [],
  source: '测试',
})

const write = (o: Office, count: number) =>
  o.act((ctx) =>
    registerPeople(
      ctx,
      Array.from({ length: count }, (_, at) => draft(at)),
    ),
  )

/** Which keys the values in the database stand under. */
async function keysInUse(o: Office): Promise<number[]> {
  const { rows } = (await o.house.owner?.query<{ key: number }>(`
    select distinct get_byte(value, 1) as key from (
      select remark_sealed as value from person union all select id_sealed from person union all select number_sealed from person_phone
    ) x where value is not null order by 1`)) ?? { rows: [] }
  return rows.map(({ key }) => key)
}

test('a change of the data key leaves every value readable and none under the old key', async (t) => {
  const o = await vaultedOffice(t)
  const ids = await write(o, 700)
  const staff = await o.hire()
  await o.turn('data', 'aes')
  assert.deepEqual(await keysInUse(o), [2])
  const read = await o
    .as(staff)
    .call(record)
    .readPerson({ id: ids[0] ?? '' })
  assert.equal(read.sections.find(({ key }) => key === 'keeping')?.values.remark, REMARK)
  const { items } = await o.as(staff).call(search).listPeople({ q: ID })
  assert.deepEqual(
    items.map(({ id }) => id),
    [ids[0]],
  )
})

test('people are found by number and telephone before, during and after a change of the index key, and none is entered twice', async (t) => {
  const o = await vaultedOffice(t)
  const ids = await write(o, 3)
  const staff = await o.hire()
  const find = async (q: string) => (await o.as(staff).call(search).listPeople({ q })).items.map(({ id }) => id)
  const both = async () => [await find(ID), await find(PHONE)]
  assert.deepEqual(await both(), [[ids[0]], [ids[0]]])
  // The new key is there and nothing is made anew yet.
  await o.house.keys?.add({ purpose: 'index', profile: 'sm4' }, o.clock.now())
  assert.deepEqual(await both(), [[ids[0]], [ids[0]]])
  await assert.rejects(write(o, 1), { code: 'people.id_taken' })
  await o.turn('index')
  assert.deepEqual(await both(), [[ids[0]], [ids[0]]])
  await assert.rejects(write(o, 1), { code: 'people.id_taken' })
  const states = o.house.vault.ring.keys.filter(({ purpose }) => purpose === 'index').map(({ state }) => state)
  assert.deepEqual(states, ['kept', 'kept', 'live'])
})

test('a destroyed secret makes noise of everything sealed for that person, and of nothing else', async (t) => {
  const o = await vaultedOffice(t)
  const [first = '', second = ''] = await write(o, 2)
  const sealed = async (id: string) => {
    const { rows } = (await o.house.owner?.query<{
      secret: Buffer | null
      remark_sealed: Buffer
      number_sealed: Buffer
    }>(
      'select secret, remark_sealed, number_sealed from person p join person_phone h on h.person_id = p.id where p.id = $1',
      [id],
    )) ?? { rows: [] }
    const [row] = rows
    if (!row) throw new Error('no such person')
    return row
  }
  await o.act((ctx) => destroyPersonKey(ctx, first))
  const gone = await sealed(first)
  for (const value of [gone.remark_sealed, gone.number_sealed]) {
    assert.throws(() => o.house.vault.of(gone.secret).open(value), /erased/)
    assert.throws(() => o.house.vault.open(value), /erased/)
  }
  const kept = await sealed(second)
  assert.equal(o.house.vault.of(kept.secret).open(kept.remark_sealed), REMARK)
  await o.turn('data')
  assert.equal(
    (await o.house.owner?.query('select from key_rotation where finished_at is not null and fault is null'))?.rowCount,
    1,
  )
})

test('the system administrator sees the keys and their change, never a byte of them; nobody else does', async (t) => {
  const o = await vaultedOffice(t)
  await write(o, 5)
  const keeper = await o.hire({ role: 'system_administrator' })
  const at = o.as(keeper).call(contract)
  assert.equal((await at.listKeys()).turning, null)
  await o.turn('data')
  const seen = await at.listKeys()
  assert.deepEqual(
    seen.items.map(({ purpose, id, state, isNewest, can }) => [purpose, id, state, isNewest, can.destroy]),
    [
      ['data', 1, 'kept', false, true],
      ['index', 1, 'live', true, false],
      ['data', 2, 'live', true, false],
    ],
  )
  assert.deepEqual(
    [seen.turning?.done, seen.turning?.total, seen.turning?.fault, seen.provider],
    [10, 10, null, 'software'],
  )
  for (const { material } of o.house.vault.ring.keys)
    assert.ok(!JSON.stringify(seen).includes(material.toString('base64')))
  for (const role of ['security_administrator', 'audit_administrator', 'bureau_staff', 'reader'] as const) {
    const other = o.as(await o.hire({ role })).call(contract)
    await assert.rejects(other.listKeys(), { status: 403 })
    await assert.rejects(other.changeKey({ purpose: 'data' }), { status: 403 })
  }
})

test('only a key that nothing uses is destroyed; then its number opens nothing', async (t) => {
  const o = await vaultedOffice(t)
  await write(o, 2)
  const at = o.as(await o.hire({ role: 'system_administrator' })).call(contract)
  await assert.rejects(at.destroyKey({ id: 1, note: '到期' }), { code: 'keys.still_needed' })
  await assert.rejects(at.destroyKey({ id: 9, note: '到期' }), { status: 404 })
  const old = o.house.vault.seal('1')
  await o.turn('data')
  assert.equal(o.house.vault.open(old), '1')
  await at.destroyKey({ id: 1, note: '到期' })
  await o.job('keys.destroy').run(o.house, { id: 1, note: '到期' })
  assert.throws(() => o.house.vault.open(old), /does not hold/)
  assert.deepEqual((await at.listKeys()).items[0]?.state, 'destroyed')
  await assert.rejects(at.destroyKey({ id: 1, note: '到期' }), { code: 'keys.still_needed' })
})

test('a change that was broken off goes on where it stood; meanwhile no other is begun', async (t) => {
  const o = await vaultedOffice(t)
  await write(o, 300)
  const at = o.as(await o.hire({ role: 'system_administrator' })).call(contract)
  const closing = { ...o.house, act: () => Promise.reject(new Error('the office is closing')) }
  await assert.rejects(o.job('keys.change').run(closing, { purpose: 'data', by: '周系统' }), /closing/)
  assert.equal((await at.listKeys()).turning?.finishedAt, null)
  await assert.rejects(at.changeKey({ purpose: 'data' }), { code: 'keys.already_turning' })
  await o.job('keys.change').run(o.house, {})
  assert.deepEqual(await keysInUse(o), [2])
  assert.ok((await at.listKeys()).turning?.finishedAt)
})

test('a value that was tampered with is reported, and the old key stays', async (t) => {
  const o = await vaultedOffice(t)
  await write(o, 3)
  await o.house.owner?.query(
    `update person set remark_sealed = set_byte(remark_sealed, 40, get_byte(remark_sealed, 40) # 1) where name = '单志强1'`,
  )
  await o.turn('data')
  const at = o.as(await o.hire({ role: 'system_administrator' })).call(contract)
  const { turning, items } = await at.listKeys()
  assert.match(turning?.fault ?? '', /person\.remark_sealed/)
  assert.equal(items[0]?.state, 'live')
})

test('what a migration put aside in clear is sealed before anybody is let in, for its person, history too', async (t) => {
  const o = await vaultedOffice(t)
  const [id = ''] = await write(o, 1)
  const { owner, vault } = o.house
  if (!owner) throw new Error('a house with keys has its owner')
  const clear = `'\\x00'::bytea || convert_to('高血压', 'UTF8')`
  await owner.query(`update person set medical_history_sealed = ${clear} where id = $1`, [id])
  await owner.query(
    `insert into person_change (county, id, person_id, at, section, field, new_value, is_sealed, cause)
     select county, gen_random_uuid(), id, now(), 'health', 'medicalHistory', encode(${clear}, 'base64'), true, 'edit' from person where id = $1`,
    [id],
  )
  assert.throws(() => vault.open(Buffer.from([0, ...Buffer.from('高血压')])), /not sealed/)
  assert.equal(await sealWaiting({ owner, vault, spellings }), 2)
  const { rows } = await owner.query<{ secret: Buffer; value: Buffer }>(
    `select secret, medical_history_sealed as value from person where id = $1
     union all select p.secret, decode(c.new_value, 'base64') from person_change c join person p on p.id = c.person_id where c.is_sealed and p.id = $1`,
    [id],
  )
  assert.deepEqual(
    rows.map(({ secret, value }) => vault.of(secret).open(value)),
    ['高血压', '高血压'],
  )
  assert.equal(await sealWaiting({ owner, vault, spellings }), 0)
})

test('a database that was sealed with other keys is refused before anything is written', async (t) => {
  const o = await vaultedOffice(t)
  const { owner, keys } = o.house
  if (!owner || !keys) throw new Error('a house with keys has its owner')
  assert.equal(await ensureOwnKeys(owner, keys.ring), true)
  assert.equal(await ensureOwnKeys(owner, keys.ring), false)
  const home = trialHome(t)
  mkdirSync(join(home, 'keys'))
  await assert.rejects(ensureOwnKeys(owner, (await openKeys(home)).ring), { code: 'home.other_keys' })
})

test('whoever changes or destroys a key proves first who it is', async (t) => {
  const o = await vaultedOffice(t)
  const system = await o.hire({ role: 'system_administrator' })
  await asOwner(o.house, 'update session set proven_at = null')
  const desk = o.as(system).call(contract)
  await assert.rejects(desk.changeKey({ purpose: 'data', profile: 'sm4' }), { code: 'auth.not_proven' })
  await assert.rejects(desk.destroyKey({ id: 1, note: '试验' }), { code: 'auth.not_proven' })
})
