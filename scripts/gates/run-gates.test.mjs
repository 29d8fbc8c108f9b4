import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import test from 'node:test'
import { runGates } from './run-gates.mjs'

const holds = () => ({ failures: [], figures: ['3 files'] })
const fails = async () => ({ failures: ['src/a.ts:1 wrong'], figures: [] })
const breaks = () => {
  throw new Error('the tool is missing')
}

async function told(gates) {
  const lines = []
  const answer = await runGates(gates, {}, (line) => lines.push(line))
  return { answer, lines }
}

test('every gate is run and told, even after one that fails and one that breaks', async () => {
  const { answer, lines } = await told({ fails, breaks, holds })
  assert.equal(answer, false)
  const verdicts = lines.filter((line) => /^(ok|FAIL)/.test(line)).map((line) => line.replace(/ +\d+\.\d s +/, ' '))
  assert.deepEqual(verdicts, ['FAIL  fails 1 to repair', 'FAIL  breaks 1 to repair', 'ok    holds 3 files'])
  assert.match(lines.join('\n'), /src\/a\.ts:1 wrong[\s\S]*the tool is missing/)
  assert.match(lines.at(-1), /^check: 3 gates, 2 failed \(fails, breaks\), \d+\.\d s$/)
})

test('all gates holding is success', async () => {
  const { answer, lines } = await told({ holds })
  assert.equal(answer, true)
  assert.match(lines.at(-1), /^check: 1 gates, all hold/)
})

test('a long list of failures is cut, and says so', async () => {
  const { lines } = await told({ many: () => ({ failures: Array(45).fill('x'), figures: [] }) })
  assert.equal(lines.length, 1 + 40 + 1 + 1)
  assert.match(lines[41], /… and 5 more/)
})

test('npm run check names its gates when it is asked for one it does not have', () => {
  const ended = spawnSync(process.execPath, [join(import.meta.dirname, '../check.mjs'), 'kitchen'], {
    encoding: 'utf8',
  })
  assert.equal(ended.status, 1)
  assert.match(
    ended.stdout,
    /kitchen is not a gate: layers, files, budgets, words, outside, ciphers, format, types, lint, dead code, tables/,
  )
})
