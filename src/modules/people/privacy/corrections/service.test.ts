import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { contract as record } from '#modules/people/record/contract.ts'
import { recordRoutes } from '#modules/people/record/index.ts'
import { Refused } from '#platform/client.ts'
import { PLACES } from '#test/office/county.ts'
import { proofOf } from '#test/office/desks/proof.ts'
import { asOnePerson } from '#test/office/owner.ts'
import { type Office, office, type Worker } from '#test/office.ts'
import { photograph } from '#test/photograph.ts'
import { contract as consents } from '../consents/contract.ts'
import { contract as waiting } from '../contract.ts'
import { contract as evidence } from '../evidence/contract.ts'
import { privacyRoutes } from '../index.ts'
import { contract } from './contract.ts'

let o: Office
let clerk: Worker
let chief: Worker
let liaison: Worker

before(async () => {
  o = await office({ rooms: [...privacyRoutes, recordRoutes] })
  clerk = await o.hire({ name: '周敏' })
  chief = await o.hire({ name: '郑局长' })
  liaison = await o.hire({ role: 'community_worker', place: PLACES.xinyuan, name: '馨园李敏' })
})
after(() => o.close())

const desk = (worker: Worker) => o.as(worker).call(contract)
const records = (worker = clerk) => o.as(worker).call(record)
const refused = (code: string) => (error: unknown) => error instanceof Refused && error.code === code
const NUMBER = '37142419380405011X'
let serial = 0
async function register(values: Record<string, string> = {}) {
  serial += 1
  const { id } = await records().registerPerson({
    values: { name: `王秀英${serial}`, post: '科长', ...values },
    placeCode: PLACES.guangchang,
  })
  return id
}
const postOf = async (id: string) =>
  (await records().readPerson({ id })).sections.find((one) => one.key === 'work')?.values['post']
/** With the paper that shows it. */
const propose = async (
  worker: Worker,
  asked: { id: string } & typeof proposal & { askedBy?: 'family'; asker?: string },
) => desk(worker).proposeCorrection({ ...asked, evidenceId: await proofOf(o, worker, asked.id) })
const proposal = { section: 'work', values: { post: '副局长' }, reason: '档案里写错了' } as const

test('two logins of one natural person are one person: the other login does not decide', async () => {
  const { requestId } = await propose(clerk, { id: await register(), ...proposal })
  const other = await o.hire({ name: '周敏' })
  await asOnePerson(o.house, clerk, other)
  assert.equal((await desk(other).readCorrection({ id: requestId })).can.decide, false)
  await assert.rejects(desk(other).decideCorrection({ id: requestId, approve: true }), refused('privacy.not_decidable'))
  await desk(other).withdrawCorrection({ id: requestId })
})

test('a correction is proposed by one, decided by another, and both histories tell it', async () => {
  const id = await register()
  const { requestId } = await propose(clerk, {
    id,
    ...proposal,
    askedBy: 'family',
    asker: '女儿 王小兰',
  })
  assert.equal(await postOf(id), '科长')
  await assert.rejects(desk(clerk).decideCorrection({ id: requestId, approve: true }), refused('privacy.not_decidable'))
  const read = await desk(chief).readCorrection({ id: requestId })
  assert.deepEqual([read.before, read.now, read.values], [{ post: '科长' }, { post: '科长' }, { post: '副局长' }])
  assert.deepEqual([read.can.decide, read.requestedBy, read.asker], [true, '周敏', '女儿 王小兰'])
  await desk(chief).decideCorrection({ id: requestId, approve: true })
  assert.equal(await postOf(id), '副局长')
  const { items } = await records().readChanges({ id })
  assert.deepEqual(
    items.flatMap((one) => (one.field === 'post' ? [[one.from, one.to, one.by]] : [])),
    [['科长', '副局长', '郑局长']],
  )
  const settled = await desk(clerk).readCorrection({ id: requestId })
  assert.deepEqual(
    [settled.status, settled.decidedBy, settled.before, settled.now],
    ['approved', '郑局长', { post: '科长' }, { post: '副局长' }],
  )
  await assert.rejects(desk(chief).decideCorrection({ id: requestId, approve: true }), refused('privacy.not_decidable'))
})

