import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { foundUnit } from '#modules/units/index.ts'
import { Refused } from '#platform/client.ts'
import { PLACES } from '#test/office/county.ts'
import { type Office, office, type Worker } from '#test/office.ts'
import { photograph } from '#test/photograph.ts'
import { giveConsent } from '../privacy/consents/service.ts'
import { contract } from './contract.ts'
import { routes } from './routes.ts'

let o: Office
let staff: Worker

before(async () => {
  o = await office({ rooms: [routes] })
  staff = await o.hire()
})
after(() => o.close())

const desk = (worker = staff) => o.as(worker).call(contract)
type Values = Parameters<ReturnType<typeof desk>['registerPerson']>[0]['values']
const register = async (values: Values) => (await desk().registerPerson({ values: { name: '王秀英', ...values } })).id

async function refusedWith(code: string, work: Promise<unknown>): Promise<Refused> {
  const error = await work.then(
    () => assert.fail(`not refused with ${code}`),
    (thrown: unknown) => thrown,
  )
  assert.ok(error instanceof Refused, String(error))
  assert.equal(error.code, code)
  return error
}

function sectionOf(person: Awaited<ReturnType<ReturnType<typeof desk>['readPerson']>>, key: string) {
  const section = person.sections.find((one) => one.key === key)
  assert.ok(section)
  return section
}

test('a name is enough, and the record shows what is missing', async () => {
  const person = await desk().readPerson({ id: await register({}) })
  assert.equal(person.name, '王秀英')
  assert.equal(person.completeness, 4)
  assert.equal(person.missing.length, 21)
})

test('without a name nobody is registered', async () => {
  await refusedWith('people.name_needed', desk().registerPerson({ values: { name: '  ' } }))
})

test('an option that its code table does not have is refused with the field in words', async () => {
  const refused = await refusedWith('people.bad_code', desk().registerPerson({ values: { name: '甲', gender: '7' } }))
  assert.match(refused.words.zh, /性别/)
})

test('a whole identity number is kept sealed, masked on the page, and borne by one record only', async () => {
  const id = await register({ idNumber: '11010519491231002x' })
  const person = await desk().readPerson({ id })
  assert.equal(person.idStatus, 'valid')
  assert.equal(sectionOf(person, 'identity').values.idNumber, '********')
  await refusedWith(
    'people.id_taken',
    desk().registerPerson({ values: { name: '别人', idNumber: '11010519491231002X' } }),
  )
  const stored = await o.act((ctx) =>
    ctx.db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  )
  assert.ok(!JSON.stringify(stored).includes('11010519491231'))
})

test('fifteen digits become eighteen, and a wrong number is kept aside, never as valid', async () => {
  const old = await desk().readPerson({ id: await register({ idNumber: '370502480915001' }) })
  assert.equal(old.idStatus, 'converted15')
  const wrong = await desk().readPerson({ id: await register({ idNumber: '110105194912310021' }) })
  assert.equal(wrong.idStatus, 'invalid')
})

test('a whole number is revealed for a purpose, and the audit trail keeps the kind of purpose, neither words nor number', async () => {
  const id = await register({ idNumber: '37142419380405011X' })
  const { values } = await desk().revealField({ id, field: 'idNumber', purpose: 'medical', note: '办理体检登记' })
  assert.equal(values.length, 1)
  await refusedWith('input.invalid', desk().revealField({ id, field: 'idNumber', purpose: 'medical', note: '' }))
  const notes = await o.act((ctx) =>
    ctx.db
      .selectFrom('audit_event')
      .selectAll()
      .where('subject', '=', id)
      .where('action', '=', 'people.reveal')
      .execute(),
  )
  assert.equal(notes.length, 1)
  assert.equal(notes[0]?.purpose, '体检就医')
  assert.doesNotMatch(JSON.stringify(notes), /办理体检登记/)
  assert.ok(!JSON.stringify(notes).includes(values[0] ?? ''))
})

test('a section is corrected, its history tells from and to, and an unchanged field leaves no trace', async () => {
  const id = await register({ post: '科员' })
  const work = sectionOf(await desk().readPerson({ id }), 'work')
  await desk().changeSection({ id, section: 'work', version: work.version, values: { post: '局长', title: null } })
  const { items } = await desk().readChanges({ id })
  assert.deepEqual(
    items.map(({ field, from, to, by }) => ({ field, from, to, by })),
    [{ field: 'post', from: '科员', to: '局长', by: staff.name }],
  )
})

