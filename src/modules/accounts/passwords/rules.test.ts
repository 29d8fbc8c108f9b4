import assert from 'node:assert/strict'
import test from 'node:test'
import { type Weakness, weaknessesOf } from './rules.ts'

const ABOUT = ['zhaoli', '赵丽', '13800001234', 'linyi', '临邑', '']

test('a password is long, mixed, and not what everybody takes', () => {
  const judged: [password: string, weaknesses: Weakness[]][] = [
    ['Haitang-7-chuang', []],
    ['海棠Haitang2026', []],
    ['三棵海棠树下听雨声A1', []],
    ['Mei-6-lan-zhu', []],
    ['Haitang-7', ['short']],
    ['haitangchuang', ['kinds']],
    ['haitang2026chuang', ['kinds']],
    ['Zhaoli-haitang-7', ['personal']],
    ['xxZHAOLI-haitang-7', ['personal']],
    ['赵丽Haitang-7-', ['personal']],
    ['Haitang-13800001234', ['personal']],
    ['临邑Haitang-7-8', ['personal']],
    ['Ｌｉｎｙｉ-haitang-7', ['personal']],
    ['Password123', ['common']],
    ['P@ssw0rd2026', ['common']],
    ['Admin@123456', ['common']],
    ['Adm1n!2026!!', ['common']],
    ['Woaini@1314520', ['common']],
    ['Laoganbu2026', ['common']],
    ['LinYi@371424', ['personal', 'common']],
    ['Qwerty!12345', ['common']],
    ['Abc123456789', ['common']],
    ['Aa@5201314520', ['common']],
    ['Zg19491001..', ['common']],
    ['1qaz@WSX', ['short', 'common']],
    ['123456', ['short', 'kinds', 'common']],
    ['', ['short', 'kinds']],
  ]
  for (const [password, weaknesses] of judged) assert.deepEqual(weaknessesOf(password, ABOUT), weaknesses, password)
})

test('where length counts, neither composition nor signs are asked for', () => {
  const rule = { leastLength: 15, leastKinds: 1, remembered: 5 }
  const judged: [password: string, weaknesses: Weakness[]][] = [
    ['haitangchuangwai', []],
    ['haitang chuang wai', []],
    ['海棠窗外雨声疏落入夜深深几许愁', []],
    ['Haitang-7-chua', ['short']],
    ['1qaz2wsx3edc4rfv', ['common']],
    ['zhaolihaitangchuang', ['personal']],
  ]
  for (const [password, weaknesses] of judged)
    assert.deepEqual(weaknessesOf(password, ABOUT, rule), weaknesses, password)
})

test('a short login forbids nothing by chance', () => {
  assert.deepEqual(weaknessesOf('Haitang-7-chuang', ['ai', 'tan', 'zz']), [])
})