test('a refusal says why and changes nothing; who asked may take the request back', async () => {
  const id = await register()
  const { requestId } = await propose(clerk, { id, ...proposal })
  await assert.rejects(
    desk(chief).decideCorrection({ id: requestId, approve: false }),
    refused('privacy.decision_needs_words'),
  )
  await desk(chief).decideCorrection({ id: requestId, approve: false, note: '与任职文件不符' })
  assert.equal(await postOf(id), '科长')
  assert.equal((await desk(clerk).readCorrection({ id: requestId })).decision, '与任职文件不符')
  const second = await propose(clerk, { id, ...proposal })
  await assert.rejects(desk(chief).withdrawCorrection({ id: second.requestId }), refused('privacy.not_decidable'))
  await desk(clerk).withdrawCorrection({ id: second.requestId })
  await assert.rejects(
    desk(chief).decideCorrection({ id: second.requestId, approve: true }),
    refused('privacy.not_decidable'),
  )
})

test('a record that moved on meanwhile is shown to the decider before it is written over', async () => {
  const id = await register()
  const { requestId } = await propose(clerk, { id, ...proposal })
  await records().changeSection({ id, section: 'work', version: 1, values: { post: '处长' } })
  await assert.rejects(
    desk(chief).decideCorrection({ id: requestId, approve: true }),
    refused('people.section_changed'),
  )
  assert.equal(await postOf(id), '处长')
  const { version, now } = await desk(chief).readCorrection({ id: requestId })
  assert.deepEqual(now, { post: '处长' })
  await desk(chief).decideCorrection({ id: requestId, approve: true, version })
  assert.equal(await postOf(id), '副局长')
})

test('what is wrong with a proposal is said when it is made', async () => {
  const id = await register()
  const wish = (values: Record<string, string>, section: 'work' | 'identity' = 'work') =>
    desk(clerk).proposeCorrection({ id, section, values, reason: '更正' })
  await assert.rejects(wish({}), refused('privacy.nothing_proposed'))
  await assert.rejects(wish({ gender: '1' }), refused('privacy.nothing_proposed'))
  await assert.rejects(wish({ post: '科长' }), refused('privacy.same_already'))
  await assert.rejects(wish({ nature: 'moon' }), refused('people.bad_code'))
  await assert.rejects(wish({ name: ' ' }, 'identity'), refused('people.name_needed'))
  await assert.rejects(desk(clerk).proposeCorrection({ id, ...proposal, reason: '' }), refused('input.invalid'))
  await assert.rejects(desk(clerk).proposeCorrection({ id, ...proposal }), refused('privacy.evidence_needed'))
  const evidenceId = await proofOf(o, clerk, await register())
  await assert.rejects(desk(clerk).proposeCorrection({ id, ...proposal, evidenceId }), refused('row.not_found'))
})

test('a worker of another area proposes by name and number, learns nothing, and sees only what they wrote', async () => {
  const id = await register({ name: '孔令芳', idNumber: NUMBER })
  await assert.rejects(desk(liaison).proposeCorrection({ id, ...proposal }), refused('row.not_found'))
  const paper = { ...proposal, name: '孔令芳', idNumber: NUMBER }
  await assert.rejects(desk(liaison).proposeByPaper({ ...paper, name: '孔令方' }), refused('privacy.no_such_person'))
  await assert.rejects(
    desk(liaison).proposeByPaper({ ...paper, idNumber: '371424193804050128' }),
    refused('privacy.no_such_person'),
  )
  const { requestId } = await desk(liaison).proposeByPaper(paper)
  const own = await desk(liaison).readCorrection({ id: requestId })
  assert.deepEqual([own.name, own.before, own.now, own.values], [null, {}, {}, { post: '副局长' }])
  const proof = { id: requestId, name: 'a.jpg', bytes: photograph() }
  const { ok } = await desk(liaison).bringPaper(proof)
  assert.ok(ok)
  await assert.rejects(desk(liaison).bringPaper(proof), refused('privacy.paper_not_now'))
  const { evidenceId: file } = await desk(chief).readCorrection({ id: requestId })
  assert.ok(file)
  assert.ok((await o.as(chief).call(evidence).readEvidence({ id, file })).bytes.length > 0)
  await assert.rejects(o.as(liaison).call(evidence).readEvidence({ id, file }), refused('row.not_found'))
  await assert.rejects(desk(clerk).bringPaper(proof), refused('row.not_found'))
  const other = await o.hire({ role: 'community_worker', place: PLACES.ruiheng })
  await assert.rejects(desk(other).readCorrection({ id: requestId }), refused('row.not_found'))
  const { version } = await desk(chief).readCorrection({ id: requestId })
  await desk(chief).decideCorrection({ id: requestId, approve: true, version })
  assert.equal(await postOf(id), '副局长')
})