test('two people correct one section: the second sees what the first wrote, and nothing is lost', async () => {
  const id = await register({})
  const colleague = await o.hire({ name: '李同事' })
  const { version } = sectionOf(await desk().readPerson({ id }), 'home')
  await desk(colleague).changeSection({ id, section: 'home', version, values: { address: '东城街 1 号' } })
  const refused = await refusedWith(
    'people.section_changed',
    desk().changeSection({ id, section: 'home', version, values: { address: '西城街 2 号' } }),
  )
  assert.match(refused.words.zh, /李同事/)
  assert.deepEqual((refused.detail as { current: Record<string, unknown> }).current.address, '东城街 1 号') // the refusal's own detail
  assert.equal(sectionOf(await desk().readPerson({ id }), 'home').values.address, '东城街 1 号')
})

test('of many corrections at once with one version, one holds', async () => {
  const id = await register({})
  const { version } = sectionOf(await desk().readPerson({ id }), 'party')
  const outcomes = await Promise.allSettled(
    ['01', '13', '02', '03'].map((political) =>
      desk().changeSection({ id, section: 'party', version, values: { political } }),
    ),
  )
  assert.equal(outcomes.filter((outcome) => outcome.status === 'fulfilled').length, 1)
})

test('telephones, contacts and family are versioned like sections; a fifth contact is refused', async () => {
  const id = await register({})
  assert.equal(
    (await desk().changePhones({ id, version: 0, phones: [{ number: '13912345678', label: '本人' }] })).version,
    1,
  )
  await refusedWith('people.section_changed', desk().changePhones({ id, version: 0, phones: [] }))
  const contact = { relation: '2', name: '王小明', mobile: '13900000001' }
  await desk().changeContacts({ id, version: 0, contacts: [contact] })
  await refusedWith(
    'input.invalid',
    desk().changeContacts({ id, version: 1, contacts: Array.from({ length: 5 }, () => contact) }),
  )
  const wife = { relation: '1', name: '赵老伴' }
  await refusedWith('input.invalid', desk().changeFamily({ id, version: 0, family: [{ ...wife, birthOn: '属马' }] }))
  await desk().changeFamily({ id, version: 0, family: [{ ...wife, isLiving: true }] })
  const person = await desk().readPerson({ id })
  assert.deepEqual(person.phones, [{ number: '13912345678', label: '本人' }])
  assert.equal(person.contacts.length, 1)
  assert.equal(person.family[0]?.name, '赵老伴')
})

test('a death is one act, done once, and can be taken back', async () => {
  const id = await register({ birthOn: '1930' })
  await desk().recordDeath({ id, values: { diedOn: '2026-02-28' } })
  await refusedWith('people.already_deceased', desk().recordDeath({ id, values: {} }))
  assert.equal((await desk().readPerson({ id })).age, null)
  await desk().restoreLife({ id, reason: '登记错人' })
  const person = await desk().readPerson({ id })
  assert.equal(person.status, 'living')
  assert.equal(sectionOf(person, 'death').values.diedOn, null)
  const kinds = (await desk().readTimeline({ id })).items.map((line) => line.kind)
  assert.ok(kinds.includes('died') && kinds.includes('restored'))
})

test('a section can be confirmed without changing it', async () => {
  const id = await register({})
  await desk().verifySection({ id, section: 'identity', source: '入户' })
  const identity = sectionOf(await desk().readPerson({ id }), 'identity')
  assert.equal(identity.verifiedOn, '2026-03-02')
  assert.equal(identity.verifiedBy, staff.name)
})

test('everybody who can see a person is told with the reason', async () => {
  const id = await register({})
  const { items } = await desk().readWhoCanSee({ id })
  assert.ok(items.some((item) => item.accountId === staff.id && item.because.zh.includes('临邑')))
})

