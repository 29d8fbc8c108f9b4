import assert from 'node:assert/strict'
import test from 'node:test'
import { readGender } from './gender.ts'

test('sex is written as word or code', () => {
  for (const text of ['男', '男性', '1', '１', ' 男 ']) assert.equal(readGender(text), '1', text)
  for (const text of ['女', '女性', '2', '女\n']) assert.equal(readGender(text), '2', text)
  for (const text of ['', '汉', '不详', '男、女', '3']) assert.equal(readGender(text), undefined, text)
})
