import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { contract as consents } from '#modules/people/privacy/consents/contract.ts'
import { consentCodes, privacyRoutes } from '#modules/people/privacy/index.ts'
import { contract as record } from '#modules/people/record/contract.ts'
import { recordRoutes } from '#modules/people/record/index.ts'
import { openKeys } from '#platform/home.ts'
import { type CodedTable, codeFormerRows, findBroken } from '#platform/integrity/index.ts'
import { type Office, office } from '#test/office.ts'
import { trialHome } from '#test/trial-home.ts'
import { insertPeople } from '../index.ts'
import { presentRecord, treatmentCodes } from './index.ts'

const FULL = {
  name: '王秀英',
  idNumber: '11010519491231002x',
  gender: '2',
  birthOn: '1949-12-31',
  kind: 'tuixiu',
  rankTreatment: '132',
  treatmentApprovedOn: '2009-11',
  treatmentApprovalNo: '临老字〔2009〕7|8号',
  medicalTreatment: 'provincial',
  incomeCents: 523_450,
  remark: '每月十五日来访',
}

type Opened = Office & {
  owner: NonNullable<Office['house']['owner']>
  broken: (coded: CodedTable) => Promise<string[]>
}

async function opened(t: TestContext): Promise<Opened> {
  const home = trialHome(t)
  mkdirSync(join(home, 'keys'))
  const o = await office({ rooms: [...privacyRoutes, recordRoutes], keys: await openKeys(home) })
  t.after(() => o.close())
  const { owner, vault } = o.house
  if (!owner) throw new Error('a house with keys has its owner')
  return Object.assign(o, {
    owner,
    broken: async (coded: CodedTable) => (await findBroken(owner, vault, { coded })).broken,
  })
}

/** The last digest that the trail has of a record. */
async function lastOf(o: Opened, id: string): Promise<{ before: string | null; after: string | null; action: string }> {
  const { rows } = await o.owner.query(
    `select action, before_digest as before, after_digest as after from audit_event where subject = $1 and after_digest is not null
      order by seq desc limit 1`,
    [id],
  )
  return rows[0]
}

async function isAsTold(o: Opened, id: string): Promise<boolean> {
  const said = await o.act((ctx) => presentRecord(ctx, id))
  const { after } = await lastOf(o, id)
  return o.house.vault.isMac(said ?? '', Buffer.from(after ?? '', 'hex'))
}

test('what is written of somebody carries digests of before and after, and the record can be laid beside them', async (t) => {
  const o = await opened(t)
  const desk = o.as(await o.hire()).call(record)
  const { id } = await desk.registerPerson({ values: FULL })
  const first = await lastOf(o, id)
  assert.deepEqual([first.action, first.before], ['registerPerson', null])
  assert.ok(await isAsTold(o, id))
  await desk.changeSection({
    id,
    section: 'treatment',
    version: 1,
    values: { rankTreatment: '131', incomeCents: null },
  })
  const second = await lastOf(o, id)
  assert.deepEqual([second.action, second.before], ['changeSection', first.after])
  assert.ok(await isAsTold(o, id))
  const { rows } = await o.owner.query('select count(*)::int as n from audit_event where subject = $1', [id])
  assert.equal(rows[0].n, 2, 'one line for an act')
  await o.owner.query(`update person set income_cents = 1 where id = $1`, [id])
  assert.ok(!(await isAsTold(o, id)))
})

test('the digests outlive a change of keys and tell nothing of somebody who was erased', async (t) => {
  const o = await opened(t)
  const desk = o.as(await o.hire()).call(record)
  const { id } = await desk.registerPerson({ values: FULL })
  await o.house.keys?.add({ purpose: 'index', profile: 'aes' }, o.clock.now())
  assert.ok(await isAsTold(o, id))
  await o.owner.query(`update person set secret = sha256('another') where id = $1`, [id])
  await o.owner.query(`update person set id_sealed = null, id_text_sealed = null, remark_sealed = null where id = $1`, [
    id,
  ])
  assert.ok(!(await isAsTold(o, id)), 'the same words under another secret are another text')
})

