import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { newId } from '#platform/ids.ts'
import { settle } from '#test/office/settle.ts'
import { office } from '#test/office.ts'
import { foundUnit } from '../index.ts'
import { follow, peopleOf, type Succession } from './index.ts'

const o = await office()
after(() => o.close())

let founded = 0
async function twoUnits(): Promise<[string, string]> {
  founded += 1
  const found = (name: string) => o.act((ctx) => foundUnit(ctx, { name, kind: 'employer' }))
  return [(await found(`第${founded}老厂`)).id, (await found(`第${founded}新厂`)).id]
}

const move = (from: string, into: string, more: Partial<Succession> = {}) =>
  o.act((ctx) => follow(ctx, { from: [from], into, on: '2026-01-01', cause: 'merged', note: '并入新厂', ...more }))

async function affiliate(person: string, unit: string, during: string) {
  const row = { county: o.county, id: newId(), person_id: person, kind: 'other_unit', unit_id: unit, during }
  await o.act((ctx) =>
    ctx.db
      .insertInto('affiliation')
      .values({ ...row, added_at: ctx.now.toISOString() })
      .execute(),
  )
}

const historyOf = (person: string) =>
  o.act((ctx) =>
    ctx.db
      .selectFrom('affiliation')
      .select(['unit_id', 'during'])
      .where('person_id', '=', person)
      .orderBy('during')
      .execute(),
  )

test('every way an affiliation can lie about the day is continued without a gap and without an overlap', async () => {
  const table: [what: string, before: string, after: [where: 'old' | 'new', during: string][]][] = [
    [
      'begun before, without end',
      '[2001-01-01,)',
      [
        ['old', '[2001-01-01,2026-01-01)'],
        ['new', '[2026-01-01,)'],
      ],
    ],
    [
      'begun nobody knows when',
      '(,)',
      [
        ['old', '(,2026-01-01)'],
        ['new', '[2026-01-01,)'],
      ],
    ],
    [
      'ending later',
      '[2001-01-01,2030-01-01)',
      [
        ['old', '[2001-01-01,2026-01-01)'],
        ['new', '[2026-01-01,2030-01-01)'],
      ],
    ],
    ['ended before', '[2001-01-01,2020-01-01)', [['old', '[2001-01-01,2020-01-01)']]],
    ['ended on the day', '[2001-01-01,2026-01-01)', [['old', '[2001-01-01,2026-01-01)']]],
    ['begun on the day', '[2026-01-01,)', [['new', '[2026-01-01,)']]],
    ['begun after', '[2026-02-01,)', [['new', '[2026-02-01,)']]],
  ]
  for (const [what, before, expected] of table) {
    const [from, into] = await twoUnits()
    const person = await o.act((ctx) => settle(ctx, {}))
    await affiliate(person, from, before)
    await move(from, into)
    const found = (await historyOf(person)).map((row) => [row.unit_id === from ? 'old' : 'new', row.during])
    assert.deepEqual(found, expected, what)
  }
})

test('only the named people go, and going twice changes nothing', async () => {
  const [from, into] = await twoUnits()
  const goes = await o.act((ctx) => settle(ctx, { unit: from }))
  const stays = await o.act((ctx) => settle(ctx, { unit: from, managingUnit: from }))
  assert.equal(await move(from, into, { people: [goes] }), 1)
  const once = await historyOf(goes)
  assert.equal(await move(from, into, { people: [goes] }), 0)
  assert.deepEqual(await historyOf(goes), once)
  assert.equal((await historyOf(stays)).length, 2)
  assert.equal(await o.act((ctx) => peopleOf(ctx, [from])), 1)
  assert.equal(await o.act((ctx) => peopleOf(ctx, [from, into])), 2)
})

test('homes and other units are left alone', async () => {
  const [from, into] = await twoUnits()
  const [third] = await twoUnits()
  const person = await o.act((ctx) => settle(ctx, { unit: from, managingUnit: third, place: '3714240010230000000' }))
  await move(from, into)
  const row = await o.act((ctx) =>
    ctx.db.selectFrom('person').selectAll().where('id', '=', person).executeTakeFirstOrThrow(),
  )
  assert.deepEqual([row.unit_id, row.managing_unit_id, row.unit_ids.sort()], [into, third, [into, third].sort()])
  const open = (await historyOf(person)).filter((one) => one.during.endsWith(',)'))
  assert.deepEqual(new Set(open.map((one) => one.unit_id)), new Set([into, null, third]))
})

test('each person’s history tells of the succession once', async () => {
  const [from, into] = await twoUnits()
  const person = await o.act((ctx) => settle(ctx, { unit: from, managingUnit: from }))
  await move(from, into, { cause: 'closed' })
  const events = await o.act((ctx) =>
    ctx.db.selectFrom('person_event').select('detail').where('person_id', '=', person).execute(),
  )
  assert.deepEqual(
    events.map((one) => one.detail),
    [{ from: [from], to: into, cause: 'closed', note: '并入新厂' }],
  )
})

test('who is merged away is no longer counted', async () => {
  const [from] = await twoUnits()
  const kept = await o.act((ctx) => settle(ctx, { unit: from }))
  const absorbed = await o.act((ctx) => settle(ctx, { unit: from }))
  await o.act((ctx) =>
    ctx.db.updateTable('person').set({ status: 'merged', merged_into: kept }).where('id', '=', absorbed).execute(),
  )
  assert.equal(await o.act((ctx) => peopleOf(ctx, [from])), 1)
})
