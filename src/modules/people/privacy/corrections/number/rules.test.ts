import assert from 'node:assert/strict'
import test from 'node:test'
import { type NumberFacts, numberFacts } from './rules.ts'

const GOOD = '37142419380405011X'
const record = { now: '371424193804050136', birthOn: '1938-04-05', gender: '1' }

test('what is told of a number that is to be corrected: whether it fits, never its digits', () => {
  const table: [asked: Partial<Parameters<typeof numberFacts>[0]>, facts: Partial<NumberFacts>][] = [
    [{}, { checksOut: true, birthFits: true, genderFits: true, changes: ['order'] }],
    [{ now: null }, { changes: null }],
    [{ now: GOOD.toLowerCase() }, { changes: [] }],
    [{ now: '371423193704050110' }, { changes: ['region', 'birth', 'order'] }],
    [{ birthOn: '1938-04-06' }, { birthFits: false }],
    [{ birthOn: '1938' }, { birthFits: true }],
    [{ birthOn: '1938~' }, { birthFits: null }],
    [
      { birthOn: null, gender: null },
      { birthFits: null, genderFits: null },
    ],
    [{ gender: '2' }, { genderFits: false }],
    [{ wanted: '371424193804050111' }, { checksOut: false, birthFits: null, genderFits: null }],
    [{ wanted: '没有' }, { checksOut: false, birthFits: null }],
  ]
  for (const [asked, facts] of table) {
    const told = numberFacts({ wanted: GOOD, ...record, ...asked })
    for (const key of Object.keys(facts) as (keyof NumberFacts)[]) // the keys of the row's own literal
      assert.deepEqual(told[key], facts[key], `${JSON.stringify(asked)} ${key}`)
  }
})
