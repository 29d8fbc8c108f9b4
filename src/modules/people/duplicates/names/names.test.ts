import assert from 'node:assert/strict'
import test from 'node:test'
import { type NameLikeness, nameLikeness, plainName, variants } from './index.ts'

test('a name is compared without spaces and dots, in one form of each character', () => {
  const table: [string, string][] = [
    ['李　明', '李明'],
    ['张 桂 兰', '张桂兰'],
    ['傅建國', '付建国'],
    ['蕭玉峯', '肖玉峰'],
    ['买买提·艾力', '买买提艾力'],
    ['䶮', '䶮'],
  ]
  for (const [written, compared] of table) assert.equal(plainName(written), compared)
})

test('the table of variants is one that SQL’s translate can use', () => {
  const [from, to] = [[...variants.from], [...variants.to]]
  assert.ok(from.length > to.length, 'what stands beyond is dropped')
  assert.equal(new Set(from).size, from.length, 'no character twice')
  for (const char of to) assert.ok(!from.includes(char), `${char} would have to be translated twice`)
})

test('names are the same, sound alike, are one character apart, or are other names', () => {
  const table: [string, string, NameLikeness][] = [
    ['王晓明', '王晓明', 'same'],
    ['闫淑珍', '阎淑珍', 'same'],
    ['王晓明', '王小明', 'sounds'],
    ['张伟', '章伟', 'sounds'],
    ['王晓明', '王晓亮', 'near'],
    ['王𠮷祥', '王吉祥', 'near'],
    ['王𠮷', '王吉', 'other'],
    ['王晓明', '李晓明', 'other'],
    ['王芳', '王丽', 'other'],
    ['王明', '王小明', 'other'],
    ['王晓明', '王建国', 'other'],
    ['欧阳修文', '欧阳秀文', 'sounds'],
    ['', '', 'other'],
  ]
  for (const [a, b, expected] of table) {
    assert.equal(nameLikeness([a], [b]), expected, `${a} and ${b}`)
    assert.equal(nameLikeness([b], [a]), expected, `${b} and ${a}`)
  }
  assert.equal(nameLikeness(['周红卫', '周桂兰'], ['周桂兰']), 'same')
})
