import assert from 'node:assert/strict'
import test from 'node:test'
import { ledgerBook } from '#test/ledger-book.ts'
import { dayWords, grandLine, headLine, totalLine } from './captions.ts'

const tally = { people: 5, lixiu: 1, tuixiu: 3 }

test('totals are said in both languages, and whoever is of neither kind is not forgotten', () => {
  assert.equal(totalLine('group', tally, 'zh'), '小计：5 人，其中离休 1 人、退休 3 人、其他 1 人')
  assert.equal(totalLine('page', { ...tally, people: 4 }, 'zh'), '本页小计：4 人，其中离休 1 人、退休 3 人')
  assert.equal(totalLine('group', tally, 'en'), 'Subtotal: 5 people; lixiu 1, tuixiu 3, other 1')
})

test('the grand total tells women, members, the old and the lonely', () => {
  const totals = { ...tally, other: 1, women: 2, members: 4, aged80: 1, livesAlone: 1 }
  assert.match(grandLine(totals, 'zh'), /；女 2 人，中共党员 4 人，80 岁及以上 1 人，独居 1 人$/)
  assert.match(grandLine(totals, 'en'), /women 2, Party members 4, aged 80 and over 1, living alone 1$/)
})

test('a day is written as officials write it', () => {
  assert.equal(dayWords('2026-03-02', 'zh'), '2026年3月2日')
  assert.equal(dayWords('2026-03-02', 'en'), '2026-03-02')
})

test('the head line says who keeps the book, as of when, who printed it, and whether it is the whole', () => {
  assert.deepEqual(headLine(ledgerBook()), [
    '编制单位：中共临邑县委老干部局',
    '数据截至：2026年3月2日',
    '制表人：周敏　制表日期：2026年3月2日',
  ])
  assert.match(headLine(ledgerBook({ isWhole: false }))[1], /制表人管理范围内/)
  assert.match(headLine(ledgerBook({ isWhole: false, lang: 'en' }))[1], /within the area/)
})
