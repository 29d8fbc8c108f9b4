import assert from 'node:assert/strict'
import test from 'node:test'
import { ageOf, contradictions, faultOfLife, periodOf } from './rules.ts'

const id = { birthOn: '1931-05-02', gender: '1' }
const nothing = { birthOn: undefined, gender: undefined }

for (const [what, values, of, expected] of [
  ['a record that agrees with its number has no flag', { birthOn: '1931-05-02', gender: '1' }, id, []],
  ['a month that agrees as far as it goes is no contradiction', { birthOn: '1931-05' }, id, []],
  ['another birth date than the number tells is flagged', { birthOn: '1932-05-02' }, id, ['ID_BIRTH_MISMATCH']],
  ['an age reckoned by somebody contradicts nothing', { birthOn: '1933~' }, id, []],
  ['another sex than the number tells is flagged', { gender: '2' }, id, ['ID_GENDER_MISMATCH']],
  [
    'lixiu after September 1949 is flagged',
    { kind: 'lixiu', workStartedOn: '1949-10' },
    nothing,
    ['KIND_DATE_CONFLICT'],
  ],
  ['lixiu on the last day is in order', { kind: 'lixiu', workStartedOn: '1949-09-30' }, nothing, []],
  ['a year alone may lie before October', { kind: 'lixiu', workStartedOn: '1949' }, nothing, []],
  ['retired before work began is flagged', { workStartedOn: '1960-03', retiredOn: '1958' }, nothing, ['DATE_ORDER']],
] as const)
  test(what, () => {
    assert.deepEqual(
      contradictions(values, of).map((flag) => flag.code),
      expected,
    )
  })

test('an age is counted in full years, a year alone from its first day, an about from its last', () => {
  assert.equal(ageOf('1940-03-02', '2026-03-01'), 85)
  assert.equal(ageOf('1940-03-02', '2026-03-02'), 86)
  assert.equal(ageOf('1940', '2026-03-02'), 86)
  assert.equal(ageOf('1940~', '2026-03-02'), 85)
  assert.equal(ageOf(null, '2026-03-02'), null)
})

test('the period of a lixiu cadre follows from the day of joining', () => {
  assert.equal(periodOf({ kind: 'lixiu', revolutionJoinedOn: '1944-05' }), '4')
  assert.equal(periodOf({ kind: 'tuixiu', revolutionJoinedOn: '1944-05' }), null)
})

test('nobody is born or dies after today, nor dies before being born, as far as the dates tell', () => {
  for (const [birthOn, diedOn, fault] of [
    ['1931', '2026-03-02', null],
    ['1931', '1931', null],
    [null, '1920', null],
    ['2026-03-02', null, null],
    ['2026', '2026', null],
    ['2027~', null, null],
    ['2026-03-03', null, 'birth_to_come'],
    ['1931', '2026-03-03', 'death_to_come'],
    [null, '2026-04', 'death_to_come'],
    ['1931-05', '1931-04-30', 'death_before_birth'],
    ['1931~', '1928', 'death_before_birth'],
    ['1931~', '1929', null],
  ] as const)
    assert.equal(faultOfLife({ birthOn, diedOn }, '2026-03-02'), fault, `${birthOn} ${diedOn}`)
})
