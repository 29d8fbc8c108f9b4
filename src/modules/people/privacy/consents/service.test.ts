import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { contract as record } from '#modules/people/record/contract.ts'
import { recordRoutes } from '#modules/people/record/index.ts'
import { Refused } from '#platform/client.ts'
import { tracesOf } from '#test/office/owner.ts'
import { type Office, office, type Worker } from '#test/office.ts'
import { photograph } from '#test/photograph.ts'
import { contract as evidence } from '../evidence/contract.ts'
import { privacyRoutes } from '../index.ts'
import { contract } from './contract.ts'

let o: Office
let clerk: Worker
const jpeg = new Uint8Array(photograph())

before(async () => {
  o = await office({ rooms: [...privacyRoutes, recordRoutes] })
  clerk = await o.hire()
})
after(() => o.close())

const desk = (worker = clerk) => o.as(worker).call(contract)
const records = (worker = clerk) => o.as(worker).call(record)
const register = async (name = '王秀英') => (await records().registerPerson({ values: { name } })).id
const refused = (code: string) => (error: unknown) => error instanceof Refused && error.code === code
const photoOf = async (id: string) => (await records().readPerson({ id })).hasPhoto

test('a photograph needs its own consent, and goes with it', async () => {
  const id = await register()
  await assert.rejects(records().setPhoto({ id, bytes: jpeg }), refused('privacy.consent_needed'))
  await desk().giveConsent({ id, purpose: 'health_text', agreed: true })
  await assert.rejects(records().setPhoto({ id, bytes: jpeg }), refused('privacy.consent_needed'))
  await desk().giveConsent({ id, purpose: 'photo', agreed: true })
  await records().setPhoto({ id, bytes: jpeg })
  assert.equal(await photoOf(id), true)
  await desk().withdrawConsent({ id, purpose: 'photo' })
  assert.equal(await photoOf(id), false)
  const left = await o.act((ctx) => ctx.db.selectFrom('stored_file').select('name').execute())
  assert.deepEqual(left, [])
  await assert.rejects(records().setPhoto({ id, bytes: jpeg }), refused('privacy.consent_needed'))
})

test('health in words is written only with consent, and withdrawing empties it and its history', async () => {
  const id = await register()
  const save = (version: number, longTermMedicine: string | null) =>
    records().changeSection({ id, section: 'health', version, values: { longTermMedicine } })
  await assert.rejects(save(0, '阿司匹林'), refused('privacy.consent_needed'))
  await assert.rejects(
    records().registerPerson({ values: { name: '李桂兰', medicalHistory: '高血压十年' } }),
    refused('privacy.consent_needed'),
  )
  await desk().giveConsent({ id, purpose: 'health_text', agreed: true })
  await save(0, '阿司匹林')
  await desk().withdrawConsent({ id, purpose: 'health_text' })
  const person = await records().readPerson({ id })
  assert.equal(person.sections.find((one) => one.key === 'health')?.values['longTermMedicine'], null)
  const { items } = await records().readChanges({ id })
  const lines = items.filter((change) => change.field === 'longTermMedicine')
  assert.equal(lines.length, 2)
  assert.ok(lines.every((line) => line.from === null && line.to === null))
})

test('a consent is for one purpose, given once, withdrawn once, and its history stays', async () => {
  const id = await register()
  const asked = { id, purpose: 'merchants', agreed: true } as const
  await desk().giveConsent(asked)
  await assert.rejects(desk().giveConsent(asked), refused('privacy.consent_live'))
  await desk().withdrawConsent({ id, purpose: 'merchants', withdrawnBy: 'family' })
  await assert.rejects(desk().withdrawConsent({ id, purpose: 'merchants' }), refused('privacy.no_consent'))
  await desk().giveConsent(asked)
  const { items } = await desk().listConsents({ id })
  assert.deepEqual(
    items.map(({ purpose, withdrawnBy }) => [purpose, withdrawnBy]),
    [
      ['merchants', null],
      ['merchants', 'family'],
    ],
  )
})

