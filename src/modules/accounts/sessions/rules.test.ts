import assert from 'node:assert/strict'
import test from 'node:test'
import { chargeTry, type Tries, type Weakness, weaknessesOf } from './rules.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 2, 1, minutes))
const tries = (count: number, lastAt: number, lockedUntil?: number): Tries => ({
  count,
  lastAt: at(lastAt),
  lockedUntil: lockedUntil === undefined ? null : at(lockedUntil),
})

test('the fifth wrong password in a row locks the name for a quarter of an hour', () => {
  for (const [before, minute, after] of [
    [undefined, 0, tries(1, 0)],
    [tries(0, 0), 0, tries(1, 0)],
    [tries(1, 0), 1, tries(2, 1)],
    [tries(3, 0), 14, tries(4, 14)],
    [tries(4, 0), 14, tries(5, 14, 29)],
    [tries(4, 0), 15, tries(1, 15)],
    [tries(5, 0, 15), 14, undefined],
    [tries(5, 0, 15), 15, tries(1, 15)],
    [tries(5, 0, 15), 16, tries(1, 16)],
  ] as const) {
    assert.deepEqual(chargeTry(before, at(minute)), after)
  }
})

test('a password is long, mixed, and not what everybody takes', () => {
  const judged: [password: string, weaknesses: Weakness[]][] = [
    ['Haitang-7-chuang', []],
    ['海棠Haitang2026', []],
    ['三棵海棠树下听雨声A1', []],
    ['Mei-6-lan-zhu', []],
    ['Haitang-7', ['short']],
    ['haitangchuang', ['kinds']],
    ['haitang2026chuang', ['kinds']],
    ['Zhaoli-haitang-7', ['login']],
    ['xxZHAOLI-haitang-7', ['login']],
    ['Password123', ['common']],
    ['P@ssw0rd2026', ['common']],
    ['Admin@123456', ['common']],
    ['Adm1n!2026!!', ['common']],
    ['Woaini@1314520', ['common']],
    ['Laoganbu2026', ['common']],
    ['LinYi@371424', ['common']],
    ['Qwerty!12345', ['common']],
    ['Abc123456789', ['common']],
    ['Aa@5201314520', ['common']],
    ['Zg19491001..', ['common']],
    ['1qaz@WSX', ['short', 'common']],
    ['123456', ['short', 'kinds', 'common']],
    ['', ['short', 'kinds']],
  ]
  for (const [password, weaknesses] of judged) assert.deepEqual(weaknessesOf(password, 'zhaoli'), weaknesses, password)
})

test('no login name is forbidden where there is none yet', () => {
  assert.deepEqual(weaknessesOf('Haitang-7-chuang', ''), [])
})
