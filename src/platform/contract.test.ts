import assert from 'node:assert/strict'
import test from 'node:test'
import { instant } from './contract.ts'

const TABLE: [text: string, isTaken: boolean][] = [
  ['2026-01-31T09:00:00+08:00', true],
  ['2026-01-31T01:00:00Z', true],
  ['1900-01-01T00:00:00Z', true],
  ['2199-12-31T23:59:59Z', true],
  ['2200-01-01T00:00:00Z', false],
  ['1899-12-31T23:59:59Z', false],
  ['0000-02-20T00:00:00Z', false],
  ['2026-01-31T09:00:00-20:00', false],
  ['2026-01-31T09:00:00', false],
  ['2026-01-31', false],
]

test('a moment has its offset and lies where the database can keep it', () => {
  for (const [text, isTaken] of TABLE) assert.equal(instant.safeParse(text).success, isTaken, text)
})
