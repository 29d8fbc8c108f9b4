import assert from 'node:assert/strict'
import test from 'node:test'
import { checkIdNumber, idBirth, idGender } from '#modules/people/codes/id-number.ts'
import { endings, unitPlans } from '../units/list.ts'
import { type Ground, peopleOf } from './index.ts'
import { ageOn } from './life.ts'

const day = '2026-11-22'
const ground: Ground = {
  day,
  units: unitPlans.map((plan) => ({
    ...plan,
    id: plan.name,
    endedOn: endings.find(({ units }) => units.includes(plan.name))?.on,
  })),
  homes: [
    { code: '3714240010230000000', street: '邢侗街道', community: '广场社区', weight: 5 },
    { code: '3714240022650000000', street: '恒源街道', community: '辛庄村', weight: 1 },
  ],
}
const people = peopleOf(ground)
const count = (key: string, value: unknown) => people.filter(({ values }) => values[key] === value).length
const text = (at: (typeof people)[number], key: string) => String(at.values[key] ?? '')

test('the county has 3,397 people: 242 离休 and 3,155 退休', () => {
  assert.deepEqual([people.length, count('kind', 'lixiu'), count('kind', 'tuixiu')], [3397, 242, 3155])
})

for (const [nature, share] of [
  ['organ', 23],
  ['institution', 69],
  ['enterprise', 8],
] as const)
  test(`${share} % of them are of ${nature}s`, () =>
    assert.ok(Math.abs((count('nature', nature) * 100) / people.length - share) < 1))

for (const [what, key, value, share, within] of [
  ['are Party members', 'political', '01', 62, 4],
  ['are men', 'gender', '1', 69, 4],
  ['are well', 'health', '10', 47, 5],
  ['are widowed', 'marital', '30', 19, 4],
] as const)
  test(`about ${share} % ${what}`, () =>
    assert.ok(Math.abs((count(key, value) * 100) / people.length - share) < within, String(count(key, value))))

for (const [flag, share] of [
  ['with_spouse', 53.6],
  ['with_children', 22],
  ['empty_nest', 15],
  ['lives_alone', 8],
  ['care_home', 0.8],
] as const)
  test(`about ${share} % live so: ${flag}`, () => {
    const many = people.filter(({ values }) => Array.isArray(values.livingFlags) && values.livingFlags.includes(flag))
    assert.ok(Math.abs((many.length * 100) / people.length - share) < 2, String(many.length))
  })

test('离休 have the mean age of the county’s roster of June 2013, 83.15, and so are past ninety today', () => {
  const births = people.filter(({ values }) => values.kind === 'lixiu').map((one) => text(one, 'birthOn'))
  const ages = births.map((birth) => ageOn(`${birth.slice(0, 4)}-${birth.slice(5, 7) || '07'}-15`, '2013-06-30'))
  const mean = ages.reduce((sum, age) => sum + age, 0) / ages.length
  assert.ok(Math.abs(mean - 83.15) < 0.6, String(mean))
  assert.ok(births.every((birth) => birth < '1935'))
})

test('nobody retired from a unit before it stood or after it ended', () => {
  for (const one of people) {
    const unit = ground.units.find(({ id }) => id === one.unitId)
    const retired = text(one, 'retiredOn')
    if (!retired || retired < text(one, 'workStartedOn')) continue
    assert.ok(unit && unit.openedOn.slice(0, 7) <= retired && (unit.endedOn ?? day) > retired, text(one, 'name'))
  }
})

test('identity numbers are nobody else’s, and all but a few agree with birth and sex', () => {
  const numbers = people.flatMap((one) => (one.values.idNumber ? [text(one, 'idNumber')] : []))
  assert.equal(new Set(numbers).size, numbers.length)
  const odd = people.filter((one) => {
    const number = text(one, 'idNumber')
    return checkIdNumber(number).result === 'valid' && idBirth(number) !== text(one, 'birthOn')
  })
  const strange = people.filter(
    (one) => idGender(text(one, 'idNumber')) && idGender(text(one, 'idNumber')) !== text(one, 'gender'),
  )
  const bad = people.filter((one) => one.values.idNumber && checkIdNumber(text(one, 'idNumber')).result === 'invalid')
  assert.deepEqual([odd.length, strange.length, bad.length], [8, 3, 12])
})

test('three in a hundred are incomplete, and six people stand on two rosters', () => {
  const twins = people.filter(({ source }) => source === '社区走访登记')
  assert.equal(twins.length, 6)
  for (const twin of twins)
    assert.equal(
      people.filter((one) => text(one, 'name') === text(twin, 'name') && one.unitId === twin.unitId).length > 1,
      true,
    )
  const lacking = people.filter(
    (one) => !one.values.idNumber || !one.phones.length || !one.values.health || !one.placeCode,
  )
  assert.ok(lacking.length > 60 && lacking.length < 260, String(lacking.length))
})

test('the same day and seed make the same people, another seed makes others', () => {
  assert.deepEqual(peopleOf(ground), people)
  assert.notDeepEqual(peopleOf(ground, 1)[0], people[0])
})
