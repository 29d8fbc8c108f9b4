import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { asOwner } from '#test/office/owner.ts'
import { PLACES, type Worker } from '#test/office.ts'
import {
  countyDoors,
  countySettingsRoutes,
  deskOf,
  ELEVEN,
  NINE,
  published,
  type ShiftDesk,
  served,
  shiftDesk,
} from '#test/shift-desk.ts'
import { contract as records } from '../service-record/contract.ts'
import { contract } from './contract.ts'
import { routes } from './index.ts'

type Desk = ShiftDesk & { bureau: Worker; recordId: string }

async function open(t: TestContext): Promise<Desk> {
  const o = await shiftDesk(t, 2, [routes, countySettingsRoutes])
  const bureau = await o.hire()
  const turnId = await served(o, await published(o), o.people[0] ?? '')
  const { recordId } = await deskOf(o).confirmTurn({ id: turnId })
  return Object.assign(o, { bureau, recordId })
}

const desk = (o: Desk, worker = o.bureau) => o.as(worker).call(contract)
const asked = (o: Desk) => ({ personId: o.people[0] ?? '', head: '张主任', phone: '0534-4261234' })
const verify = (o: Desk, number: string, code: string) => o.as().call(contract).verifyCertificate({ number, code })

test('a certificate says what was served, has a number and is frozen', async (t) => {
  const o = await open(t)
  const { id, number } = await desk(o).issueCertificate(asked(o))
  assert.equal(number, '371424-2026-00001')
  const read = await desk(o).readCertificate({ id })
  assert.deepEqual(
    [read.name, read.minutes, read.services, read.issuer, read.handler, read.phone, read.untilOn, read.standing],
    ['赵1', 120, 1, '中共临邑县委老干部局', '周敏', '0534-4261234', '2026-03-17', 'public'],
  )
  assert.deepEqual(read.lines, [
    { servedOn: '2026-03-10', title: '看望独居老人', task: 'company', place: '广场社区', minutes: 120 },
  ])
  const book = (worker: Worker) => o.as(worker).call(records)
  const { reversalId } = await book(o.clerk).askReversal({ id: o.recordId, reason: '未到场' })
  await book(o.second).decideReversal({ id: reversalId, isAgreed: true })
  assert.equal((await desk(o).readCertificate({ id })).minutes, 120)
  await assert.rejects(desk(o).issueCertificate(asked(o)), { code: 'certificates.nothing_served' })
})

test('whoever holds the paper verifies it without signing in, and learns a masked name only', async (t) => {
  const o = await open(t)
  const { id, number } = await desk(o).issueCertificate(asked(o))
  const { code } = await desk(o).readCertificate({ id })
  const found = await verify(o, ` ${number.replaceAll('-', '—')} `, code.toLowerCase())
  assert.deepEqual(found, {
    number,
    name: '赵*',
    fromOn: '2026-03-10',
    toOn: '2026-03-10',
    minutes: 120,
    stands: 120,
    asOf: '2026-03-10',
    issuer: '中共临邑县委老干部局',
    issuedOn: '2026-03-10',
    untilOn: '2026-03-17',
    standing: 'public',
    revokedOn: null,
  })
  o.clock.set('2026-03-18T09:00:00+08:00')
  assert.equal((await verify(o, number, code)).standing, 'valid')
  const wrong = code === '22222222' ? '33333333' : '22222222'
  for (const [one, other] of [
    [number, wrong],
    ['371424-2026-00002', code],
  ] as const)
    await assert.rejects(verify(o, one, other), { code: 'certificates.unknown' })
})

test('revoked it says so to everybody, once, and is not printed any more', async (t) => {
  const o = await open(t)
  const { id, number } = await desk(o).issueCertificate(asked(o))
  const { code } = await desk(o).readCertificate({ id })
  await desk(o).revokeCertificate({ id, reason: '服务记录已撤销' })
  await assert.rejects(desk(o).revokeCertificate({ id, reason: '再作废一次' }), { code: 'certificates.revoked_before' })
  assert.deepEqual((await verify(o, number, code)).standing, 'revoked')
  await assert.rejects(desk(o).printCertificate({ id }), { code: 'certificates.revoked_before' })
})

async function reverse(o: Desk, id: string): Promise<void> {
  const book = (worker: Worker) => o.as(worker).call(records)
  const { reversalId } = await book(o.clerk).askReversal({ id, reason: '时间登记错了' })
  await book(o.second).decideReversal({ id: reversalId, isAgreed: true })
}

/** What the public page and the list say of a certificate. */
async function said(o: Desk, number: string) {
  const [line] = (await desk(o).listCertificates({ q: number })).items
  assert.ok(line)
  const { code } = await desk(o).readCertificate({ id: line.id })
  const found = await verify(o, number, code)
  assert.deepEqual([line.standing, line.minutes, line.stands], [found.standing, found.minutes, found.stands])
  return [found.standing, found.minutes, found.stands]
}

const totalOf = async (o: Desk, standing: 'public' | 'valid' | 'overtaken' | 'revoked') =>
  (await desk(o).listCertificates({ standing })).total