test('of many who are written down together each digest stands in the trail', async (t) => {
  const o = await opened(t)
  const drafts = Array.from({ length: 205 }, (_, n) => ({
    values: { name: `王${n}` },
    source: 'test',
    placeCode: null,
    unitId: null,
    managingUnitId: null,
    phones: [],
    tags: [],
  }))
  const ids = await o.act((ctx) => insertPeople(ctx, drafts, []))
  const { rows } = await o.owner.query<{ digests: Record<string, string> }>(
    `select detail -> 'digests' as digests from audit_event where action = 'people.recorded' order by seq`,
  )
  assert.deepEqual(
    rows.map(({ digests }) => Object.keys(digests).length),
    [200, 5],
  )
  assert.deepEqual(new Set(rows.flatMap(({ digests }) => Object.keys(digests))), new Set(ids))
})

test('a treatment grade stands under its code; one that was changed past the office is found', async (t) => {
  const o = await opened(t)
  const desk = o.as(await o.hire()).call(record)
  const { id } = await desk.registerPerson({ values: FULL })
  const other = await desk.registerPerson({ values: { name: '李桂兰' } })
  await desk.changeSection({ id, section: 'treatment', version: 1, values: { rankTreatment: '131' } })
  await desk.changeSection({ id, section: 'home', version: 0, values: { address: '瑞恒小区 3 号楼' } })
  assert.deepEqual(await o.broken(treatmentCodes), [])
  for (const change of [`rank_treatment = '111'`, `medical_treatment = null`, `treatment_approval_no = '8号'`]) {
    const { rows } = await o.owner.query('select * from person where id = $1', [id])
    await o.owner.query(`update person set ${change} where id = $1`, [id])
    assert.deepEqual(await o.broken(treatmentCodes), [id], change)
    await o.owner.query(
      'update person set rank_treatment = $2, medical_treatment = $3, treatment_approval_no = $4 where id = $1',
      [id, rows[0].rank_treatment, rows[0].medical_treatment, rows[0].treatment_approval_no],
    )
  }
  await o.owner.query(
    `update person set treatment_mac = (select treatment_mac from person where id = $1) where id = $2`,
    [id, other.id],
  )
  assert.deepEqual(await o.broken(treatmentCodes), [other.id], 'nor does the code of another person do')
})

test('a consent that was written or changed past the office permits nothing until it is given anew', async (t) => {
  const o = await opened(t)
  const worker = await o.hire()
  const [desk, asked] = [o.as(worker).call(record), o.as(worker).call(consents)]
  const { id } = await desk.registerPerson({ values: { name: '王秀英' } })
  const save = (version: number) =>
    desk.changeSection({ id, section: 'health', version, values: { longTermMedicine: '阿司匹林' } })
  const given = await asked.giveConsent({ id, purpose: 'health_text', agreed: true })
  assert.deepEqual(await o.broken(consentCodes), [])
  await o.owner.query(`update consent set way = 'phone' where id = $1`, [given.consentId])
  assert.deepEqual(await o.broken(consentCodes), [given.consentId])
  await assert.rejects(save(0), { code: 'privacy.consent_needed' })
  const again = () => asked.giveConsent({ id, purpose: 'health_text', agreed: true })
  await assert.rejects(again(), { code: 'privacy.consent_changed' })
  await asked.withdrawConsent({ id, purpose: 'health_text' })
  await again()
  await save(0)
  await o.owner.query(
    `insert into consent (county, id, person_id, purpose, given_by, way, given_at)
     values ($1, gen_random_uuid(), $2, 'photo', 'self', 'signed', now())`,
    [o.county, id],
  )
  assert.equal((await o.broken(consentCodes)).length, 1)
})

test('rows from before there were codes get theirs once; whoever takes codes off later does not get them back', async (t) => {
  const o = await opened(t)
  const tables = [consentCodes, treatmentCodes]
  const desk = o.as(await o.hire()).call(record)
  const { id } = await desk.registerPerson({ values: FULL })
  await o.owner.query('update person set treatment_mac = null')
  await codeFormerRows(o.owner, o.house.vault, tables)
  assert.deepEqual(await o.broken(treatmentCodes), [])
  await o.owner.query(`update person set treatment_mac = null, rank_treatment = '111'`)
  await codeFormerRows(o.owner, o.house.vault, tables)
  assert.deepEqual(await o.broken(treatmentCodes), [id])
})
