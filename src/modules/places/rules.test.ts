import assert from 'node:assert/strict'
import test from 'node:test'
import { countUpwards, dayOf, levelsBelow, stands } from './rules.ts'

test('every level says what may lie under it', () => {
  const table = {
    county: ['street'],
    street: ['community'],
    community: ['grid', 'building'],
    grid: ['building'],
    building: ['entrance'],
    entrance: [],
  } as const
  for (const level of ['county', 'street', 'community', 'grid', 'building', 'entrance'] as const)
    assert.deepEqual(levelsBelow(level), table[level])
})

test('people count in every place above theirs, and a county with streets of its own counts them too', () => {
  const people = countUpwards(
    new Map([
      ['3714240010230100300', 2],
      ['3714240010230000000', 3],
      ['3714240020000000000', 1],
      ['4419000030510000000', 4],
    ]),
  )
  const table: [code: string, count: number][] = [
    ['3714240010230100300', 2],
    ['3714240010230100000', 2],
    ['3714240010230000000', 5],
    ['3714240010000000000', 5],
    ['3714240000000000000', 6],
    ['3714241000000000000', 0],
    ['4419000000000000000', 4],
  ]
  for (const [code, count] of table) assert.equal(people(code), count, code)
})

test('a place stands until the day on which it is abolished', () => {
  const table: [valid_to: string | null, stands: boolean][] = [
    [null, true],
    ['2026-03-03', true],
    ['2026-03-02', false],
    ['2020-01-01', false],
  ]
  for (const [valid_to, expected] of table) assert.equal(stands({ valid_to }, '2026-03-02'), expected)
})

test('an act lies between the place’s first day and today', () => {
  const table: [said: string | undefined, day: string | null][] = [
    [undefined, '2026-03-02'],
    ['2020-01-01', '2020-01-01'],
    ['2019-12-31', null],
    ['2026-03-03', null],
  ]
  for (const [said, day] of table) {
    const decide = () => dayOf(said, { from: '2020-01-01', today: '2026-03-02' })
    if (day) assert.equal(decide(), day)
    else assert.throws(decide, { code: 'places.wrong_day' })
  }
})