test('hours reversed since stand on no certificate: whoever asks learns what stands, and staff that it be issued anew', async (t) => {
  const o = await open(t)
  const [personId = ''] = o.people
  const startsAt = '2026-03-10T14:00:00+08:00'
  const turnId = await served(o, await published(o, { startsAt, endsAt: '2026-03-10T15:00:00+08:00' }), personId)
  await deskOf(o).confirmTurn({ id: turnId })
  const { id, number } = await desk(o).issueCertificate(asked(o))
  assert.deepEqual(await said(o, number), ['public', 180, 180])
  // Served the same day and confirmed after it was issued: it makes up for nothing.
  const evening = { startsAt: '2026-03-10T16:00:00+08:00', endsAt: '2026-03-10T19:00:00+08:00' }
  await deskOf(o).confirmTurn({ id: await served(o, await published(o, evening), personId) })
  await reverse(o, o.recordId)
  assert.deepEqual(await said(o, number), ['overtaken', 180, 60])
  assert.deepEqual([await totalOf(o, 'overtaken'), await totalOf(o, 'public')], [1, 0])
  await assert.rejects(desk(o).printCertificate({ id }), { code: 'certificates.overtaken' })
  o.clock.set('2026-03-18T09:00:00+08:00')
  assert.deepEqual(await said(o, number), ['overtaken', 180, 60])
  assert.equal(await totalOf(o, 'valid'), 0)
  await desk(o).revokeCertificate({ id, reason: '服务记录已更正' })
  assert.deepEqual(await said(o, number), ['revoked', 180, 60])
  const anew = await desk(o).issueCertificate(asked(o))
  assert.deepEqual(await said(o, anew.number), ['public', 240, 240])
  assert.deepEqual([await totalOf(o, 'overtaken'), await totalOf(o, 'public'), await totalOf(o, 'revoked')], [0, 1, 1])
})

test('what was reversed and entered anew stands with its new hours; all reversed, nothing stands', async (t) => {
  const o = await open(t)
  const [personId = '', other = ''] = o.people
  const { number } = await desk(o).issueCertificate(asked(o))
  await reverse(o, o.recordId)
  assert.deepEqual(await said(o, number), ['overtaken', 120, 0])
  const { shiftId } = (await o.as(o.clerk).call(records).listServiceRecords({})).items[0] ?? { shiftId: '' }
  for (const [who, to] of [
    [personId, '2026-03-10T10:30:00+08:00'],
    [other, ELEVEN],
  ] as const) {
    const { turnId } = await deskOf(o).enterLate({ id: shiftId, personId: who, from: NINE, to, reason: '时间登记错了' })
    await deskOf(o, o.second).approveLate({ id: turnId })
    await deskOf(o, o.second).confirmTurn({ id: turnId })
  }
  assert.deepEqual(await said(o, number), ['overtaken', 120, 90])
})

test('it is printed as a PDF, and the printing is noted', async (t) => {
  const o = await open(t)
  const { id } = await desk(o).issueCertificate(asked(o))
  const file = await desk(o).printCertificate({ id })
  assert.equal(Buffer.from(file.bytes.subarray(0, 5)).toString(), '%PDF-')
  const noted = await asOwner(o.house, `select 1 from audit_event where action = 'printCertificate'`)
  assert.equal(noted.length, 1)
})

test('the paper names the county’s own address, whatever a page sends along; without one the address it was asked under', async (t) => {
  const o = await open(t)
  const { id } = await desk(o).issueCertificate(asked(o))
  const settings = o.as(o.bureau).call(countyDoors)
  const same = await settings.readCountySettings()
  assert.equal(same.siteAddress, '')
  const sentAlong = { id, site: 'https://elsewhere.example' }
  const printed = async () => (await desk(o).printCertificate(sentAlong)).bytes.length
  const small = await printed()
  const siteAddress = `https://${'laogan.'.repeat(12)}example.cn`
  await settings.saveCountySettings({ ...same, siteAddress: `${siteAddress}/some/page` })
  assert.equal((await settings.readCountySettings()).siteAddress, siteAddress)
  assert.ok((await printed()) > small, 'a longer address makes a larger code')
  await assert.rejects(settings.saveCountySettings({ ...same, siteAddress: 'laogan' }), { code: 'input.invalid' })
})

test('the telephone of the county stands in where none is given; without any nothing is issued', async (t) => {
  const o = await open(t)
  const { phone: _phone, ...without } = asked(o)
  await assert.rejects(desk(o).issueCertificate(without), { code: 'certificates.no_issuer' })
  const { requiredFields } = await o.as(o.bureau).call(countyDoors).readCountySettings()
  await o
    .as(o.bureau)
    .call(countyDoors)
    .saveCountySettings({ areaCode: '0534', bureauPhone: '0534-4261234', requiredFields })
  const { id } = await desk(o).issueCertificate(without)
  assert.equal((await desk(o).readCertificate({ id })).phone, '0534-4261234')
})

test('numbers of certificates issued at once run without a gap', async (t) => {
  const o = await open(t)
  const issued = await Promise.all(Array.from({ length: 8 }, () => desk(o).issueCertificate(asked(o))))
  assert.deepEqual(
    issued.map(({ number }) => Number(number.slice(-5))).toSorted((a, b) => a - b),
    [1, 2, 3, 4, 5, 6, 7, 8],
  )
  assert.equal((await desk(o).listCertificates({ standing: 'public' })).total, 8)
})

for (const [role, issues] of [
  ['street_staff', 403],
  ['community_worker', 403],
  ['reader', 403],
] as const)
  test(`${role} issues no certificate, and reads those of their own people`, async (t) => {
    const o = await open(t)
    const { id } = await desk(o).issueCertificate(asked(o))
    const worker = await o.hire({ role, place: PLACES.guangchang })
    const status = await desk(o, worker)
      .issueCertificate(asked(o))
      .catch((error: { status: number }) => error.status)
    assert.equal(status, issues)
    assert.equal((await desk(o, worker).readCertificate({ id })).number, '371424-2026-00001')
    const neighbour = await o.hire({ role, place: PLACES.xinyuan })
    await assert.rejects(desk(o, neighbour).readCertificate({ id }), { status: 404 })
  })
