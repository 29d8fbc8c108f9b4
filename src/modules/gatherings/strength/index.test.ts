import assert from 'node:assert/strict'
import test from 'node:test'
import { strengthOf } from './index.ts'

const anybody = { intensity: 1, age: 70, health: '10', weekMinutes: 0 }

for (const [who, asked, expected, why] of [
  ['at ninety sits in a meeting', { age: 90 }, 'fine', 0],
  ['at eighty-four goes on a light walk', { intensity: 2, age: 84 }, 'fine', 0],
  ['at eighty-five goes on a light walk', { intensity: 2, age: 85 }, 'warn', 1],
  ['at seventy-nine goes on a tour', { intensity: 3, age: 79 }, 'warn', 1],
  ['at eighty goes on a tour', { intensity: 3, age: 80 }, 'consent', 1],
  ['at seventy climbs a hill', { intensity: 4, age: 70 }, 'consent', 1],
  ['at eighty climbs a hill', { intensity: 4, age: 80 }, 'refuse', 1],
  ['with a weak heart hears a lecture', { health: '31' }, 'fine', 0],
  ['with a weak heart goes on a tour', { intensity: 3, health: '31' }, 'consent', 1],
  ['with diabetes goes on a tour', { intensity: 3, health: '37' }, 'fine', 0],
  ['has ten hours this week', { weekMinutes: 600 }, 'warn', 1],
  ['has twenty hours this week', { weekMinutes: 1_200 }, 'consent', 1],
  ['is old, ill and busy', { intensity: 4, age: 82, health: '41', weekMinutes: 700 }, 'refuse', 3],
  ['has no birthday and no health on record', { intensity: 4, age: null, health: null }, 'fine', 0],
] as const)
  test(`somebody who ${who}: ${expected}`, () => {
    const { outcome, reasons } = strengthOf({ ...anybody, ...asked })
    assert.deepEqual([outcome, reasons.length], [expected, why])
  })
