import assert from 'node:assert/strict'
import test from 'node:test'
import {
  allPresent,
  countsOf,
  type Listed,
  type Marks,
  sentOf,
  stateOf,
  unsentOf,
  withMark,
  withoutLine,
} from './marks.ts'

const one = (personId: string, more: Partial<Listed> = {}): Listed => ({
  personId,
  name: personId,
  isMasked: false,
  community: null,
  isSignedUp: true,
  state: null,
  way: null,
  ...more,
})
const none: Marks = new Map()

test('all present speaks for those of whom nothing is said, and for nobody else', () => {
  const listed = [one('a'), one('b', { state: 'absent' }), one('c')]
  const marks = allPresent(listed, withMark(none, one('c'), 'excused'))
  assert.deepEqual(
    [...marks],
    [
      ['c', 'excused'],
      ['a', 'present'],
    ],
  )
  assert.deepEqual(
    listed.map((each) => stateOf(each, marks)),
    ['present', 'absent', 'excused'],
  )
  assert.deepEqual(countsOf(listed, marks), { present: 1, silent: 0 })
})

test('a tap that says what stands there takes the change back', () => {
  const held = one('a', { state: 'present' })
  assert.deepEqual([...withMark(withMark(none, held, 'absent'), held, 'present')], [])
})

test('who did not sign up is sent as come unasked; only what changed is sent', () => {
  const listed = [one('a'), one('b', { isSignedUp: false }), one('c', { state: 'present' })]
  assert.deepEqual(sentOf(listed, allPresent(listed, none)), [
    { personId: 'a', state: 'present', way: 'sheet' },
    { personId: 'b', state: 'present', way: 'walk_in' },
  ])
})

test('who was brought the lesson home counts as there', () => {
  assert.deepEqual(countsOf([one('a', { state: 'home' }), one('b')], none), { present: 1, silent: 1 })
})

test('a wrong line is taken out, and the marks of the others stand', () => {
  const marks = allPresent([one('a'), one('b')], none)
  assert.deepEqual([...withoutLine(marks, 'a')], [['b', 'present']])
})

test('a mark waits until the answer says it', () => {
  const marks = allPresent([one('a'), one('b')], none)
  assert.deepEqual([...unsentOf([one('a', { state: 'present' }), one('b')], marks).keys()], ['b'])
})
