import assert from 'node:assert/strict'
import test from 'node:test'
import { besides, withoutOverlap } from './labels.ts'

const drawn = (labels: [text: string, x: number, y: number][]) =>
  withoutOverlap(labels.map(([text, x, y]) => ({ text, x, y }))).map(({ text }) => text)

test('labels that stand apart are all drawn', () => {
  assert.deepEqual(
    drawn([
      ['老干部活动中心', 0, 0],
      ['幸福食堂', 0, 20],
      ['新华书店', 120, 0],
    ]),
    ['老干部活动中心', '幸福食堂', '新华书店'],
  )
})

test('of two on the same spot the first is drawn', () => {
  assert.deepEqual(
    drawn([
      ['老干部活动中心', 0, 0],
      ['幸福食堂', 10, 5],
    ]),
    ['老干部活动中心'],
  )
})

test('a label left out hides nobody behind it', () => {
  assert.deepEqual(
    drawn([
      ['甲', 0, 0],
      ['乙', 5, 0],
      ['丙', 14, 0],
    ]),
    ['甲', '丙'],
  )
})

test('letters are narrower than characters', () => {
  assert.deepEqual(
    drawn([
      ['shop', 0, 0],
      ['inn', 30, 0],
    ]),
    ['shop', 'inn'],
  )
  assert.deepEqual(
    drawn([
      ['商店超市', 0, 0],
      ['旅馆', 30, 0],
    ]),
    ['商店超市'],
  )
})

test('a name stands right of its point, and left of it at the edge of the drawing', () => {
  assert.deepEqual(besides('医院', { x: 100, y: 50 }, 380), { text: '医院', x: 110, y: 54 })
  const { x } = besides('德平镇中心卫生院', { x: 330, y: 50 }, 380)
  assert.ok(x >= 0 && x < 330)
})
