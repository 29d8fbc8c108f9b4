import assert from 'node:assert/strict'
import test from 'node:test'
import { nationalVectors } from '#test/national-vectors.ts'

for (const { name, run, expected } of nationalVectors)
  test(`${name} is what the standard says`, () => assert.equal(run(), expected))
