import assert from 'node:assert/strict'
import test from 'node:test'
import { lixiuPeriod } from './cadre.ts'

test('the day of joining decides the period', () => {
  for (const [joined, code] of [
    ['1921-07-23', '1'],
    ['1927-07-31', '1'],
    ['1927-08-01', '2'],
    ['1937-07-06', '2'],
    ['1937-07-07', '3'],
    ['1942-12-31', '3'],
    ['1943-01-01', '4'],
    ['1945-09-02', '4'],
    ['1945-09-03', '5'],
    ['1949-09-30', '5'],
    ['1927-07', '1'],
    ['1942', '3'],
    ['1938-10', '3'],
    ['1944', '4'],
    ['1948', '5'],
    ['1949-09', '5'],
    ['1940~', '3'],
  ] as const) {
    assert.deepEqual(lixiuPeriod(joined), { result: 'known', code }, joined)
  }
})

test('a date that may lie in two periods decides nothing', () => {
  for (const [joined, codes, mayBeOutside] of [
    ['1927', ['1', '2'], false],
    ['1937', ['2', '3'], false],
    ['1937-07', ['2', '3'], false],
    ['1945', ['4', '5'], false],
    ['1945-09', ['4', '5'], false],
    ['1943~', ['3', '4', '5'], false],
    ['1949', ['5'], true],
    ['1949~', ['5'], true],
    ['1946~', ['4', '5'], false],
    ['1951~', ['5'], true],
  ] as const) {
    assert.deepEqual(lixiuPeriod(joined), { result: 'unsure', codes: [...codes], mayBeOutside }, joined)
  }
})

test('who joined after September 1949 has no ground for lixiu', () => {
  for (const joined of ['1949-10-01', '1949-10', '1950', '1968-09', '1952~']) {
    assert.deepEqual(lixiuPeriod(joined), { result: 'outside' }, joined)
  }
  assert.throws(() => lixiuPeriod('49.9'), RangeError)
})
