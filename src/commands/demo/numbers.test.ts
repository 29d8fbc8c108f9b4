import assert from 'node:assert/strict'
import test from 'node:test'
import { checkIdNumber, idBirth, idGender } from '#modules/people/codes/id-number.ts'
import { checkCreditCode } from '#modules/units/credit-code.ts'
import { Chance } from './chance.ts'
import { creditCode, idNumber, landline, mobile, spoiled } from './numbers.ts'

test('an invented identity number passes GB 11643 and tells birth and sex', () => {
  const chance = new Chance(5)
  for (const gender of ['1', '2']) {
    const number = idNumber(chance, { birthOn: '1951-03-02', gender })
    assert.equal(checkIdNumber(number).result, 'valid')
    assert.deepEqual([idBirth(number), idGender(number)], ['1951-03-02', gender])
    assert.equal(checkIdNumber(spoiled(number)).result, 'invalid')
  }
})

test('an invented credit code passes GB 32100 and begins as its nature demands', () => {
  const chance = new Chance(6)
  for (const [nature, begins] of [
    ['organ', '11371424'],
    ['institution', '12371424'],
    ['enterprise', '91371424'],
  ] as const) {
    const code = creditCode(chance, nature)
    assert.equal(checkCreditCode(code).result, 'valid', code)
    assert.ok(code.startsWith(begins))
  }
})

test('nobody is rung up: mobile numbers have beginnings that were never given out, local ones begin with 1', () => {
  const chance = new Chance(7)
  for (let turn = 0; turn < 50; turn++) {
    assert.match(mobile(chance), /^1(54|6[013489])\d{8}$/)
    assert.match(landline(chance), /^0534-1\d{6}$/)
  }
})
