import assert from 'node:assert/strict'
import test from 'node:test'
import type { Condition } from '#modules/people/search/contract.ts'
import { conditionText } from './condition-words.ts'

const naming = (kind: 'place' | 'unit', id: string) => (kind === 'place' ? `地${id}` : `单位${id}`)

test('a condition reads as a sentence in both languages', () => {
  const cases: [Condition, zh: string, en: string][] = [
    [{ field: 'health', op: 'empty', value: null }, '健康状况 没有填写', 'Health is not filled in'],
    [{ field: 'phone', op: 'empty', value: null }, '没有电话', 'has no telephone'],
    [{ field: 'community', op: 'filled', value: null }, '有所在社区', 'has a known community'],
    [
      { field: 'health', op: 'in', value: ['30', '37'] },
      '健康状况 是 有慢性病、糖尿病',
      'Health is one of Chronic disease, Diabetes',
    ],
    [{ field: 'age', op: 'between', value: [80, 89] }, '年龄 介于 80 – 89', 'Age is between 80 – 89'],
    [{ field: 'birthOn', op: 'atMost', value: '1949' }, '出生日期 不晚于 1949', 'Date of birth is not after 1949'],
    [
      { field: 'basePayCents', op: 'atLeast', value: 500_050 },
      '基本离退休费 不小于 5000.50',
      'Basic pension is at least 5000.50',
    ],
    [{ field: 'isHomeStudy', op: 'is', value: true }, '送学上门 为 是', 'Study brought home is yes'],
    [{ field: 'isHomeStudy', op: 'is', value: 'false' }, '送学上门 为 否', 'Study brought home is no'],
    [{ field: 'place', op: 'under', value: '1' }, '居住地（含下级） 属于 地1', 'Place, with all below is under 地1'],
    [
      { field: 'originalUnit', op: 'in', value: ['1', '2'] },
      '原单位（仅本单位） 是 单位1、单位2',
      'Original unit alone is one of 单位1, 单位2',
    ],
    [{ field: 'tag', op: 'not', value: ['银龄'] }, '标签 没有 银龄', 'Tag has none of 银龄'],
    [{ field: 'shoeSize', op: 'is', value: '42' }, 'shoeSize is', 'shoeSize is'],
  ]
  for (const [condition, zh, en] of cases) {
    assert.equal(conditionText(condition, 'zh', naming), zh)
    assert.equal(conditionText(condition, 'en', naming), en)
  }
})
