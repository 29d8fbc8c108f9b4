import assert from 'node:assert/strict'
import test from 'node:test'
import { isLeadingCadre, judgePost, LIMITS } from './part-time-posts/index.ts'
import { isTermWell, isWellAttended } from './rules.ts'

const head = {
  isRegistered: true,
  rank: '131',
  age: 66,
  otherPosts: 0,
  term: 1,
  isPaid: false,
  approvalNo: '临组〔2026〕7号',
}

for (const [who, change, expected] of [
  ['a leading cadre of 66 with approval', {}, []],
  ['one without approval', { approvalNo: null }, ['refuse 兼职须先经批准，请填写批文号']],
  [
    'one in a second term without a new approval',
    { term: 2, approvalNo: null },
    ['refuse 连任须重新报批，请填写批文号'],
  ],
  ['one in a second term with a new approval', { term: 2 }, []],
  ['one in a third term', { term: 3 }, ['refuse 连任不得超过 2 届']],
  ['one of 68', { age: 68 }, []],
  ['one of 69', { age: 69 }, ['warn 快满 70 周岁，届满后不得连任']],
  ['one of 70', { age: 70 }, ['refuse 已满 70 周岁，不得再兼职']],
  ['one of unknown age', { age: null }, ['warn 年龄不清楚，请先核实出生日期']],
  ['one with a post elsewhere', { otherPosts: 1 }, ['refuse 已在其他社团任职，只能兼任 1 个']],
  ['one who is paid', { isPaid: true }, ['refuse 兼职不得领取任何报酬']],
  ['a deputy head of a county', { rank: '132', age: 75 }, ['refuse 已满 70 周岁，不得再兼职']],
  ['a section head of 75', { rank: '141', age: 75, approvalNo: null }, []],
  ['somebody without a rank', { rank: null, age: 75, approvalNo: null }, []],
  [
    'a leading cadre of 85 in a group that is not registered',
    { isRegistered: false, age: 85, approvalNo: null, otherPosts: 4, term: 9 },
    [],
  ],
] as const)
  test(`${who}: ${expected.length ? expected.join(', ') : 'may serve'}`, () => {
    assert.deepEqual(
      judgePost({ ...head, ...change }).map(({ weight, zh }) => `${weight} ${zh}`),
      expected,
    )
  })

test('a stricter province asks with its own figures', () => {
  const anhui = { ...LIMITS, age: 65, leastRank: '141' }
  assert.equal(judgePost({ ...head, rank: '141', age: 65 }, anhui)[0]?.weight, 'refuse')
  assert.ok(isLeadingCadre('141', anhui))
  assert.ok(!isLeadingCadre('141'))
})

test('every reason stands in both languages', () => {
  const worst = { ...head, age: 71, otherPosts: 2, term: 3, isPaid: true, approvalNo: null }
  const found = judgePost(worst)
  assert.equal(found.length, 5)
  for (const { zh, en } of found) assert.ok(zh && en)
})

for (const [heldOn, untilOn, expected] of [
  ['2026-03-02', '2029-03-02', true],
  ['2026-03-02', '2031-03-02', true],
  ['2026-03-02', '2031-03-03', false],
  ['2026-03-02', '2026-03-02', false],
  ['2026-03-02', '2025-03-02', false],
] as const)
  test(`a term from ${heldOn} to ${untilOn} ${expected ? 'is well' : 'is refused'}`, () => {
    assert.equal(isTermWell(heldOn, untilOn), expected)
  })

test('two thirds of the members make an election well attended', () => {
  assert.deepEqual([isWellAttended(6, 9), isWellAttended(5, 9), isWellAttended(1, 1)], [true, false, true])
})
