import assert from 'node:assert/strict'
import test from 'node:test'
import { columnLabel, labelOf } from './phone-label.ts'
import { normalNumber, readPhones } from './phones.ts'

const OWN = { label: '本人', areaCode: '0534' }
const said = (text: string, label = '本人') =>
  readPhones(text, { ...OWN, label }).map((phone) => `${phone.number} ${phone.label}`)

const ONE: [string, string][] = [
  ['13912345678', '13912345678'],
  ['139 1234 5678', '13912345678'],
  ['139-1234-5678', '13912345678'],
  ['+8613912345678', '13912345678'],
  ['+86 139 1234 5678', '13912345678'],
  ['8613912345678', '13912345678'],
  ['86-13912345678', '13912345678'],
  ['013912345678', '13912345678'],
  ['１３９１２３４５６７８', '13912345678'],
  ['手机：13912345678', '13912345678'],
  ['4231234', '0534-4231234'],
  ['423 1234', '0534-4231234'],
  ['0534-4231234', '0534-4231234'],
  ['0534—4231234', '0534-4231234'],
  ['05344231234', '0534-4231234'],
  ['(0534)4231234', '0534-4231234'],
  ['（0534）4231234', '0534-4231234'],
  ['0534/4231234', '0534-4231234'],
  ['010-62345678', '010-62345678'],
  ['0531-88234567', '0531-88234567'],
  ['0534-4231234-802', '0534-4231234-802'],
  ['0534-4231234转802', '0534-4231234-802'],
  ['4231234转802', '0534-4231234-802'],
  ['0534-4231234转分机802', '0534-4231234-802'],
  ['4231234-802', '0534-4231234-802'],
]

test('one number is written in one way', () => {
  for (const [text, number] of ONE) assert.deepEqual(said(text), [`${number} 本人`], text)
})

test('numbers that are lost or too short are dropped', () => {
  for (const text of [
    '1.39123E+10',
    '139123456',
    '1395139545',
    '423123',
    '12345678901',
    '无',
    '',
    '不详',
    '空号',
    '139123456789',
  ]) {
    assert.deepEqual(said(text), [], text)
  }
})

const SEVERAL: [string, string[]][] = [
  ['13912345678、4231234', ['13912345678 本人', '0534-4231234 本人']],
  ['13912345678/13812345678', ['13912345678 本人', '13812345678 本人']],
  ['13912345678；13812345678', ['13912345678 本人', '13812345678 本人']],
  ['13912345678，13812345678', ['13912345678 本人', '13812345678 本人']],
  ['13912345678\n大儿子13812345678', ['13912345678 本人', '13812345678 子']],
  ['13912345678 13812345678', ['13912345678 本人', '13812345678 本人']],
  ['宅4231234；老伴13812345678', ['0534-4231234 住宅', '13812345678 配偶']],
  ['13912345678（儿子）、13812345678（女儿）', ['13912345678 子', '13812345678 女']],
  ['1.39123E+10、儿子13812345678', ['13812345678 子']],
]

test('several numbers of one cell are parted', () => {
  for (const [text, phones] of SEVERAL) assert.deepEqual(said(text), phones, text)
})

const LABELS: Record<string, string[]> = {
  子: ['儿子', '大儿子', '长子', '二儿子', '次子', '小儿子', '儿', '子', '儿子张伟'],
  女: ['女儿', '闺女', '大女儿', '长女', '二女儿', '女', '小闺女'],
  配偶: ['老伴', '配偶', '爱人', '妻', '夫', '妻子', '丈夫'],
  孙辈: ['孙子', '外孙', '孙女', '外孙女', '大孙子'],
  住宅: ['宅', '家', '住宅', '家里', '家庭电话'],
  子女: ['子女', '儿女'],
  其他: ['儿媳', '女婿', '保姆', '侄子', '侄女', '外甥女', '邻居', '李建夫', '单位'],
}

test('words before, behind or in brackets say whose number it is', () => {
  for (const [label, words] of Object.entries(LABELS)) {
    for (const word of words) {
      for (const text of [
        `${word}13912345678`,
        `${word}：13912345678`,
        `13912345678（${word}）`,
        `${word} 13912345678`,
      ]) {
        assert.deepEqual(said(text), [`13912345678 ${label}`], text)
      }
    }
  }
})

test('a column of somebody else’s numbers says whose they are', () => {
  assert.deepEqual(said('13912345678', '子女'), ['13912345678 子女'])
  assert.deepEqual(said('大儿子13912345678', '子女'), ['13912345678 子'])
  assert.deepEqual(said('13912345678 儿媳', '子女'), ['13912345678 其他'])
  assert.deepEqual(said('张伟 13912345678', '子女'), ['13912345678 子女'])
  const headers: [string, string][] = [
    ['子女电话', '子女'],
    ['配偶电话', '配偶'],
    ['老伴手机', '配偶'],
    ['住宅电话', '住宅'],
    ['家庭电话', '住宅'],
    ['联系电话', '本人'],
    ['手机/联系方式', '本人'],
    ['紧急联系人电话', '其他'],
    ['儿子电话', '子'],
  ]
  for (const [header, label] of headers) assert.equal(columnLabel(header), label, header)
})

test('words that name nobody leave the number to its column', () => {
  for (const words of ['', '电话', '手机', '：', '本人', '（）']) assert.equal(labelOf(words), undefined, words)
})

test('what no exchange would put through is no number', () => {
  for (const digits of ['', '123', '19912345', '0004231234', '00000000000'])
    assert.equal(normalNumber(digits, '0534'), undefined, digits)
})