test('who gets what', async () => {
  const id = await register({})
  const elsewhere = await o.hire({ role: 'community_worker', place: PLACES.guangchang })
  const reader = await o.hire({ role: 'reader' })
  assert.equal((await desk(reader).readPerson({ id })).can.change, false)
  await refusedWith('auth.forbidden', desk(reader).verifySection({ id, section: 'identity' }))
  await refusedWith('auth.signed_out', o.as().call(contract).readPerson({ id }))
  await refusedWith('row.not_found', desk(elsewhere).readPerson({ id }))
})

const agree = (id: string) =>
  o.act((ctx) =>
    giveConsent(ctx, {
      id,
      purpose: 'photo',
      agreed: true,
      givenBy: 'self',
      giver: null,
      way: 'signed',
      evidenceId: null,
    }),
  )

test('a photograph is kept, shown, changed and taken down; what is none is refused', async () => {
  const id = await register({})
  assert.equal((await desk().readPerson({ id })).hasPhoto, false)
  await refusedWith('row.not_found', desk().readPhoto({ id }))
  await refusedWith('people.not_a_photo', desk().setPhoto({ id, bytes: new TextEncoder().encode('<svg/>') }))
  const bytes = photograph()
  await refusedWith('privacy.consent_needed', desk().setPhoto({ id, bytes }))
  await agree(id)
  await desk().setPhoto({ id, bytes })
  assert.deepEqual(Buffer.from((await desk().readPhoto({ id })).bytes), bytes)
  const reader = await o.hire({ role: 'reader' })
  await refusedWith('auth.forbidden', desk(reader).setPhoto({ id, bytes }))
  o.clock.pass(1)
  await desk().removePhoto({ id })
  assert.equal((await desk().readPerson({ id })).hasPhoto, false)
  assert.deepEqual(
    (await desk().readChanges({ id })).items.map((change) => [change.from, change.to]),
    [
      ['有', '无'],
      [null, '照片'],
      ['无', '有'],
    ],
  )
})

test('who does not see health and pay neither overwrites them nor narrows a list by them', async () => {
  const id = await register({ incomeCents: 500_000 })
  await desk().changeFamily({
    id,
    version: 0,
    family: [{ relation: '1', name: '赵老伴', health: '高血压', subsidyCents: 30_000 }],
  })
  const unit = await o.act((ctx) => foundUnit(ctx, { name: '临邑县供销社', kind: 'employer' }))
  await o.act((ctx) =>
    ctx.db
      .updateTable('person')
      .set({ unit_ids: [unit.id], unit_id: unit.id })
      .where('id', '=', id)
      .execute(),
  )
  const liaison = desk(await o.hire({ role: 'unit_liaison', unit: unit.id }))
  const seen = await liaison.readPerson({ id })
  assert.equal(seen.family[0]?.health, null)
  const [member] = seen.family
  assert.ok(member)
  await liaison.changeFamily({ id, version: 1, family: [{ ...member, name: '赵秀兰' }] })
  const treatment = sectionOf(seen, 'treatment')
  await liaison.changeSection({
    id,
    section: 'treatment',
    version: treatment.version,
    values: { incomeCents: 1, treatmentNote: '已核' },
  })
  const kept = await desk().readPerson({ id })
  assert.deepEqual(
    kept.family.map(({ name, health, subsidyCents }) => ({ name, health, subsidyCents })),
    [{ name: '赵秀兰', health: '高血压', subsidyCents: 30_000 }],
  )
  assert.equal(sectionOf(kept, 'treatment').values.incomeCents, 500_000)
})

test('a life that cannot be is refused where it is written, and nothing of it is kept', async () => {
  const impossible = { code: 'people.impossible_life', status: 422 }
  const born = (birthOn: string) => register({ birthOn })
  await assert.rejects(born('2026-03-03'), { ...impossible, message: /出生日期在今天之后/ })
  const id = await born('1931-05')
  const died = (diedOn: string) => desk().recordDeath({ id, values: { diedOn } })
  await assert.rejects(died('2027'), { ...impossible, message: /离世时间在今天之后/ })
  await assert.rejects(died('1931-04-30'), { ...impossible, message: /离世时间早于出生日期/ })
  assert.equal((await desk().readPerson({ id })).status, 'living')
  await died('2026')
  const { version } = sectionOf(await desk().readPerson({ id }), 'identity')
  const changed = desk().changeSection({ id, section: 'identity', version, values: { birthOn: '2027' } })
  await assert.rejects(changed, impossible)
})
