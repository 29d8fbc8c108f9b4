import assert from 'node:assert/strict'
import test from 'node:test'
import {
  type BirthLikeness,
  birthLikeness,
  type Evidence,
  evidenceBetween,
  type Face,
  LISTED_FROM,
  likeness,
  OTHER_ID_AT_MOST,
  weigh,
} from './rules.ts'
import { type ReasonCode, reasonCodes, reasonsOf, reasonWords } from './words.ts'

const face = (more: Partial<Face> = {}): Face => ({
  name: '周桂兰',
  formerName: null,
  birthOn: null,
  gender: null,
  unitIds: [],
  unitText: null,
  id: null,
  idStart: null,
  phones: [],
  ...more,
})
const own = (number: string) => [{ number, isOwn: true }]
const home = (number: string) => [{ number, isOwn: false }]

test('two records are weighed by what they have in common', () => {
  const table: [what: string, Partial<Face>, Partial<Face>, score: number, ReasonCode[]][] = [
    [
      'the same identity number, whatever else',
      { id: 'x', name: '周桂兰' },
      { id: 'x', name: '王秀芝' },
      100,
      ['same_id'],
    ],
    [
      'name, month of birth and unit',
      { birthOn: '1949-10', unitIds: ['u'] },
      { birthOn: '1949-10-03', unitIds: ['v', 'u'] },
      95,
      ['same_name_birth_unit'],
    ],
    [
      'name, birth and the unit as two rosters wrote it',
      { birthOn: '1949-10-03', unitText: '县水利局' },
      { birthOn: '1949-10-03', unitText: '县水利局' },
      95,
      ['same_name_birth_unit'],
    ],
    ['name and own mobile', { phones: own('m') }, { phones: own('m') }, 92, ['same_name_phone']],
    ['name and the number at home', { phones: home('m') }, { phones: own('m') }, 80, ['same_name_phone']],
    ['name and day of birth', { birthOn: '1949-10-03' }, { birthOn: '1949-10-03' }, 85, ['same_name_birth']],
    ['name and month of birth', { birthOn: '1949-10' }, { birthOn: '1949-10-03' }, 70, ['same_name_birth']],
    ['name and year of birth', { birthOn: '1949' }, { birthOn: '1949-10-03' }, 50, ['same_name']],
    ['the name alone', {}, { birthOn: '1949-10-03' }, 40, ['same_name']],
    ['name and unit', { unitIds: ['u'] }, { unitIds: ['u'] }, 60, ['same_name_unit']],
    [
      'two of one name in one unit, born apart',
      { unitIds: ['u'], birthOn: '1949-10' },
      { unitIds: ['u'], birthOn: '1951-02' },
      30,
      ['same_name_unit', 'different_birth'],
    ],
    ['one name, born apart', { birthOn: '1949-10' }, { birthOn: '1951-02' }, 0, []],
    [
      'a former name is a name',
      { birthOn: '1949-10-03' },
      { name: '周红卫', formerName: '周桂兰', birthOn: '1949-10-03' },
      85,
      ['same_name_birth'],
    ],
    [
      'a name that sounds alike',
      { birthOn: '1949-10-03' },
      { name: '周贵兰', birthOn: '1949-10-03' },
      75,
      ['similar_name_birth'],
    ],
    [
      'one character different',
      { birthOn: '1949-10-03' },
      { name: '周桂英', birthOn: '1949-10-03' },
      60,
      ['similar_name_birth'],
    ],
    [
      'one character different in one unit',
      { birthOn: '1949-10', unitIds: ['u'] },
      { name: '周桂英', birthOn: '1949-10', unitIds: ['u'] },
      70,
      ['similar_name_unit'],
    ],
    [
      'one character different with one mobile',
      { phones: own('m') },
      { name: '周桂英', phones: own('m') },
      75,
      ['similar_name_phone'],
    ],
    ['one mobile under two names', { phones: own('m') }, { name: '王秀芝', phones: own('m') }, 40, ['same_phone']],
    ['a couple with one number at home', { phones: home('m') }, { name: '王秀芝', phones: home('m') }, 0, []],
    [
      'the start of a number that a spreadsheet cut',
      { idStart: '371424194910031' },
      { idStart: '371424194910031', id: 'x', birthOn: '1949-10-03' },
      95,
      ['same_id_start', 'same_name'],
    ],
    [
      'man and woman of one name and birth',
      { birthOn: '1949-10-03', gender: '1' },
      { birthOn: '1949-10-03', gender: '2' },
      60,
      ['same_name_birth', 'different_gender'],
    ],
    ['nothing in common', { birthOn: '1949-10-03' }, { name: '王秀芝', birthOn: '1949-10-03' }, 0, []],
  ]
  for (const [what, one, two, score, reasons] of table) {
    assert.deepEqual(likeness(face(one), face(two)), { score, reasons, isListed: score >= LISTED_FROM }, what)
    assert.deepEqual(likeness(face(two), face(one)).score, score, `${what}, the other way round`)
  }
})

