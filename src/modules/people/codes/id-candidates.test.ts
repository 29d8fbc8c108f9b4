import assert from 'node:assert/strict'
import test from 'node:test'
import { candidateCount, type Known } from './id-candidates.ts'

const nothing = '********'
const number = '371424193105020210'
const here = ['371424']
const both = ['371424', '372427']
const known: Known = { shown: nothing, regions: here, birthOn: '1931-05-02', gender: '1' }

/** What is known, and how many numbers are left; counted to the end below 5,000. */
const CASES: [what: string, given: Partial<Known>, left: number][] = [
  ['nothing shown, birthday, sex and county known', {}, 500],
  ['the same of a woman', { gender: '2' }, 500],
  ['the sex not known', { gender: null }, 1000],
  ['the sex not told', { gender: '9' }, 1000],
  ['the county as it is and as it was numbered once', { regions: both }, 1000],
  ['only the month known', { birthOn: '1931-05' }, 5000],
  ['only the year known', { birthOn: '1931' }, 5000],
  ['about that year', { birthOn: '1931~' }, 5000],
  ['no birthday known', { birthOn: null }, 5000],
  ['the whole number', { shown: number }, 1],
  ['six and four shown', { shown: `${number.slice(0, 6)}********${number.slice(-4)}` }, 1],
  ['the last four shown', { shown: `**************${number.slice(-4)}` }, 1],
  ['three and four shown', { shown: `371***********${number.slice(-4)}` }, 1],
  ['no county of these', { shown: '11****************' }, 0],
]

test('what is shown of a number leaves so many', () => {
  for (const [what, given, left] of CASES) assert.equal(candidateCount({ ...known, ...given }, 5000), left, what)
})

test('the usual masks leave far fewer than five hundred beside a birthday', () => {
  for (const shown of ['3****************0', '****************10', '371424**********10', '3714**********0210'])
    for (const gender of ['1', '2', null]) {
      const left = candidateCount({ ...known, shown, gender })
      assert.ok(left < 100, `${shown} ${gender} leaves ${left}`)
    }
})

test('counting stops where it is enough', () => {
  assert.equal(candidateCount({ ...known, birthOn: null }, 500), 500)
})
