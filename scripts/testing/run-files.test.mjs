import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import test from 'node:test'
import { sampleHouse } from '../gates/sample.mjs'
import { closingLines, countsIn } from './run-files.mjs'

const PASSES = "import test from 'node:test'\ntest('it rains', () => {})\ntest.skip('it snows', () => {})\n"
const FAILS = "import test from 'node:test'\ntest('it floods', () => {\n  throw new Error('the dyke broke')\n})\n"
const BREAKS = "console.log('before')\nthrow new Error('nothing loads')\n"
const LEAKS = `${PASSES}setInterval(() => {}, 1000)\n`

/** In a process of its own: what is printed is part of the promise. */
function runIn(t, files) {
  const { root } = sampleHouse(t, files)
  const code = `import { runFiles } from '${import.meta.resolve('./run-files.mjs')}'
    const { counts, isContent } = await runFiles(${JSON.stringify(Object.keys(files))}, { cwd: process.cwd(), env: process.env, fileLimitMs: 3000 })
    console.log(JSON.stringify({ ...counts, isContent }))`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: root, encoding: 'utf8' })
  const lines = stdout.trim().split('\n')
  return { told: lines.slice(0, -1).join('\n'), answer: JSON.parse(lines.at(-1)) }
}

test('a file that passes is one line', (t) => {
  const { told, answer } = runIn(t, { 'a.test.mjs': PASSES })
  assert.match(told, /^ok {4}a\.test\.mjs {2}2 tests {2}\d+\.\d s$/)
  assert.deepEqual([answer.tests, answer.pass, answer.skipped, answer.fail, answer.isContent], [2, 1, 1, 0, true])
})

test('a failure is told with its place and cause', (t) => {
  const { told, answer } = runIn(t, { 'a.test.mjs': FAILS, 'b.test.mjs': PASSES })
  assert.match(told, /FAIL {2}it floods\n {6}a\.test\.mjs:2\n {6}Error: the dyke broke/)
  assert.deepEqual([answer.pass, answer.fail, answer.isContent], [1, 1, false])
})

test('a file that cannot be loaded is told with what it said', (t) => {
  const { told, answer } = runIn(t, { 'a.test.mjs': BREAKS })
  assert.match(told, /FAIL {2}a\.test\.mjs[\s\S]*before[\s\S]*nothing loads/)
  assert.equal(answer.isContent, false)
})

test('a file without a test does not pass for one', (t) => {
  const { told, answer } = runIn(t, { 'a.test.mjs': 'export const nothing = 1\n' })
  assert.equal(told, 'FAIL  a.test.mjs holds no test')
  assert.equal(answer.isContent, false)
})

test('a file that leaves something running is ended, named and counted as failed', (t) => {
  const { told, answer } = runIn(t, { 'a.test.mjs': LEAKS, 'b.test.mjs': PASSES })
  assert.match(
    told,
    /^FAIL {2}a\.test\.mjs does not end after 3 s: a test hangs or leaves something open\n {6}open: timer/m,
  )
  assert.match(told, /^ok {4}b\.test\.mjs {2}2 tests/m)
  assert.deepEqual([answer.fail, answer.isContent], [1, false])
})

test('no result is lost on the way, however many there are', (t) => {
  const many = `${PASSES}for (let i = 0; i < 998; i++) test('drop ' + i, () => {})\n`
  assert.equal(runIn(t, { 'a.test.mjs': many, 'b.test.mjs': many, 'c.test.mjs': many }).answer.tests, 3000)
})

test('several runs close as one', () => {
  const first = countsIn('# tests 3\n# pass 2\n# fail 1\n# duration_ms 10.5\n# not a count\n')
  assert.deepEqual(first, { tests: 3, pass: 2, fail: 1, duration_ms: 10.5 })
  assert.equal(closingLines([first, first]), '# tests 6\n# pass 4\n# fail 2\n# duration_ms 21')
  assert.equal(closingLines([first]), '# tests 3\n# pass 2\n# fail 1\n# duration_ms 10.5')
})
