import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { dropOldLogs } from './old-logs.ts'

test('the database’s logs of over a year are kept, older ones go, and nothing else', (t) => {
  const data = mkdtempSync(join(tmpdir(), 'sangyu-logs-'))
  t.after(() => rmSync(data, { recursive: true }))
  dropOldLogs(data)
  mkdirSync(join(data, 'log'))
  const now = Date.now()
  for (const [name, days] of [
    ['postgres-2025-01-01.log', 401],
    ['postgres-2025-01-03.log', 399],
    ['postgres-2026-02-05.log', 0],
    ['notes.txt', 900],
  ] as const) {
    writeFileSync(join(data, 'log', name), 'a line\n')
    const at = new Date(now - days * 86_400_000)
    utimesSync(join(data, 'log', name), at, at)
  }
  dropOldLogs(data, now)
  assert.deepEqual(readdirSync(join(data, 'log')).sort(), [
    'notes.txt',
    'postgres-2025-01-03.log',
    'postgres-2026-02-05.log',
  ])
})
