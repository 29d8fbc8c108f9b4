import assert from 'node:assert/strict'
import test from 'node:test'
import { readOptions } from './options.mjs'

const PLAIN = { only: [], external: 'auto', gates: true, help: false, wrong: null }

/** @type {[string, object][]} */
const ASKED = [
  ['', {}],
  ['--only people', { only: ['people'], external: 'never', gates: false }],
  ['--only=people --only units', { only: ['people', 'units'], external: 'never', gates: false }],
  ['--only people --external', { only: ['people'], external: 'always', gates: false }],
  ['--external', { external: 'always' }],
  ['--no-external', { external: 'never' }],
  ['--no-gates', { gates: false }],
  ['--help', { help: true }],
  ['--only', { wrong: '--only' }],
  ['people', { wrong: 'people' }],
]

for (const [words, expected] of ASKED) {
  test(`npm test -- ${words}`, () => {
    assert.deepEqual(readOptions(words.split(' ').filter(Boolean)), { ...PLAIN, ...expected })
  })
}
