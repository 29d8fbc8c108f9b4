import assert from 'node:assert/strict'
import test, { suite } from 'node:test'
import { IDS, NOT_YET } from './not-yet.ts'
import { noneOf, type Row } from './row.ts'
import { findRow, runRow } from './run-row.ts'

/** More than the runner gives a test by itself: a row may build a county. */
const PATIENCE_MS = 600_000
const rows = (await Promise.all(IDS.map(findRow))).filter((row) => row !== undefined)

const gate = rows.filter((one) => one.blocksMerge)

function judge(row: Row): void {
  test(`${row.id}: ${row.about.en}`, { timeout: PATIENCE_MS }, async () => {
    const { passed, value } = await runRow(row)
    assert.ok(passed, `${row.id} ${value} [${row.threshold}]`)
  })
}

// Each row is a process of its own, and two go beside each other; those that look at the clock go alone.
suite('rows that count', { concurrency: 2 }, () => gate.filter((row) => !row.measures).forEach(judge))
suite('rows that measure', () => gate.filter((row) => row.measures).forEach(judge))

test('a row that is written is not excused', () => {
  assert.deepEqual(
    rows.filter((row) => row.id in NOT_YET).map((row) => row.id),
    [],
  )
})

test('a verdict counts what went wrong and tells the first few', () => {
  assert.deepEqual(noneOf([], '3 doors'), { passed: true, value: '0 of 3 doors' })
  assert.deepEqual(noneOf(['a', 'b'], '3 doors'), { passed: false, value: '2 of 3 doors: a | b' })
})
