import assert from 'node:assert/strict'
import test from 'node:test'
import { type CameraTrouble, troubleOf } from './trouble.ts'

test('why a camera does not open is told in the four ways that a person can do something about', () => {
  const table: [unknown, CameraTrouble][] = [
    [new DOMException('', 'NotAllowedError'), 'refused'],
    [new DOMException('', 'SecurityError'), 'refused'],
    [new DOMException('', 'NotFoundError'), 'absent'],
    [new DOMException('', 'OverconstrainedError'), 'absent'],
    [new DOMException('', 'NotReadableError'), 'busy'],
    [new TypeError('no such thing'), 'busy'],
    ['nothing of the kind', 'busy'],
  ]
  for (const [error, trouble] of table) assert.equal(troubleOf(error), trouble, String(error))
})
