import assert from 'node:assert/strict'
import test from 'node:test'
import { inTreeOrder } from './tree-order.ts'

const team = (id: string, parentId: string | null = null) => ({ id, parentId })

test('each corps stands before its teams, and a team found without its corps is not lost', () => {
  const listed = [
    team('医疗团'),
    team('助餐团'),
    team('陪诊队', '医疗团'),
    team('送餐队', '助餐团'),
    team('孤队', '不在此页'),
  ]
  assert.deepEqual(
    inTreeOrder(listed).map(({ id }) => id),
    ['医疗团', '陪诊队', '助餐团', '送餐队', '孤队'],
  )
})
