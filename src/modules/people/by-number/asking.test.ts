import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { Refused } from '#platform/client.ts'
import { PLACES } from '#test/office/county.ts'
import { type Office, office, type Worker } from '#test/office.ts'
import { checkIdNumber } from '../codes/index.ts'
import { contract as warnings } from '../duplicates/contract.ts'
import { duplicatesRoutes } from '../duplicates/index.ts'
import { contract as corrections } from '../privacy/corrections/contract.ts'
import { privacyRoutes } from '../privacy/index.ts'
import { contract as record } from '../record/contract.ts'
import { recordRoutes } from '../record/index.ts'
import { HOURLY_MISSES, mayAskMore } from '../record/reveal/rules.ts'
import { contract as search } from '../search/contract.ts'
import { routes as searchRoutes } from '../search/routes.ts'
import { wholeNumber } from './index.ts'

let o: Office
let near = ''
const CODE = 'people.too_many_numbers'
const [NEAR, FAR] = ['齐近仁', '齐远仁']

before(async () => {
  o = await office({ rooms: [searchRoutes, duplicatesRoutes, ...privacyRoutes, recordRoutes] })
  near = await register(101, PLACES.guangchang)
  await register(201, PLACES.hengyuan)
})
after(() => o.close())

/** Numbers of one area and birthday, which differ by their order alone. */
function citizen(order: number): string {
  const body = `37142419380405${String(order).padStart(3, '0')}`
  const last = Array.from('0123456789X').find((char) => checkIdNumber(body + char).result === 'valid')
  return body + last
}

async function register(order: number, placeCode: string): Promise<string> {
  const values = { name: order === 101 ? NEAR : FAR, idNumber: citizen(order) }
  const phones = [{ number: `13905340${order}`, label: '本人' as const }]
  return (
    await o
      .as(await o.hire())
      .call(record)
      .registerPerson({ values, placeCode, phones })
  ).id
}

const worker = () => o.hire({ role: 'community_worker', place: PLACES.guangchang })
const people = (who: Worker) => o.as(who).call(search)
const codeOf = (doing: Promise<unknown>) =>
  doing.then(
    () => 'answered',
    (error: unknown) => (error instanceof Refused ? error.code : String(error)),
  )
const rows = (who: Worker) =>
  o.act((ctx) =>
    ctx.db
      .selectFrom('audit_event')
      .select(['action', 'subject', 'detail', 'result'])
      .where('account_id', '=', who.id)
      .where('action', 'like', 'people.number_%')
      .orderBy('seq')
      .execute(),
  )
const misses = Array.from({ length: HOURLY_MISSES }, (_, at) => at + 300)

for (const [text, kind] of [
  ['371424193804051019', undefined],
  [citizen(101), 'id'],
  ['13905340101', 'phone'],
  ['139 0534 0101', 'phone'],
  ['+8613905340101', 'phone'],
  ['0534-4231234', 'phone'],
  ['4231234', 'phone'],
  ['1390534', undefined],
  ['139053401', undefined],
  ['19380405', undefined],
  ['齐', undefined],
] as const)
  test(`${text} is ${kind ? `a whole number (${kind})` : 'no whole number'}`, () => {
    assert.equal(wholeNumber(text)?.kind, kind)
  })

test('thirty misses an hour and no more', () => {
  for (const [missed, may] of [
    [0, true],
    [29, true],
    [30, false],
  ] as const)
    assert.equal(mayAskMore(missed), may, String(missed))
})

test('guessing a number in the list ends after thirty misses, the right one too; an hour later one may search again', async () => {
  const who = await worker()
  for (const order of misses) assert.equal((await people(who).listPeople({ q: citizen(order) })).total, 0)
  assert.equal(await codeOf(people(who).listPeople({ q: citizen(400) })), CODE)
  assert.equal(await codeOf(people(who).listPeople({ q: citizen(101) })), CODE)
  assert.equal(await codeOf(people(who).countPeople({ q: citizen(101), by: 'unit' })), CODE)
  assert.equal((await people(who).listPeople({ q: NEAR })).total, 1)
  const noted = await rows(who)
  assert.equal(noted.filter(({ action }) => action === 'people.number_missed').length, HOURLY_MISSES)
  assert.equal(noted.filter(({ action, result }) => action === 'people.number_alarm' && result === 'refused').length, 3)
  assert.ok(!JSON.stringify(noted).includes('19380405'))
  o.clock.pass(61)
  assert.equal((await people(who).listPeople({ q: citizen(101) })).total, 1)
})

test('telephones are counted by themselves, and a number asked twice counts once', async () => {
  const who = await worker()
  for (const order of misses) await people(who).listPeople({ q: `13905341${order}` })
  for (const order of misses) await people(who).listPeople({ q: `13905341${order}` })
  assert.equal(await codeOf(people(who).listPeople({ q: '13905340101' })), CODE)
  assert.equal((await people(who).listPeople({ q: citizen(101) })).total, 1)
})

test('whom one may see is found by number as often as the work needs, and each time is written down', async () => {
  const who = await worker()
  for (let at = 0; at < HOURLY_MISSES + 10; at++) await people(who).listPeople({ q: citizen(101) })
  const noted = await rows(who)
  assert.equal(noted.length, HOURLY_MISSES + 10)
  assert.ok(noted.every(({ action, subject }) => action === 'people.number_found' && subject === near))
})

test('of eighty guesses at the same moment thirty at most are answered', async () => {
  const who = await worker()
  const told = await Promise.all(
    Array.from({ length: 80 }, (_, at) => codeOf(people(who).listPeople({ q: citizen(500 + at) }))),
  )
  assert.ok(told.filter((code) => code === 'answered').length <= HOURLY_MISSES)
})

test('the warning while typing and the correction by paper share the same measure', async () => {
  const who = await o.hire({ place: PLACES.guangchang })
  const desk = o.as(who)
  const warn = (order: number) => desk.call(warnings).warnDuplicates({ name: '某人', idNumber: citizen(order) })
  const correct = (order: number) =>
    desk.call(corrections).proposeByPaper({
      name: FAR,
      idNumber: citizen(order),
      section: 'work',
      values: { post: '副局长' },
      reason: '档案里写错了',
      askedBy: 'family',
    })
  for (const order of misses.slice(0, 15)) assert.equal((await warn(order)).elsewhere, null)
  assert.notEqual((await warn(201)).elsewhere, null)
  for (const order of misses.slice(15, 29)) assert.equal(await codeOf(correct(order)), 'privacy.no_such_person')
  assert.equal(await codeOf(correct(201)), CODE)
  assert.equal(await codeOf(warn(202)), CODE)
  const noted = await rows(who)
  assert.deepEqual(
    ['people.number_missed', 'people.number_alarm'].map((act) => noted.filter(({ action }) => action === act).length),
    [HOURLY_MISSES, 2],
  )
})

test('who is outside one’s area is a miss in the list like nobody at all', async () => {
  const who = await worker()
  assert.equal((await people(who).listPeople({ q: citizen(201) })).total, 0)
  assert.deepEqual(
    (await rows(who)).map(({ action, subject, detail }) => [action, subject, detail]),
    [['people.number_missed', null, { number: 'id', door: 'search' }]],
  )
})
