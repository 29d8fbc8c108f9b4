import assert from 'node:assert/strict'
import test from 'node:test'
import { treeOf } from './branches.ts'

const levels = { 1: 'county', 2: 'street', 3: 'community' } as const
// Test codes grow by one digit a level, so that a parent is what is left without the last.
const line = (code: string, name: string) => ({
  code,
  parent: code.length > 1 ? code.slice(0, -1) : null,
  level: levels[code.length as 1 | 2 | 3], // the codes below have no other length
  name,
  short: name.replace(/居民委员会$/, ''),
  abolishedOn: null,
  people: 1,
  hasChildren: code.length < 3,
})
const lines = [
  line('1', '临邑县'),
  line('11', '邢侗街道'),
  line('111', '广场社区居民委员会'),
  line('112', '瑞恒社区居民委员会'),
  line('12', '恒源街道'),
  line('121', '馨园社区居民委员会'),
]
const shown = (filter: string) =>
  treeOf(lines, filter).branches.map(({ place, below }) => [place.name, ...below.map((one) => one.short)])

test('without a filter every street stands with its communities', () => {
  assert.deepEqual(shown(''), [
    ['邢侗街道', '广场社区', '瑞恒社区'],
    ['恒源街道', '馨园社区'],
  ])
  assert.equal(treeOf(lines, '').county?.name, '临邑县')
})

test('a community that bears the name brings its street, and no other community', () => {
  assert.deepEqual(shown('瑞恒'), [['邢侗街道', '瑞恒社区']])
})

test('a street that bears the name keeps all its communities', () => {
  assert.deepEqual(shown('恒源'), [['恒源街道', '馨园社区']])
})

test('a name that nobody bears leaves nothing but the county', () => {
  assert.deepEqual(shown('不存在'), [])
  assert.deepEqual(treeOf([], '').branches, [])
})
