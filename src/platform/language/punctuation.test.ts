import assert from 'node:assert/strict'
import { test } from 'node:test'
import { punctuationOf } from './punctuation.ts'

const table = [
  ['zh', '张三、李四', '3人，2小时', '太远；太晚', '张三（儿子）', '地点：'],
  ['en', '张三, 李四', '3人, 2小时', '太远; 太晚', '张三 (儿子)', '地点: '],
] as const

for (const [lang, ...expected] of table)
  test(`pieces are put together with the marks of the page's language: ${lang}`, () => {
    const { enumerate, clauses, sentences, aside, colon } = punctuationOf(lang)
    assert.deepEqual(
      [
        enumerate(['张三', '李四']),
        clauses(['3人', '2小时']),
        sentences(['太远', '太晚']),
        aside('张三', '儿子'),
        `地点${colon}`,
      ],
      expected,
    )
  })
