import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { Refused } from '#platform/client.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { contract } from '../contract.ts'
import { recordRoutes } from '../index.ts'
import { registerPeople } from '../service.ts'
import { HOURLY_REVEALS, mayReveal } from './rules.ts'

let o: Office
let wang = ''

const NUMBER = '371424193105020210'
const PHONES = ['13912345678', '0534-4231234']
const asked = { field: 'idNumber', purpose: 'medical', note: '重阳体检登记' } as const

before(async () => {
  o = await office({ rooms: [recordRoutes] })
  const draft = {
    values: { name: '王秀英', kind: 'tuixiu', idNumber: NUMBER, medicalInsuranceNo: 'A0012345678901' },
    phones: PHONES.map((number) => ({ number, label: '本人' })),
    unitId: null,
    managingUnitId: null,
    placeCode: PLACES.guangchang,
    tags: [],
    source: '登记',
  }
  ;[wang = ''] = await o.act((ctx) => registerPeople(ctx, [draft]))
})
after(() => o.close())

const desk = (worker: Worker) => o.as(worker).call(contract)

async function refusedWith(code: string, doing: Promise<unknown>): Promise<void> {
  const error = await doing.then(
    () => assert.fail(`not refused with ${code}`),
    (thrown: unknown) => thrown,
  )
  assert.ok(error instanceof Refused, String(error))
  assert.equal(error.code, code)
}

const notesOf = (action: string, worker: Worker) =>
  o.act((ctx) =>
    ctx.db
      .selectFrom('audit_event')
      .selectAll()
      .where('action', '=', action)
      .where('account_id', '=', worker.id)
      .execute(),
  )

test('how many looks an hour', () => {
  for (const [lastHour, may] of [
    [0, true],
    [HOURLY_REVEALS - 1, true],
    [HOURLY_REVEALS, false],
    [HOURLY_REVEALS + 1, false],
  ] as const)
    assert.equal(mayReveal(lastHour), may, String(lastHour))
})

test('each number of a record is shown by itself, for a purpose of the list and in words', async () => {
  const clerk = await o.hire()
  for (const [field, values] of [
    ['idNumber', [NUMBER]],
    ['medicalInsuranceNo', ['A0012345678901']],
    ['idText', []],
    ['phones', PHONES],
  ] as const)
    assert.deepEqual((await desk(clerk).revealField({ id: wang, ...asked, field })).values, values, field)
  await refusedWith('input.invalid', desk(clerk).revealField({ id: wang, ...asked, note: ' 看 ' }))
  const unlisted = { id: wang, ...asked, purpose: 'curiosity' as 'other' } // on purpose none of the list
  await refusedWith('input.invalid', desk(clerk).revealField(unlisted))
  const notes = await notesOf('people.reveal', clerk)
  assert.equal(notes.length, 4)
  assert.ok(notes.every((note) => note.subject === wang && note.purpose === '体检就医'))
  assert.ok(!JSON.stringify(notes).includes(NUMBER.slice(0, 14)))
})

test('no words of one’s own come into the trail: the kind of purpose and a file number that is nobody’s number', async () => {
  const clerk = await o.hire()
  const told = { id: wang, ...asked, note: '王秀英住院 13912345678' }
  for (const reference of ['13912345678', '1391-2345-678', '371424194502150024', '王秀英', 'a b', '19450215'])
    await refusedWith('input.invalid', desk(clerk).revealField({ ...told, reference }))
  await desk(clerk).revealField({ ...told, reference: 'LGB-2026-017' })
  const [row] = await o.act((ctx) =>
    ctx.db
      .selectFrom('audit_event')
      .selectAll()
      .where('action', '=', 'people.reveal')
      .orderBy('seq', 'desc')
      .limit(1)
      .execute(),
  )
  assert.deepEqual(
    [row?.purpose, row?.detail],
    ['体检就医', { field: 'idNumber', purpose: 'medical', reference: 'LGB-2026-017' }],
  )
})

test('whoever proved who they are too long ago proves it again, and nothing was looked at', async () => {
  const clerk = await o.hire()
  const past = new Date(o.clock.now().getTime() - 15 * 60_000).toISOString()
  await o.act((ctx) =>
    ctx.db.updateTable('session').set({ proven_at: past }).where('account_id', '=', clerk.id).execute(),
  )
  await refusedWith('auth.not_proven', desk(clerk).revealField({ id: wang, ...asked }))
  assert.equal((await notesOf('people.reveal', clerk)).length, 0)
})

test('the thirty-first look within an hour is refused, and the alarm stays; after an hour one may look again', async () => {
  const clerk = await o.hire()
  for (let at = 0; at < HOURLY_REVEALS; at++) await desk(clerk).revealField({ id: wang, ...asked })
  await refusedWith('people.too_many_reveals', desk(clerk).revealField({ id: wang, ...asked }))
  const alarms = await notesOf('people.reveal_alarm', clerk)
  assert.deepEqual(
    alarms.map(({ subject, result }) => [subject, result]),
    [[wang, 'refused']],
  )
  const colleague = await o.hire()
  assert.deepEqual((await desk(colleague).revealField({ id: wang, ...asked })).values, [NUMBER])
  o.clock.pass(61)
  assert.deepEqual((await desk(clerk).revealField({ id: wang, ...asked })).values, [NUMBER])
})

test('of forty looks at the same moment thirty are answered', async () => {
  const clerk = await o.hire()
  const tries = await Promise.allSettled(
    Array.from({ length: 40 }, () => desk(clerk).revealField({ id: wang, ...asked })),
  )
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, HOURLY_REVEALS)
})

test('who may, and on whom: one table', async () => {
  for (const [post, code] of [
    [{ role: 'street_staff' }, 'auth.forbidden'],
    [{ role: 'reader' }, 'auth.forbidden'],
    [{ role: 'system_administrator' }, 'auth.forbidden'],
    [{ role: 'bureau_staff', place: PLACES.hengyuan }, 'row.not_found'],
  ] as const)
    await refusedWith(code, desk(await o.hire(post)).revealField({ id: wang, ...asked }))
})

test('a record says what its reader sees, so that a page need not guess', async () => {
  for (const [role, personal, restricted, phone] of [
    ['bureau_staff', true, true, PHONES[0]],
    ['community_worker', true, true, PHONES[0]],
    ['reader', false, false, '139****5678'],
  ] as const) {
    const person = await desk(await o.hire({ role })).readPerson({ id: wang })
    assert.deepEqual([person.can.seePersonal, person.can.seeRestricted], [personal, restricted], role)
    assert.equal(person.phones[0]?.number, phone)
    assert.equal(person.sections.find(({ key }) => key === 'identity')?.values.idNumber, '********')
  }
})
