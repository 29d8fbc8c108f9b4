import assert from 'node:assert/strict'
import test from 'node:test'
import { home as words } from '../../../words/zh/home.ts'
import type { Batch, Quality } from '../queries.ts'
import { tasksOf } from './tasks.ts'

const clean: Quality = {
  total: 10,
  complete: 10,
  averageCompleteness: 100,
  missing: [],
  doubtfulIds: 0,
  noHome: 0,
  openDuplicates: 0,
  unverified: 0,
}
const none = { new: 0, changed: 0, unchanged: 0, doubtful: 0, refused: 0, duplicate: 0, 'not-a-person': 0 }
const batch = (status: Batch['status'], doubtful: number): Batch => ({
  id: '019cac0f-2680-7a18-954f-3c2bb44c5a4e',
  fileName: '花名册.xlsx',
  asOf: '2026-03-02',
  status,
  refusal: null,
  rowCount: 9,
  doneCount: 9,
  counts: { ...none, doubtful },
  reasons: [],
  createdBy: '周敏',
  createdAt: '2026-03-02T01:00:00Z',
  appliedAt: null,
  undoneAt: null,
  can: { apply: true, undo: false, remap: true, discard: true, correct: true },
})
const everything = () => true

test('records in order leave nothing to do', () => {
  assert.deepEqual(tasksOf(words, clean, { batches: [], may: everything }), [])
})

test('what waits is told with its number and the address of its list', () => {
  const tasks = tasksOf(words, { ...clean, complete: 7, noHome: 2, doubtfulIds: 1 }, { batches: [], may: everything })
  assert.deepEqual(
    tasks.map(({ title, count }) => [title, count]),
    [
      ['身份证号有疑问', '1 人'],
      ['没有居住地', '2 人'],
      ['信息不全', '3 人'],
    ],
  )
  assert.match(decodeURIComponent(tasks[2]?.href ?? ''), /"field":"completeness","op":"atMost"/)
})

test('doubtful rows wait only while their import waits', () => {
  const waiting = tasksOf(words, clean, {
    batches: [batch('planned', 4), batch('applied', 9), batch('planned', 0)],
    may: everything,
  })
  assert.deepEqual(
    waiting.map(({ count, href }) => [count, href]),
    [['4 行', '/imports/019cac0f-2680-7a18-954f-3c2bb44c5a4e?plan=doubtful']],
  )
})

test('duplicates wait for those who may merge', () => {
  const quality = { ...clean, openDuplicates: 3 }
  assert.equal(tasksOf(words, quality, { batches: [], may: everything }).length, 1)
  assert.equal(tasksOf(words, quality, { batches: [], may: () => false }).length, 0)
})

test('what stands out in the bank waits with the address of what is to be judged', () => {
  const tasks = tasksOf(words, clean, { batches: [], findings: 2, may: everything })
  assert.deepEqual(
    tasks.map(({ count, href }) => [count, href]),
    [['2 件', '/bank/findings?status=waiting']],
  )
})
