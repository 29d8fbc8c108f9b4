import assert from 'node:assert/strict'
import test from 'node:test'
import { faultOf, plain } from './log.ts'

const SAID: [message: string, kept: string][] = [
  ['invalid input syntax for type bigint: "371424193603080012"', 'invalid input syntax for type bigint'],
  ['Unexpected token 张, "{"name":"张" is not valid JSON', 'Unexpected token …,'],
  ['Key (name)=(甄金丝) already exists.', 'Key'],
  ['the job broke\r\n{"level":"info"}', 'the job broke…'],
  ['\u001b[31mred', '…'],
  ['no row 13800000000 here', 'no row # here'],
  ['', ''],
]

test('of a fault only the program’s own words are logged, in one line', () => {
  for (const [message, kept] of SAID) assert.equal(plain(message), kept, message)
})

test('the database’s name for a fault is kept, its detail is not', () => {
  const error = Object.assign(new Error('duplicate key value violates unique constraint "person_pkey"'), {
    code: '23505',
    detail: 'Key (name)=(甄金丝) already exists.',
    constraint: 'person_pkey',
  })
  const { stack, ...said } = faultOf(error)
  const message = 'duplicate key value violates unique constraint'
  assert.deepEqual(said, { type: 'Error', message, code: '23505', where: 'person_pkey' })
  assert.match(stack, /^at .*log\.test\.ts/)
  assert.deepEqual(faultOf('甄金丝 broke'), { type: 'string', message: '… broke', stack: '' })
})
