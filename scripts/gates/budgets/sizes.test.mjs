import assert from 'node:assert/strict'
import test from 'node:test'
import { sampleHouse } from '../sample.mjs'
import { quantile, sizes } from './sizes.mjs'

const lines = (count) => 'const a = 1\n'.repeat(count)
const judge = (t, files) => sizes(sampleHouse(t, files)).failures

test('a house within its budget passes', (t) => {
  const { failures, figures } = sizes(sampleHouse(t, { 'src/a.ts': lines(60), 'src/a.test.ts': lines(42) }))
  assert.deepEqual(failures, [])
  assert.deepEqual(figures, [
    '2 files, median 42 lines, p90 60, longest 60',
    'source 60 lines, of which 60 decide, tests 42 (ratio 0.70)',
  ])
})

test('line 301 is seen in code, styles and migrations', (t) => {
  for (const path of ['src/a.ts', 'src/web/ui/a.css', 'migrations/0001_a.sql', 'src/a.test.ts', 'scripts/a.mjs']) {
    assert.match(judge(t, { [path]: lines(301) }).join('\n'), new RegExp(`^${path}:301 has 301 lines`, 'm'))
  }
})

test('only generated types and lists of words may be longer', (t) => {
  const long = ['src/platform/db/tables.ts', 'src/modules/care/words.ts', 'src/web/words/zh.ts']
  const files = Object.fromEntries(long.map((path) => [path, lines(900)]))
  assert.deepEqual(judge(t, files), [])
})

test('many middling files break the median, a few long ones the p90', (t) => {
  const files = (count, length) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`src/a${i}.test.ts`, lines(length)]))
  assert.match(judge(t, files(3, 61)).join(), /median file has 61 lines/)
  const short = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`test/b${i}.ts`, lines(9)]))
  assert.match(judge(t, { ...short, ...files(2, 201) }).join(), /more than 201 lines/)
})

test('the thirteenth file of a folder is seen; tests and migrations are not counted', (t) => {
  const named = (count, name) => Object.fromEntries(Array.from({ length: count }, (_, i) => [name(i), '']))
  const twelve = named(12, (i) => `src/platform/a${i}.ts`)
  const tests = named(9, (i) => `src/platform/a${i}.test.ts`)
  const migrations = named(30, (i) => `migrations/00${i + 10}_a.sql`)
  assert.deepEqual(judge(t, { ...twelve, ...tests, ...migrations }), [])
  assert.match(judge(t, { ...twelve, 'src/platform/style.css': '' }).join(), /src\/platform:1 holds 13 files/)
})

test('too little testing is seen', (t) => {
  assert.match(
    judge(t, { 'src/a.ts': lines(100), 'src/a.test.ts': lines(69) }).join(),
    /tests are 0\.69 of the code that decides/,
  )
  assert.deepEqual(judge(t, { 'src/a.ts': lines(50), 'test/office.ts': lines(35) }), [])
})

test('a quantile is a value that occurs', () => {
  assert.equal(quantile([3, 1, 2], 0.5), 2)
  assert.equal(quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9), 9)
  assert.equal(quantile([], 0.9), 0)
})