test('what waits is counted for who may decide it', async () => {
  const count = async (worker: Worker) => (await o.as(worker).call(waiting).readPrivacyWaiting()).corrections
  const [mine, theirs] = [await count(clerk), await count(chief)]
  const { requestId } = await propose(clerk, { id: await register(), ...proposal })
  assert.deepEqual([await count(clerk), await count(chief), await count(liaison)], [mine, theirs + 1, 0])
  const { items } = await desk(chief).listCorrections({ status: 'proposed' })
  assert.ok(items.some((one) => one.id === requestId && one.can.decide))
  await assert.rejects(desk(liaison).decideCorrection({ id: requestId, approve: true }), refused('auth.forbidden'))
})

test('of two who decide at once one is heard', async () => {
  const id = await register()
  const { requestId } = await propose(clerk, { id, ...proposal })
  const second = await o.hire({ name: '孙副局长' })
  const tries = await Promise.allSettled(
    [chief, second].map((worker) => desk(worker).decideCorrection({ id: requestId, approve: true })),
  )
  assert.equal(tries.filter((one) => one.status === 'fulfilled').length, 1)
})

test('the database itself lets nobody decide what they asked for', async () => {
  const id = await register()
  const { requestId } = await propose(clerk, { id, ...proposal })
  const cheat = o.act((ctx) =>
    ctx.db
      .updateTable('correction_request')
      .set({ status: 'approved', decided_by: clerk.id })
      .where('id', '=', requestId)
      .execute(),
  )
  await assert.rejects(cheat, /correction_request_check/)
})

test('whoever decides on an identity number learns how it fits the record, and never its digits', async () => {
  const other = '371424193804050937'
  const id = await register({ birthOn: '1938-04-05', gender: '2' })
  const ask = async (idNumber: string) => {
    const proof = await proofOf(o, clerk, id)
    const asked = { id, section: 'identity', values: { idNumber }, reason: '证件号录错了' } as const // a section of the record
    return (await desk(clerk).proposeCorrection({ ...asked, evidenceId: proof })).requestId
  }
  const first = await desk(chief).readCorrection({ id: await ask(other) })
  assert.deepEqual(first.number, { checksOut: true, birthFits: true, genderFits: false, changes: null, isTaken: false })
  assert.ok(!JSON.stringify(first).includes(other.slice(6, 14)))
  await register({ idNumber: other })
  assert.equal((await desk(chief).readCorrection({ id: first.id })).number?.isTaken, true)
  const worker = await o.hire({ role: 'community_worker', place: PLACES.guangchang })
  assert.equal((await desk(worker).readCorrection({ id: first.id })).number, null, 'only for who decides')
})

test('words on health are proposed with the consent alone, and leave every request when it is withdrawn', async () => {
  const id = await register()
  const asks = o.as(clerk).call(consents)
  const asked = { id, section: 'health', values: { medicalHistory: '高血压十年' }, reason: '病历更正' } as const // a section of the record
  const evidenceId = await proofOf(o, clerk, id)
  await assert.rejects(desk(clerk).proposeCorrection({ ...asked, evidenceId }), refused('privacy.consent_needed'))
  await asks.giveConsent({ id, purpose: 'health_text', agreed: true })
  const { requestId } = await desk(clerk).proposeCorrection({ ...asked, evidenceId })
  assert.deepEqual((await desk(chief).readCorrection({ id: requestId })).fields, ['medicalHistory'])
  await asks.withdrawConsent({ id, purpose: 'health_text' })
  const read = await desk(chief).readCorrection({ id: requestId })
  assert.deepEqual([read.status, read.values, read.before], ['withdrawn', {}, {}])
  const kept = await o.act((ctx) =>
    ctx.db
      .selectFrom('correction_request')
      .select(['values_sealed', 'before_sealed'])
      .where('id', '=', requestId)
      .executeTakeFirstOrThrow()
      .then((row) => [ctx.vault.open(row.values_sealed), ctx.vault.open(row.before_sealed)]),
  )
  assert.deepEqual(kept, ['{}', '{}'])
})
