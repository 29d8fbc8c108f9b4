import assert from 'node:assert/strict'
import test from 'node:test'
import { nameKeys, nameSort, questionKeys } from './name-keys.ts'

/** Whether a name answers a question: one of the alternatives has all its keys. */
function answers(name: string, question: string, formerName?: string): boolean {
  const keys = new Set(nameKeys(name, formerName))
  return questionKeys(question).some((alternative) => alternative.every((key) => keys.has(key)))
}

for (const [name, question, expected] of [
  ['王秀英', '王秀英', true],
  ['王秀英', '秀英', true],
  ['王秀英', '英', true],
  ['王秀英', '王英', false],
  ['王秀英', 'wxy', true],
  ['王秀英', 'xy', true],
  ['王秀英', 'WangXiuYing', true],
  ['王秀英', 'xiuying', true],
  ['王秀英', 'wangying', false],
  ['单雄信', 'sxx', true],
  ['欧阳明', '欧阳', true],
  ['李　明', '李明', true],
  ['买买提·艾力', '艾力', true],
  ['王𠮷祥', '𠮷祥', true],
  ['王𠮷祥', '𠮷', true],
  ['王𠮷祥', '王𠮷祥', true],
  ['王𠮷祥', '王吉祥', false],
  ['李𬀩', 'liwei', true],
] as const)
  test(`${name} ${expected ? 'is' : 'is not'} found by ${question}`, () =>
    assert.equal(answers(name, question), expected))

test('no key holds half of a rare character', () => {
  for (const name of ['王𠮷祥', '𠮷𠮷', '李𬀩']) assert.ok(nameKeys(name).every((key) => key.isWellFormed()))
})

test('a former name finds its bearer too', () => assert.equal(answers('王秀英', '王招娣', '王招娣'), true))

test('numbers and empty questions are no names', () => {
  assert.deepEqual(questionKeys('13912345678'), [])
  assert.deepEqual(questionKeys('  '), [])
})

test('names stand in the order of their pinyin', () => {
  const names = ['张三', '安然', '李四', '单雄信']
  assert.deepEqual(
    names.toSorted((a, b) => (nameSort(a) < nameSort(b) ? -1 : 1)),
    ['安然', '李四', '单雄信', '张三'],
  )
})
