import assert from 'node:assert/strict'
import test from 'node:test'
import { readEducation } from './education.ts'
import { readEthnicity } from './ethnicity.ts'
import { readHealth } from './health.ts'
import { readPolitical } from './political.ts'
import { readYesNo } from './yes-no.ts'

type Reader = (text: string) => string | undefined

function all(read: Reader, table: Record<string, string[]>): void {
  for (const [code, words] of Object.entries(table)) {
    for (const word of words) assert.equal(read(word), code, word)
  }
}

function none(read: Reader, words: string[]): void {
  for (const word of words) assert.equal(read(word), undefined, word)
}

test('nations are those of GB/T 3304', () => {
  all(readEthnicity, {
    '01': ['汉', '汉族', ' 汉 族 ', '01', '汉民'],
    '02': ['蒙古', '蒙古族'],
    '03': ['回', '回族', '回民'],
    '11': ['满', '满族'],
    '15': ['土家', '土家族'],
    '22': ['畲族'],
    '30': ['土族'],
    '49': ['京族'],
    '56': ['基诺族'],
  })
  none(readEthnicity, ['', '男', '不详', '57', '00', '汉语'])
})

test('parties are those of GB/T 4762, members’ names included', () => {
  all(readPolitical, {
    '01': ['党员', '中共党员', '中共', '共产党员', '中国共产党党员', '党员\n'],
    '02': ['预备党员', '中共预备党员'],
    '03': ['团员', '共青团员'],
    '04': ['民革', '民革党员', '民革会员'],
    '05': ['民盟', '民盟盟员'],
    '06': ['民建', '民建会员'],
    '07': ['民进'],
    '08': ['农工党', '农工党党员', '农工民主党'],
    '09': ['致公党'],
    '10': ['九三', '九三学社', '九三学社社员'],
    '11': ['台盟'],
    '12': ['无党派', '无党派人士', '无党派民主人士'],
    '13': ['群众', '普通群众'],
  })
  none(readPolitical, ['', '无', '非党员', '是', '男'])
})

test('schooling is that of GB/T 4658', () => {
  all(readEducation, {
    '10': ['研究生', '硕士', '博士研究生', '在职研究生'],
    '20': ['大学', '本科', '大学本科', '大学普通班'],
    '30': ['大专', '专科', '大学专科', '函授大专'],
    '40': ['中专', '中师', '中等专业学校', '技校', '职高'],
    '60': ['高中'],
    '70': ['初中'],
    '80': ['小学', '高小'],
    '90': ['文盲'],
  })
  none(readEducation, ['', '不详', '教师'])
})

test('health is that of GB/T 2261.3', () => {
  all(readHealth, {
    '10': ['健康', '良好', '健康或良好', '好'],
    '20': ['一般', '较弱', '体弱'],
    '30': ['有慢性病', '慢性病'],
    '31': ['心血管病', '心血管疾病', '冠心病'],
    '32': ['脑血管病', '脑梗塞'],
    '37': ['糖尿病'],
    '41': ['癌症', '肺癌'],
    '64': ['肢体残疾'],
    '61': ['视力残疾'],
  })
  none(readHealth, ['', '不详', '√'])
})

test('a tick is yes and a cross is no, and nothing is neither', () => {
  for (const word of ['√', '✓', '●', '是', '有', '1', 'Y', 'y', ' √ ', 'TRUE', '１'])
    assert.equal(readYesNo(word), true, word)
  for (const word of ['×', '✗', '否', '无', '0', 'N', 'n', '０', 'FALSE']) assert.equal(readYesNo(word), false, word)
  for (const word of ['', '不详', '独居', '2']) assert.equal(readYesNo(word), undefined, word)
})
