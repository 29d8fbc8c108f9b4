import assert from 'node:assert/strict'
import test from 'node:test'
import { remembering } from './remember.ts'

test('a word the office repeats is worked out once', () => {
  let worked = 0
  const read = remembering((text) => {
    worked++
    return text === '' ? undefined : text.length
  })
  assert.deepEqual([read('汉族'), read('汉族'), read(''), read('')], [2, 2, undefined, undefined])
  assert.equal(worked, 2)
})

test('a hostile list of different words does not fill the memory', () => {
  let worked = 0
  const read = remembering((text) => {
    worked++
    return text
  })
  for (let at = 0; at <= 20_000; at++) read(String(at))
  read('0')
  assert.equal(worked, 20_002)
})
