import assert from 'node:assert/strict'
import test from 'node:test'
import { digitsOf, payloadOf } from './rules.ts'

for (const typed of [
  '01234567',
  payloadOf('01234567'),
  'sangyu:01234567',
  '0123 4567',
  '　０１２３　４５６７　',
  '０１２－３４－５６７',
  '0123-4567',
  '0123—4567',
  '0123–4567',
  '0123−4567',
  '0123ー4567',
  'ＳＡＮＧＹＵ：０１２３４５６７',
])
  test(`“${typed}” is read as its eight digits`, () => assert.equal(digitsOf(typed), '01234567'))

test('letters stay what they are, so that a wrong code is told to be wrong', () => {
  assert.equal(digitsOf('O123 4567'), 'O1234567')
})