test('two usable identity numbers that differ never score high, and are listed only where all the rest is alike', () => {
  const alike = { birthOn: '1949-10-03', unitIds: ['u'], phones: own('m') }
  const weight = likeness(face({ ...alike, id: 'x' }), face({ ...alike, id: 'y' }))
  assert.equal(weight.score, OTHER_ID_AT_MOST)
  assert.deepEqual(weight.reasons, ['same_name_birth_unit', 'same_name_phone', 'different_id'])
  assert.equal(weight.isListed, true)
  const born = { birthOn: '1949-10-03' }
  assert.equal(likeness(face({ ...born, id: 'x' }), face({ ...born, id: 'y' })).isListed, false)
})

const none: Evidence = {
  name: 'other',
  birth: 'unknown',
  isSameUnit: false,
  phone: 'none',
  id: 'unknown',
  isOtherGender: false,
}

test('whatever the evidence, a score is between 0 and 100 and a listed pair says why', () => {
  const births: BirthLikeness[] = ['day', 'month', 'year', 'unknown', 'differs']
  for (const name of ['same', 'sounds', 'near', 'other'] as const)
    for (const birth of births)
      for (const phone of ['own', 'other', 'none'] as const)
        for (const id of ['same', 'start', 'differs', 'unknown'] as const)
          for (const flags of [0, 1, 2, 3]) {
            const e = { name, birth, phone, id, isSameUnit: flags % 2 === 1, isOtherGender: flags > 1 }
            const { score, reasons, isListed } = weigh(e)
            assert.ok(score >= 0 && score <= 100)
            assert.ok(!isListed || reasons.length > 0, JSON.stringify(e))
            if (id === 'differs') assert.ok(score <= OTHER_ID_AT_MOST, JSON.stringify(e))
          }
  assert.deepEqual(weigh(none), { score: 0, reasons: [], isListed: false })
})

test('births are compared as well as they are known', () => {
  const table: [string | null, string | null, BirthLikeness][] = [
    ['1949-10-03', '1949-10-03', 'day'],
    ['1949-10-03', '1949-10', 'month'],
    ['1949', '1949-10-03', 'year'],
    ['1949~', '1949-10-03', 'unknown'],
    [null, '1949-10-03', 'unknown'],
    ['unreadable', '1949-10-03', 'unknown'],
    ['1949-10-03', '1949-10-04', 'differs'],
    ['1949', '1950-01', 'differs'],
  ]
  for (const [a, b, expected] of table) assert.equal(birthLikeness(a, b), expected, `${a} and ${b}`)
})

test('sexes speak against one person only where both are known', () => {
  const table: [string | null, string | null, boolean][] = [
    ['1', '2', true],
    ['1', '1', false],
    ['0', '2', false],
    [null, '2', false],
    ['9', '1', false],
  ]
  for (const [a, b, expected] of table)
    assert.equal(evidenceBetween(face({ gender: a }), face({ gender: b })).isOtherGender, expected)
})

test('every reason has words in both languages, and stored ones that are unknown are left out', () => {
  for (const code of reasonCodes) assert.ok(reasonWords[code].zh && reasonWords[code].en, code)
  assert.deepEqual(reasonsOf(['same_name', 'a reason of long ago']), ['same_name'])
})
