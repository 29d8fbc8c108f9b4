import assert from 'node:assert/strict'
import test from 'node:test'
import * as codes from './index.ts'
import { type CodeTable, codeTable, isCode, wordOf } from './index.ts'

const tables: Record<string, CodeTable<string>> = {}
for (const [name, value] of Object.entries(codes)) {
  if (typeof value === 'object' && 'standard' in value) tables[name] = value
}

test('the tables have as many codes as their standards', () => {
  const sizes = Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, table.codes.length]))
  assert.deepEqual(sizes, {
    abilityCodes: 5,
    chronicCodes: 13,
    educationCodes: 8,
    ethnicityCodes: 58,
    familyRelationCodes: 9,
    genderCodes: 4,
    gradeCodes: 12,
    healthCodes: 22,
    identityTypeCodes: 4,
    kindCodes: 4,
    livingFlagCodes: 19,
    lixiuPeriodCodes: 5,
    maritalCodes: 8,
    medicalTreatmentCodes: 6,
    politicalCodes: 13,
    rankCodes: 13,
    selfCareCodes: 4,
    suggestionCodes: 7,
    unitNatureCodes: 3,
  })
})

test('every code has a word in both languages, and no two codes share one', () => {
  for (const [name, table] of Object.entries(tables)) {
    assert.match(table.standard, /\S/, name)
    for (const code of table.codes) {
      assert.match(code, /^(\d+|[a-z]+(_[a-z0-9]+)*)$/, name)
      assert.match(wordOf(table, code, 'zh'), /^[\p{Script=Han}、]+$/u, `${name} ${code}`)
      assert.match(wordOf(table, code, 'en'), /^[A-Z][\x20-\x7e]*$/, `${name} ${code}`)
    }
    for (const lang of ['zh', 'en'] as const) {
      const words = new Set(table.codes.map((code) => wordOf(table, code, lang)))
      assert.equal(words.size, table.codes.length, `${name} ${lang}`)
    }
  }
})

test('codes that rosters and statistics rely on mean what the standards say', () => {
  for (const [table, code, zh, en] of [
    [codes.genderCodes, '1', '男', 'Male'],
    [codes.maritalCodes, '30', '丧偶', 'Widowed'],
    [codes.healthCodes, '37', '糖尿病', 'Diabetes'],
    [codes.healthCodes, '64', '肢体残疾', 'Physical disability'],
    [codes.politicalCodes, '01', '中共党员', 'CPC member'],
    [codes.politicalCodes, '13', '群众', 'Citizen without party'],
    [codes.ethnicityCodes, '01', '汉族', 'Han'],
    [codes.ethnicityCodes, '05', '维吾尔族', 'Uygur'],
    [codes.ethnicityCodes, '08', '壮族', 'Zhuang'],
    [codes.ethnicityCodes, '15', '土家族', 'Tujia'],
    [codes.ethnicityCodes, '30', '土族', 'Tu'],
    [codes.ethnicityCodes, '49', '京族', 'Gin'],
    [codes.ethnicityCodes, '56', '基诺族', 'Jino'],
    [codes.ethnicityCodes, '98', '外国血统中国籍人士', 'Chinese citizen of foreign descent'],
    [codes.rankCodes, '132', '县处级副职', 'County or division level, deputy'],
    [codes.rankCodes, '160', '办事员级', 'Clerk level'],
    [codes.gradeCodes, 'consultant_4', '四级调研员', 'Consultant, fourth grade'],
    [codes.educationCodes, '30', '大学专科', 'Junior college'],
    [codes.familyRelationCodes, '1', '配偶', 'Spouse'],
    [codes.kindCodes, 'lixiu', '离休', 'Retired veteran cadre (lixiu)'],
    [codes.livingFlagCodes, 'empty_nest', '空巢', 'Children live elsewhere'],
    [codes.chronicCodes, '7', '脑卒中', 'Stroke'],
  ] as const) {
    assert.equal(wordOf(table, code, 'zh'), zh)
    assert.equal(wordOf(table, code, 'en'), en)
    assert.ok(isCode(table, code))
  }
})

test('a value outside the table is no code and is shown as it was stored', () => {
  for (const value of ['', '1', '001', '14', '党员', 'toString', 1, null, undefined, ['01']]) {
    assert.equal(isCode(codes.politicalCodes, value), false)
  }
  assert.equal(wordOf(codes.politicalCodes, '77', 'zh'), '77')
})

test('a table with one code twice cannot be declared', () => {
  const twice = [
    ['1', '有', 'Yes'],
    ['1', '无', 'No'],
  ] as const
  assert.throws(() => codeTable('test', twice), /twice/)
})
