import assert from 'node:assert/strict'
import test from 'node:test'
import { newThrottle } from './index.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 2, 1, minutes))

test('an address has its tries within the time, and again after it', () => {
  const throttle = newThrottle(2, 15)
  const answers = [0, 1, 2, 14].map((minute) => throttle.charge('10.0.0.1', at(minute)))
  assert.deepEqual(answers, [true, true, false, false])
  assert.equal(throttle.charge('10.0.0.2', at(14)), true)
  assert.equal(throttle.charge('10.0.0.1', at(15)), true)
})

test('a right try costs nothing, and nothing can be saved up', () => {
  const throttle = newThrottle(1, 15)
  for (let turn = 0; turn < 5; turn++) {
    assert.equal(throttle.charge('a', at(turn)), true)
    throttle.refund('a')
  }
  throttle.refund('a')
  assert.equal(throttle.charge('a', at(6)), true)
  assert.equal(throttle.charge('a', at(6)), false)
})

test('a flood of addresses is forgotten before it fills the memory', () => {
  const throttle = newThrottle(1, 15)
  throttle.charge('first', at(0))
  for (let index = 0; index < 10_000; index++) throttle.charge(`address ${index}`, at(1))
  assert.equal(throttle.charge('first', at(1)), true)
  assert.equal(throttle.charge('address 9999', at(1)), false)
})
