import assert from 'node:assert/strict'
import test from 'node:test'
import { strengthForPost } from './rules.ts'

for (const [intensity, age, health, outcome, reasons] of [
  [2, 66, null, 'fine', 0],
  [2, null, null, 'fine', 0],
  [2, 76, null, 'warn', 1],
  [2, 82, null, 'consent', 1],
  [2, 91, null, 'refuse', 1],
  [2, 66, '31', 'consent', 1],
  [1, 91, '64', 'refuse', 2],
  [2, 76, '32', 'consent', 2],
  [2, 66, '10', 'fine', 0],
] as const)
  test(`aged ${age ?? 'unknown'}, health ${health ?? 'unknown'}, a post of intensity ${intensity}: ${outcome}`, () => {
    const found = strengthForPost({ intensity, age, health })
    assert.deepEqual([found.outcome, found.reasons.length], [outcome, reasons])
  })
