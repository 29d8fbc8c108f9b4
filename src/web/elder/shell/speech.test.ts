import assert from 'node:assert/strict'
import test from 'node:test'
import { inWords, signBySign, spoken } from './speech.ts'

test('amounts are heard as words', () => {
  for (const [value, words] of [
    [0, '零'],
    [7, '七'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [105, '一百零五'],
    [110, '一百一十'],
    [1205, '一千二百零五'],
    [2000, '二千'],
    [10_000, '一万'],
    [10_050, '一万零五十'],
    [123_456, '十二万三千四百五十六'],
  ] as const)
    assert.equal(inWords(value), words, String(value))
})

test('a year and a telephone are heard digit by digit, a day and an hour as numbers', () => {
  assert.equal(spoken('2026年11月21日上午9点', 'zh'), '二零二六年十一月二十一日上午九点')
  assert.equal(spoken('电话0534-4231234', 'zh'), '电话零五三四四二三一二三四')
  assert.equal(spoken('还有120分', 'zh'), '还有一百二十分')
  assert.equal(spoken('120 points', 'en'), '120 points')
})

test('a code is heard sign by sign, never as a number or a telephone', () => {
  for (const [code, heard] of [
    ['8312 4405', '八、三、一、二、四、四、零、五'],
    ['13905341', '一、三、九、零、五、三、四、一'],
    ['K7QM-2P9X', 'K、七、Q、M、二、P、九、X'],
  ] as const)
    assert.equal(spoken(signBySign(code), 'zh'), heard)
})
