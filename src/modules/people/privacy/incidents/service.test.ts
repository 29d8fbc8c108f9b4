import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { contract as record } from '#modules/people/record/contract.ts'
import { recordRoutes } from '#modules/people/record/index.ts'
import { Refused } from '#platform/client.ts'
import { PLACES } from '#test/office/county.ts'
import { type Office, office, type Worker } from '#test/office.ts'
import { privacyRoutes } from '../index.ts'
import { contract } from './contract.ts'

let o: Office
let chief: Worker
const people: string[] = []
const [from, until] = ['2026-03-01T00:00:00Z', '2026-03-02T00:00:00Z']

before(async () => {
  o = await office({ rooms: [...privacyRoutes, recordRoutes] })
  chief = await o.hire()
  for (const [name, placeCode] of [
    ['孔令芳', PLACES.guangchang],
    ['毛德山', PLACES.xinyuan],
  ] as const) {
    const phones = [{ number: '13905340001', label: '本人' as const }]
    people.push((await o.as(chief).call(record).registerPerson({ values: { name }, placeCode, phones })).id)
  }
})
after(() => o.close())

const looks = () =>
  [...people, '01980000-0000-7000-8000-00000000dead'].map((personId) => ({
    personId,
    fields: ['idNumber', 'phones'],
    firstAt: from,
    lastAt: until,
    times: 2,
  }))
const desk = (worker: Worker) => o.as(worker).call(contract)

test('ids become names, fields become words, and what is nobody’s here is counted', async () => {
  const answer = await desk(chief).readIncidentPeople({ people: looks(), from, until })
  assert.deepEqual(
    answer.people.map(({ name, place, fieldNames, phone }) => [name, place, fieldNames.zh, phone]),
    [
      ['孔令芳', '邢侗街道广场社区', ['公民身份号码', '电话'], '13905340001'],
      ['毛德山', '恒源街道馨园社区', ['公民身份号码', '电话'], '13905340001'],
    ],
  )
  assert.equal(answer.unknown, 1)
})

test('whatever the trail calls a field, the paper has one word for it', async () => {
  const fields = ['age', 'before.health', 'contacts.address', 'day', 'now.health', 'people.phone', 'phones']
  const [look] = looks().map((one) => ({ ...one, fields }))
  assert.ok(look)
  const { people: found } = await desk(chief).readIncidentPeople({ people: [look], from, until })
  assert.deepEqual(found[0]?.fieldNames.zh, ['年龄', '健康状况', '联系人', '生日', '电话'])
})

test('a bureau of one street learns only of its own people', async () => {
  const street = await o.hire({ place: PLACES.xingtong })
  const answer = await desk(street).readIncidentPeople({ people: looks(), from, until })
  assert.deepEqual([answer.people.map((one) => one.name), answer.unknown], [['孔令芳'], 2])
})

test('the report is a paper in either language, for those who decide about people alone', async () => {
  for (const lang of ['zh', 'en'] as const) {
    const paper = await desk(chief).printIncident({ people: looks(), from, until, what: '一个口令泄露', lang })
    assert.equal(new TextDecoder().decode(paper.bytes.slice(0, 5)), '%PDF-')
  }
  const auditor = await o.hire({ role: 'audit_administrator' })
  for (const worker of [auditor, await o.hire({ role: 'community_worker' })])
    await assert.rejects(
      desk(worker).readIncidentPeople({ people: looks(), from, until }),
      (error: unknown) => error instanceof Refused && error.code === 'auth.forbidden',
    )
})