test('a bundle, or a box nobody ticked, is no consent', async () => {
  const id = await register()
  const send = (body: object) =>
    o.app.inject({
      method: 'POST',
      url: `/api/people/${id}/consents`,
      payload: body,
      headers: { cookie: `sangyu=${clerk.token}`, 'sec-fetch-site': 'same-origin' },
    })
  for (const body of [
    { purpose: 'photo' },
    { purpose: 'photo', agreed: false },
    { purpose: ['photo', 'merchants'], agreed: true },
  ])
    assert.equal((await send(body)).statusCode, 400)
  assert.deepEqual((await desk().listConsents({ id })).items, [])
})

test('who agrees for somebody else names themselves and brings a paper of this very person', async () => {
  const [id, other] = [await register(), await register('张三')]
  const asked = { id, purpose: 'photo', agreed: true, givenBy: 'family' } as const
  await assert.rejects(desk().giveConsent({ ...asked, giver: '女儿 王小兰' }), refused('privacy.proxy_unproved'))
  const papers = o.as(clerk).call(evidence)
  const { fileId: strange } = await papers.bringEvidence({ id: other, name: '委托书.jpg', bytes: jpeg })
  await assert.rejects(
    desk().giveConsent({ ...asked, giver: '女儿 王小兰', evidenceId: strange }),
    refused('row.not_found'),
  )
  const { fileId } = await papers.bringEvidence({ id, name: '委托书.jpg', bytes: jpeg })
  await desk().giveConsent({ ...asked, giver: '女儿 王小兰', evidenceId: fileId })
  const [first] = (await desk().listConsents({ id })).items
  assert.deepEqual([first?.giver, first?.evidenceId, first?.givenBy], ['女儿 王小兰', fileId, 'family'])
  assert.deepEqual(new Uint8Array((await papers.readEvidence({ id, file: fileId })).bytes), jpeg)
  await assert.rejects(papers.readEvidence({ id: other, file: fileId }), refused('row.not_found'))
})

test('evidence is a scan or a picture, and nothing that bears a marking of secrecy', async () => {
  const id = await register()
  const papers = o.as(clerk).call(evidence)
  const text = (words: string) => new TextEncoder().encode(words)
  const notEvidence = papers.bringEvidence({ id, name: 'a.html', bytes: text('<html>') })
  await assert.rejects(notEvidence, refused('privacy.not_evidence'))
  const kept = await o.act((ctx) => ctx.db.selectFrom('stored_file').select('id').execute())
  const secret = papers.bringEvidence({ id, name: 'a.pdf', bytes: text('%PDF-1.7 机密★1年') })
  await assert.rejects(secret, refused('privacy.secret_marking'))
  const left = await o.act((ctx) => ctx.db.selectFrom('stored_file').select('id').execute())
  assert.equal(left.length, kept.length)
})

test('what is refused leaves no trace, and nobody records consents without the right or outside their area', async () => {
  const id = await register()
  const reader = await o.hire({ role: 'reader' })
  const elsewhere = await o.hire({ role: 'community_worker', place: '3714240021900000000' })
  const traces = await tracesOf(o.house)
  const asked = { id, purpose: 'photo', agreed: true } as const
  await assert.rejects(desk(reader).giveConsent(asked), refused('auth.forbidden'))
  await assert.rejects(desk(elsewhere).giveConsent(asked), refused('row.not_found'))
  assert.equal((await tracesOf(o.house)).told, traces.told)
  assert.deepEqual((await desk().listConsents({ id })).items, [])
})

test('of many who record the same consent at once one succeeds', async () => {
  const id = await register()
  const tries = await Promise.allSettled(
    Array.from({ length: 6 }, () => desk().giveConsent({ id, purpose: 'volunteers', agreed: true })),
  )
  assert.equal(tries.filter((one) => one.status === 'fulfilled').length, 1)
})
