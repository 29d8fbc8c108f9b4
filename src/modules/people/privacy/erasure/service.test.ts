import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after, before } from 'node:test'
import { importFileNow } from '#modules/people/index.ts'
import { contract as record } from '#modules/people/record/contract.ts'
import { recordRoutes } from '#modules/people/record/index.ts'
import { contract as search } from '#modules/people/search/contract.ts'
import { routes as searchRoutes } from '#modules/people/search/routes.ts'
import { Refused } from '#platform/client.ts'
import { leftoversOf } from '#test/office/leftovers.ts'
import { asOwner } from '#test/office/owner.ts'
import { type Office, office, type Worker } from '#test/office.ts'
import { photograph } from '#test/photograph.ts'
import { contract as consents } from '../consents/contract.ts'
import { contract as corrections } from '../corrections/contract.ts'
import { contract as evidence } from '../evidence/contract.ts'
import { inheritErasures, privacyJobs, privacyRoutes, replayErasures } from '../index.ts'
import { contract } from './contract.ts'

let o: Office
let clerk: Worker
let chief: Worker
const home = mkdtempSync(join(tmpdir(), 'sangyu-erasures-'))

before(async () => {
  o = await office({ rooms: [...privacyRoutes, searchRoutes, recordRoutes] })
  clerk = await o.hire({ name: '周敏' })
  chief = await o.hire({ name: '郑局长' })
})
after(async () => {
  await o.close()
  rmSync(home, { recursive: true })
})

const desk = (worker: Worker) => o.as(worker).call(contract)
const records = () => o.as(clerk).call(record)
const refused = (code: string) => (error: unknown) => error instanceof Refused && error.code === code
const register = async (values: Record<string, string>) =>
  (await records().registerPerson({ values: { name: '王秀英', ...values } })).id
const ask = (id: string, ground: 'unlawful' | 'purpose_ended' | 'retention_over' = 'unlawful') =>
  desk(clerk).requestErasure({ id, ground, reason: '本人要求' })
const found = async (q: string) => (await o.as(clerk).call(search).listPeople({ q })).items.length

/** The job that the queue would run. */
const log = (erasure: string) => privacyJobs[0]?.run({ ...o.house, home }, { county: o.county, erasure })

const SEEDS = {
  name: '欧阳佛手柑',
  former: '欧阳迷迭香',
  number: '371424193804050128',
  phone: '13905347711',
  address: '薄荷巷七百零七号',
  remark: '罗勒色的备注',
  medicine: '百里香口服液',
  giver: '侄子欧阳鼠尾草',
  reason: '因为牛至写错了',
  work: '紫苏研究所',
}

/** Somebody who stands everywhere in the database where a person may stand. */
async function everywhere(): Promise<string> {
  const id = await register({
    name: SEEDS.name,
    formerName: SEEDS.former,
    idNumber: SEEDS.number,
    remark: SEEDS.remark,
  })
  const spouse = await register({ name: '王大槐' })
  await records().changeSection({ id, section: 'home', version: 0, values: { address: SEEDS.address } })
  await records().changeSection({ id, section: 'home', version: 1, values: { address: '别处' } })
  await records().changePhones({ id, version: 0, phones: [{ number: SEEDS.phone, label: '本人' }] })
  const kin = { relation: '1', name: SEEDS.name, workUnit: SEEDS.work, linkedPersonId: id, phone: SEEDS.phone }
  await records().changeFamily({ id: spouse, version: 0, family: [kin] })
  await records().changeContacts({
    id: spouse,
    version: 0,
    contacts: [{ relation: '1', name: SEEDS.name, mobile: SEEDS.phone }],
  })
  const jpeg = photograph(SEEDS.remark)
  const { fileId } = await o.as(clerk).call(evidence).bringEvidence({ id, name: 'a.jpg', bytes: jpeg })
  for (const purpose of ['photo', 'health_text'] as const)
    await o
      .as(clerk)
      .call(consents)
      .giveConsent({ id, purpose, agreed: true, givenBy: 'family', giver: SEEDS.giver, evidenceId: fileId })
  await records().setPhoto({ id, bytes: jpeg })
  await records().changeSection({ id, section: 'health', version: 0, values: { longTermMedicine: SEEDS.medicine } })
  await o
    .as(clerk)
    .call(corrections)
    .proposeCorrection({
      id,
      section: 'work',
      values: { unitText: SEEDS.work },
      reason: SEEDS.reason,
      evidenceId: fileId,
    })
  const csv = `姓名,身份证号,联系电话,家庭住址\n${SEEDS.name},${SEEDS.number},${SEEDS.phone},${SEEDS.address}\n李四海,,,\n`
  await importFileNow(o.house, o.county, { name: `${SEEDS.name}.csv`, bytes: new TextEncoder().encode(csv) })
  const definition = { q: SEEDS.name, columns: [], where: [] }
  await o.act((ctx) =>
    ctx.db
      .insertInto('saved_view')
      .values({
        county: o.county,
        id,
        account_id: clerk.id,
        room: 'people',
        name: '我的',
        definition: JSON.stringify(definition),
        at: ctx.now.toISOString(),
      })
      .execute(),
  )
  return id
}

