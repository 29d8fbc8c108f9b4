import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import test from 'node:test'
import { conformance } from '#test/key-provider.ts'
import { newMaster, softwareProvider } from './provider.ts'

conformance('the software provider', () => softwareProvider(newMaster()))

test('a master of another length is refused at once', () => {
  for (const length of [0, 16, 31, 33]) assert.throws(() => softwareProvider(randomBytes(length)))
})
