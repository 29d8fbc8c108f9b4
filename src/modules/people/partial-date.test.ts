import assert from 'node:assert/strict'
import test from 'node:test'
import {
  ageOn,
  ageRangeToBirthBounds,
  boundsOf,
  contradicts,
  couldBeSame,
  isPartialDate,
  precisionOf,
  textBounds,
} from './partial-date.ts'

test('a date is kept as precisely as it is known', () => {
  for (const [date, precision, from, to] of [
    ['1931', 'year', '1931-01-01', '1931-12-31'],
    ['1931-05', 'month', '1931-05-01', '1931-05-31'],
    ['1932-02', 'month', '1932-02-01', '1932-02-29'],
    ['1900-02', 'month', '1900-02-01', '1900-02-28'],
    ['1931-12', 'month', '1931-12-01', '1931-12-31'],
    ['1931-05-02', 'day', '1931-05-02', '1931-05-02'],
    ['1932-02-29', 'day', '1932-02-29', '1932-02-29'],
    ['1931~', 'about', '1929-01-01', '1933-12-31'],
    ['2026-11-21', 'day', '2026-11-21', '2026-11-21'],
  ] as const) {
    assert.ok(isPartialDate(date), date)
    assert.equal(precisionOf(date), precision)
    assert.deepEqual(boundsOf(date), { from, to })
  }
})

test('days that the calendar does not have are no dates', () => {
  const wrong = [
    '',
    '31',
    '1931-',
    '1931-5',
    '1931-00',
    '1931-13',
    '1931-02-29',
    '1900-02-29',
    '1931-04-31',
    '1931-05-00',
    '1931-05-32',
    '1931.05',
    '1931/05/02',
    '19310502',
    '1931-05~',
    '~1931',
    '1931~-05',
    '1931?',
    '1931-05-02T00:00',
    ' 1931',
    '1931\n',
    '1799',
    '2200',
    '0000',
    '１９３１',
    '不详',
    '-1931',
  ]
  for (const text of wrong) {
    assert.equal(isPartialDate(text), false, text)
    for (const act of [precisionOf, boundsOf]) assert.throws(() => act(text), RangeError, text)
  }
})

test('an age is as sure as the birth', () => {
  for (const [birth, day, min, max] of [
    ['1931-05-02', '2026-05-01', 94, 94],
    ['1931-05-02', '2026-05-02', 95, 95],
    ['1931-05', '2026-05-15', 94, 95],
    ['1931-05', '2026-04-30', 94, 94],
    ['1931-05', '2026-05-31', 95, 95],
    ['1931', '2026-06-30', 94, 95],
    ['1931', '2026-12-31', 95, 95],
    ['1931', '2026-01-01', 94, 95],
    ['1931~', '2026-12-31', 93, 97],
    ['1932-02-29', '2026-02-28', 93, 93],
    ['1932-02-29', '2026-03-01', 94, 94],
    ['1932-02-29', '2028-02-29', 96, 96],
    ['2026-05-02', '2026-05-02', 0, 0],
    ['2026-05-03', '2026-05-02', -1, -1],
  ] as const) {
    assert.deepEqual(ageOn(birth, day), { min, max }, `${birth} on ${day}`)
  }
  for (const day of ['2026', '2026-05', '2026-02-30', '2026~', 'today']) {
    assert.throws(() => ageOn('1931', day), RangeError, day)
    assert.throws(() => ageRangeToBirthBounds(70, 79, day), RangeError, day)
  }
})

test('the bands of the annual table become births', () => {
  for (const [minAge, maxAge, day, from, to] of [
    [70, 79, '2026-12-31', '1947-01-01', '1956-12-31'],
    [80, 149, '2026-12-31', '1877-01-01', '1946-12-31'],
    [80, 80, '2026-05-02', '1945-05-03', '1946-05-02'],
    [0, 0, '2026-05-02', '2025-05-03', '2026-05-02'],
    [1, 1, '2024-02-29', '2022-03-01', '2023-02-28'],
    [3, 3, '2023-02-28', '2019-03-01', '2020-02-28'],
    [2, 2, '2023-02-28', '2020-02-29', '2021-02-28'],
  ] as const) {
    assert.deepEqual(ageRangeToBirthBounds(minAge, maxAge, day), { from, to }, `${minAge}–${maxAge} on ${day}`)
  }
  for (const [minAge, maxAge] of [
    [80, 79],
    [-1, 5],
    [70.5, 79],
    [70, 200],
    [Number.NaN, 80],
  ] as const) {
    assert.throws(() => ageRangeToBirthBounds(minAge, maxAge, '2026-12-31'), RangeError)
  }
})

test('whoever the band takes in has the age, on any day, leap years too', () => {
  const start = Date.UTC(2019, 0, 1)
  const dayAt = (offset: number) => new Date(start + offset * 86_400_000).toISOString().slice(0, 10)
  for (let at = 4 * 366; at < 10 * 365; at += 5) {
    const day = dayAt(at)
    for (let born = at % 3; born <= at; born += 3) {
      const birth = dayAt(born)
      const age = ageOn(birth, day).min
      const band = ageRangeToBirthBounds(1, 3, day)
      assert.equal(band.from <= birth && birth <= band.to, age >= 1 && age <= 3, `${birth} on ${day}`)
    }
  }
})

test('a band finds those of whom only the year or month is known, comparing text', () => {
  const stored = ['1946-12-31', '1946~', '1947', '1947-01', '1947-01-01', '1956-12', '1956-12-31', '1956~', '1957']
  const found = (from: string, to: string) => {
    const text = textBounds({ from, to })
    return stored.filter((birth) => text.from <= birth && birth <= text.to)
  }
  assert.deepEqual(found('1947-01-01', '1956-12-31'), stored.slice(2, -1))
  assert.deepEqual(found('1946-12-31', '1946-12-31'), ['1946-12-31', '1946~'])
  assert.deepEqual(found('1956-12-01', '1957-06-30'), ['1956-12', '1956-12-31', '1956~', '1957'])
  assert.deepEqual(textBounds({ from: '1945-01-11', to: '1946-01-10' }), { from: '1945-01-11', to: '1946-01-10' })
})

test('two sources contradict only as far as both are sure', () => {
  for (const [a, b, same, contrary] of [
    ['1931', '1931-05', true, false],
    ['1931-05', '1931-05-02', true, false],
    ['1931', '1931', true, false],
    ['1931-05', '1931-06', false, true],
    ['1931-05-02', '1931-05-03', false, true],
    ['1931', '1932-01-01', false, true],
    ['1931~', '1933-12-31', true, false],
    ['1931~', '1929', true, false],
    ['1931~', '1934', false, false],
    ['1931~', '1940~', false, false],
  ] as const) {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      assert.equal(couldBeSame(one, other), same, `${one} ${other}`)
      assert.equal(contradicts(one, other), contrary, `${one} ${other}`)
    }
  }
})
