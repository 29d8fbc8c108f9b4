import assert from 'node:assert/strict'
import test from 'node:test'
import { sampleHouse } from '../sample.mjs'
import { functions } from './functions.mjs'

const body = (count) => '  call()\n'.repeat(count)
const judge = (t, files) => functions(sampleHouse(t, files)).failures

test('sixty lines are allowed, sixty-one are seen where they begin', (t) => {
  const short = 'const a = () => {\n}\n'.repeat(20)
  assert.deepEqual(judge(t, { 'src/a.ts': `${short}export function a() {\n${body(58)}}\n` }), [])
  const failures = judge(t, { 'src/a.ts': `${short}export function a() {\n${body(59)}}\n` })
  assert.deepEqual(failures, ['src/a.ts:41 function of 61 lines (60 at most)'])
})

test('arrows, methods and components are functions too', (t) => {
  const text = `export const a = () => {\n${body(60)}}\nexport class B {\n  c() {\n${body(60)}  }\n}\n`
  assert.equal(judge(t, { 'src/a.ts': text }).filter((line) => line.includes('function of')).length, 2)
  assert.match(
    judge(t, { 'src/a.tsx': `export function Page() {\n${body(60)}return <p />\n}\n` }).join(),
    /a\.tsx:1 function of 63/,
  )
})

test('many long functions break the p90', (t) => {
  assert.match(judge(t, { 'src/a.ts': `function a() {\n${body(39)}}\n` }).join(), /more than 41 lines/)
})

test('a scene in a test may be long', (t) => {
  assert.deepEqual(judge(t, { 'src/a.test.ts': `test('a', () => {\n${body(99)}})\n` }), [])
})

test('a fourth parameter is seen everywhere, in tests as well', (t) => {
  const text = 'export const a = (b, c, d, e) => b\nexport function f({ a, b, c, d }, x, ...y) {}\n'
  const seen = [1].map((line) => `${line} 4 parameters (3 at most)`)
  for (const path of ['src/a.ts', 'src/a.test.ts', 'scripts/a.mjs']) {
    assert.deepEqual(judge(t, { [path]: text }), [`${path}:${seen[0]}`])
  }
})
