import assert from 'node:assert/strict'
import test from 'node:test'
import { Chance } from '../chance.ts'
import { ageOn, dayBetween, lixiuLife, retirementDay, tuixiuLife, yearsAfter } from './life.ts'

for (const [birthOn, gender, expected] of [
  ['1950-03-12', '1', '2010-03-01'],
  ['1964-12-31', '1', '2024-12-01'],
  ['1965-01-12', '1', '2025-02-01'],
  ['1965-05-01', '1', '2025-07-01'],
  ['1969-12-05', '2', '2024-12-01'],
  ['1970-04-20', '2', '2025-05-01'],
] as const)
  test(`whoever was born on ${birthOn} (${gender === '1' ? 'man' : 'woman'}) retires in ${expected.slice(0, 7)}`, () =>
    assert.equal(retirementDay(birthOn, gender), expected))

test('a cadre of 退休 has retired by the day and began after the founding of the state', () => {
  const chance = new Chance(11)
  for (let turn = 0; turn < 500; turn++) {
    const life = tuixiuLife(chance, '2026-03-02')
    assert.ok(life.retiredOn <= '2026-03-02' && life.startedOn > '1949-10-01' && life.startedOn < life.retiredOn)
    assert.ok(ageOn(life.birthOn, '2026-03-02') >= 55 && ageOn(life.birthOn, '2026-03-02') <= 95)
  }
})

test('a cadre of 离休 joined by 30 September 1949, grown enough to do so (国发〔1982〕62号)', () => {
  const chance = new Chance(12)
  for (let turn = 0; turn < 500; turn++) {
    const life = lixiuLife(chance)
    assert.ok(life.startedOn <= '1949-09-30' && ageOn(life.birthOn, life.startedOn) >= 13)
    assert.ok(life.retiredOn >= '1982-10-01')
  }
})

test('years are counted over, also from the last of February', () => {
  assert.equal(yearsAfter('1940-05-31', 60), '2000-05-31')
  assert.equal(yearsAfter('1940-02-29', 55), '1995-03-01')
  assert.equal(ageOn('1940-05-31', '2000-05-30'), 59)
})

test('a day between two is one of them when they are the same', () => {
  assert.equal(dayBetween(new Chance(1), '2020-01-05', '2020-01-05'), '2020-01-05')
})