async function secretsOf(id: string): Promise<Buffer[]> {
  const rows = await asOwner<{ secret: Buffer }>(o.house, 'select secret from person where id = $1', [id])
  return rows.map((row) => row.secret)
}

test('after an erasure nothing in the database tells of the person any more, and a restored one is erased again', async () => {
  const id = await everywhere()
  const secrets = await secretsOf(id)
  const seeded = await leftoversOf(o.house, SEEDS, secrets)
  for (const seed of Object.keys(SEEDS))
    assert.ok(
      seeded.some((one) => one.endsWith(`: ${seed}`)),
      `${seed} is seeded`,
    )
  const { requestId, kept } = await ask(id)
  assert.deepEqual(kept, [])
  assert.deepEqual(await desk(chief).decideErasure({ id: requestId, approve: true }), { status: 'erased' })
  await log(requestId)
  assert.deepEqual(await leftoversOf(o.house, SEEDS, secrets), [])
  assert.deepEqual([await found(SEEDS.name), await found(SEEDS.number), await found(SEEDS.phone)], [0, 0, 0])
  await assert.rejects(records().readPerson({ id }), refused('row.not_found'))
  const [tomb] = await asOwner(o.house, 'select status, name, secret from person where id = $1', [id])
  assert.deepEqual(tomb, { status: 'erased', name: '已删除', secret: null })
  assert.deepEqual(await replayErasures(o.house, home), { replayed: 0, known: 1 })
  const others = await asOwner(o.house, `select name from import_row where name is not null`)
  assert.deepEqual(others, [{ name: '李四海' }])
})

test('a backup from before the request is erased again from the log outside the database', async () => {
  const id = await register({ name: '戊戌寅卯' })
  const { requestId } = await ask(id)
  const copy = await asOwner(o.house, 'select * from person where id = $1', [id])
  await desk(chief).decideErasure({ id: requestId, approve: true })
  await log(requestId)
  // What a restore does: the row stands as it stood, and nobody knows of a request.
  await asOwner(o.house, 'delete from erasure where id = $1', [requestId])
  await asOwner(
    o.house,
    `update person p set name = r.name, status = r.status, keys = r.keys, secret = r.secret
       from jsonb_populate_record(null::person, $1) r where p.id = r.id`,
    [JSON.stringify({ ...copy[0], secret: null })],
  )
  assert.equal(await found('戊戌寅卯'), 1)
  const beside = mkdtempSync(join(tmpdir(), 'sangyu-probe-'))
  assert.deepEqual(await replayErasures(o.house, beside), { replayed: 0, known: 0 })
  inheritErasures([join(beside, 'nowhere'), home], beside)
  inheritErasures([home], beside)
  assert.equal((await replayErasures(o.house, beside)).replayed, 1)
  rmSync(beside, { recursive: true })
  assert.equal(await found('戊戌寅卯'), 0)
  assert.deepEqual(await leftoversOf(o.house, { name: '戊戌寅卯' }, []), [])
  assert.equal((await replayErasures(o.house, home)).replayed, 0)
})

