import assert from 'node:assert/strict'
import test from 'node:test'
import { hadDied } from './index.ts'

const recordedAt = '2026-03-12T10:00:00+08:00'
const table = [
  ['who lives', null, '2026-03-11T09:00:00+08:00', false],
  ['the day before', { on: '2026-03-10', recordedAt }, '2026-03-09T09:00:00+08:00', false],
  ['the last day', { on: '2026-03-10', recordedAt }, '2026-03-10T23:59:00+08:00', false],
  ['the day after', { on: '2026-03-10', recordedAt }, '2026-03-11T00:00:00+08:00', true],
  ['within the month that is known', { on: '2026-03', recordedAt }, '2026-03-11T09:00:00+08:00', false],
  ['after the month that is known', { on: '2026-02', recordedAt }, '2026-03-01T00:00:00+08:00', true],
  ['within the year that is known', { on: '2026', recordedAt }, '2026-03-11T09:00:00+08:00', false],
  ['about a year', { on: '2025~', recordedAt }, '2026-03-11T09:00:00+08:00', false],
  ['no day known', { on: null, recordedAt }, '2026-03-11T09:00:00+08:00', false],
  ['once it was written down', { on: null, recordedAt }, '2026-03-12T10:00:00+08:00', true],
  ['nothing known but that', { on: null, recordedAt: null }, '2026-03-12T10:00:00+08:00', false],
] as const

for (const [what, death, at, dead] of table)
  test(`somebody ${dead ? 'had died' : 'may have lived'}: ${what}`, () => assert.equal(hadDied(death, at), dead))