test('what law keeps goes out of sight and is stored, comes back by one act, and is erased when nothing keeps it', async () => {
  const id = await register({ name: '干支', kind: 'tuixiu' })
  const { requestId, kept } = await ask(id, 'purpose_ended')
  assert.deepEqual(kept, ['duty'])
  assert.deepEqual(await desk(chief).decideErasure({ id: requestId, approve: true }), { status: 'restricted' })
  assert.equal(await found('干支'), 0)
  await assert.rejects(records().readPerson({ id }), refused('row.not_found'))
  const [line] = (await desk(chief).listErasures({ status: 'restricted' })).items
  assert.deepEqual([line?.name, line?.kept, line?.can.finish, line?.can.lift], ['干支', ['duty'], false, true])
  await assert.rejects(desk(chief).finishErasure({ id: requestId }), refused('privacy.not_erasable'))
  await assert.rejects(desk(clerk).liftRestriction({ id: requestId }), refused('privacy.not_erasable'))
  await desk(chief).liftRestriction({ id: requestId })
  assert.equal(await found('干支'), 1)
  await records().changeSection({ id, section: 'work', version: 1, values: { kind: 'other' } })
  const second = await ask(id, 'purpose_ended')
  assert.deepEqual(await desk(chief).decideErasure({ id: second.requestId, approve: true }), { status: 'erased' })
  assert.equal(await found('干支'), 0)
})

test('a restriction that has run out is finished', async () => {
  const id = await register({ name: '丙丁' })
  await records().recordDeath({ id, values: { diedOn: '2016-06-01' } })
  const { requestId, kept } = await ask(id, 'retention_over')
  assert.deepEqual(kept, ['retention'])
  await desk(chief).decideErasure({ id: requestId, approve: true })
  const now = o.clock.now()
  o.clock.set('2026-06-02T09:00:00+08:00')
  const [line] = (await desk(chief).listErasures({ personId: id })).items
  assert.equal(line?.can.finish, true)
  await desk(chief).finishErasure({ id: requestId })
  o.clock.set(now)
  const [row] = await asOwner(o.house, 'select status, secret from person where id = $1', [id])
  assert.deepEqual(row, { status: 'erased', secret: null })
})

test('nobody erases alone, and who may not decide is told', async () => {
  const id = await register({ name: '甲乙' })
  const { requestId } = await ask(id)
  await assert.rejects(ask(id), refused('privacy.erasure_open'))
  await assert.rejects(desk(clerk).decideErasure({ id: requestId, approve: true }), refused('privacy.not_erasable'))
  const worker = await o.hire({ role: 'community_worker' })
  await assert.rejects(desk(worker).decideErasure({ id: requestId, approve: true }), refused('auth.forbidden'))
  assert.deepEqual(await desk(chief).decideErasure({ id: requestId, approve: false }), { status: 'refused' })
  assert.equal(await found('甲乙'), 1)
  const again = await ask(id)
  await desk(clerk).withdrawErasure({ id: again.requestId })
  await assert.rejects(
    desk(chief).decideErasure({ id: again.requestId, approve: true }),
    refused('privacy.not_erasable'),
  )
})

test('a request that was refused restricts nobody later, though law keeps the record', async () => {
  const id = await register({ name: '壬癸', kind: 'tuixiu' })
  const { requestId } = await ask(id, 'purpose_ended')
  await desk(chief).decideErasure({ id: requestId, approve: false })
  const [line] = (await desk(chief).listErasures({ personId: id })).items
  assert.deepEqual([line?.status, line?.can.decide], ['refused', false])
  await assert.rejects(desk(chief).decideErasure({ id: requestId, approve: true }), refused('privacy.not_erasable'))
  assert.equal(await found('壬癸'), 1)
})

test('the database hides nobody whose erasure two people have not decided', async () => {
  const id = await register({ name: '庚辛' })
  const { requestId } = await ask(id)
  const alone = o.act((ctx) =>
    ctx.db.updateTable('erasure').set({ status: 'erased', decided_by: clerk.id }).where('id', '=', requestId).execute(),
  )
  await assert.rejects(alone, /erasure_check/)
  await assert.rejects(asOwner(o.house, `select hide_people('${requestId}')`), /no rows|query returned no rows/)
  assert.equal(await found('庚辛'), 1)
})

test('every table that points to a person is known to the register of purposes and to the erasure', async () => {
  const rows = await asOwner<{ name: string }>(
    o.house,
    `select distinct conrelid::regclass::text as name from pg_constraint where contype = 'f' and confrelid = 'person'::regclass`,
  )
  const { purposeOfTable } = await import('../registry/index.ts')
  const unknown = rows.map((row) => row.name).filter((name) => !(name in purposeOfTable))
  assert.deepEqual(unknown, [])
})
