import assert from 'node:assert/strict'
import test from 'node:test'
import { readDeath } from './death.ts'
import { flagOfHeader, flagsIn } from './flags.ts'
import { kindNamed, readKind, saysOutOfScope } from './kind.ts'
import { readMoney } from './money.ts'
import { readLevel, readPost } from './post.ts'

const KINDS: [string, string | undefined][] = [
  ['离休', '离休'],
  ['离', '离休'],
  ['离休干部', '离休'],
  ['退休', '退休'],
  ['退', '退休'],
  ['退休干部', '退休'],
  ['企业退休', '退休'],
  ['遗属', '遗属'],
  ['离休干部遗属', '遗属'],
  ['企业退休工人', '其他'],
  ['退休工人', '其他'],
  ['军休干部', '其他'],
  ['军队退休干部', '其他'],
  ['离退休', undefined],
  ['离休/退休', undefined],
  ['', undefined],
  ['教师', undefined],
]

test('a kind cell names 离休, 退休, survivors or others', () => {
  for (const [text, kind] of KINDS) assert.equal(readKind(text)?.kind, kind, text)
})

test('retired workers and officers are not the bureau’s people', () => {
  for (const text of ['企业退休工人', '退休工人', '军休干部', '军休'])
    assert.equal(readKind(text)?.isOutOfScope, true, text)
  for (const text of ['退休', '企业退休', '离休']) assert.equal(readKind(text)?.isOutOfScope, false, text)
  for (const text of ['退休工人', '军休干部', '系企业退休工人']) assert.equal(saysOutOfScope(text), true, text)
  for (const text of ['子女为企业工人', '原工人身份转干', '']) assert.equal(saysOutOfScope(text), false, text)
})

const NAMED: [string, string | undefined][] = [
  ['一、离休干部', '离休'],
  ['（二）退休干部（12人）', '退休'],
  ['表一：离休干部', '离休'],
  ['青河县退休干部花名册', '退休'],
  ['离休', '离休'],
  ['离休干部及遗属情况表', '离休'],
  ['二、已故离休干部及其遗属', '离休'],
  ['三、遗属', '遗属'],
  ['离休干部遗属名册', '遗属'],
  ['四、军休干部', '其他'],
  ['青河县离退休干部花名册', undefined],
  ['离、退休干部名册', undefined],
  ['离(退)休干部名册', undefined],
  ['离休干部、退休干部名册', undefined],
  ['老干部名册', undefined],
]

test('离休 alone or 退休 alone gives the kind, 离退休 none', () => {
  for (const [text, kind] of NAMED) assert.equal(kindNamed(text)?.kind, kind, text)
})

type Posted = [string, string | undefined, string | undefined, string | undefined]
const POSTS: Posted[] = [
  ['局长（正科级）', '局长', '141', undefined],
  ['正科级·原局长', '局长', '141', undefined],
  ['正科级、原局长', '局长', '141', undefined],
  ['原局长', '局长', undefined, undefined],
  ['局长（正科级，享受副处级待遇）', '局长', '141', '132'],
  ['科员 享受副县级待遇', '科员', '150', '132'],
  ['科员，享受正处级', '科员', '150', '131'],
  ['工会主席（保留副县级待遇）', '工会主席', undefined, '132'],
  ['保留副处级待遇', undefined, undefined, '132'],
  ['副处级待遇', undefined, undefined, '132'],
  ['副局长，享受正科级', '副局长', undefined, '141'],
  ['调研员', '调研员', '131', undefined],
  ['副调研员', '副调研员', '132', undefined],
  ['主任科员', '主任科员', '141', undefined],
  ['副主任科员', '副主任科员', '142', undefined],
  ['副主任科员（享受正科级待遇）', '副主任科员', '142', '141'],
  ['办事员', '办事员', '160', undefined],
  ['正厅级', undefined, '121', undefined],
  ['副厅级 原市长', '市长', '122', undefined],
  ['县处级正职', undefined, '131', undefined],
  ['县处级副职', undefined, '132', undefined],
  ['乡科级正职', undefined, '141', undefined],
  ['乡科级副职', undefined, '142', undefined],
  ['县（处）级副职', undefined, '132', undefined],
  ['教师', '教师', undefined, undefined],
  ['教导主任', '教导主任', undefined, undefined],
  ['局长（正科级，享受副处级医疗待遇）', '局长', '141', undefined],
  ['助理调研员', '助理调研员', '132', undefined],
  ['副科长', '副科长', undefined, undefined],
  ['副县长', '副县长', undefined, undefined],
  ['原副处长（正科级）', '副处长', '141', undefined],
  ['副县处级', undefined, '132', undefined],
  ['', undefined, undefined, undefined],
]

test('post, level and what is enjoyed are three things', () => {
  for (const [text, post, rank, treatment] of POSTS) {
    const read = readPost(text)
    assert.deepEqual([read.post, read.rank, read.treatment], [post, rank, treatment], text)
  }
  assert.equal(readLevel('现享受正处级待遇'), '131')
  assert.equal(readLevel('教师'), undefined)
})

test('an amount is yuan however it is written', () => {
  const amounts: [string, number | undefined][] = [
    ['3245.6', 3245.6],
    ['3,245.6元', 3245.6],
    ['￥2,860', 2860],
    ['¥2860.00', 2860],
    ['约3000元', 3000],
    ['3000元左右', 3000],
    ['3245.6元/月', 3245.6],
    ['３２４５．６', 3245.6],
    ['叁仟贰佰元整', 3200],
    ['叁仟', 3000],
    ['叁仟零捌元整', 3008],
    ['叁仟肆佰玖拾伍元捌角', 3495.8],
    ['贰仟伍佰元伍角陆分', 2500.56],
    ['壹万贰仟元', 12_000],
    ['三千二百元', 3200],
    ['3千元', 3000],
    ['', undefined],
    ['不详', undefined],
    ['面议', undefined],
  ]
  for (const [text, yuan] of amounts) assert.equal(readMoney(text), yuan, text)
})

test('a remark says who is dead and when', () => {
  const deaths: [string, boolean, string | undefined][] = [
    ['已故', true, undefined],
    ['去世', true, undefined],
    ['病故', true, undefined],
    ['逝世', true, undefined],
    ['2013.3病故', true, '2013.3'],
    ['2013年3月去世', true, '2013年3月'],
    ['该同志已于2013年3月5日去世', true, '2013年3月5日'],
    ['已于2011年逝世', true, '2011年'],
    ['去世（2012年11月）', true, '2012年11月'],
    ['2012-11-05去世', true, '2012-11-05'],
    ['二〇一二年五月病故', true, '二〇一二年五月'],
    ['随女儿居住，2012年去世', true, '2012年'],
    ['老伴已故', false, undefined],
    ['其妻2010年去世', false, undefined],
    ['配偶李秀英已去世', false, undefined],
    ['儿子2010年病故', false, undefined],
    ['健在', false, undefined],
    ['', false, undefined],
  ]
  for (const [text, isDead, date] of deaths) {
    const read = readDeath(text)
    assert.deepEqual([read.isDead, read.date], [isDead, date], text)
  }
})

test('living conditions are found in words', () => {
  const flags: [string, string[]][] = [
    ['独居', ['独居']],
    ['空巢', ['空巢']],
    ['与配偶同住', ['与配偶同住']],
    ['与老伴同住', ['与配偶同住']],
    ['与子女同住', ['与子女同住']],
    ['和儿子一起居住', ['与子女同住']],
    ['保姆照料', ['保姆照料']],
    ['养老机构', ['养老机构']],
    ['住养老院', ['养老机构']],
    ['随子女在外居住', ['异地居住']],
    ['随女儿居住', ['异地居住']],
    ['随子居住在青岛', ['异地居住']],
    ['现居外地', ['异地居住']],
    ['异地居住', ['异地居住']],
    ['失独', ['失独']],
    ['无子女', ['无子女']],
    ['失能', ['失能']],
    ['半失能', ['半失能']],
    ['重病', ['重病']],
    ['失能、独居', ['独居', '失能']],
    ['非独居', []],
    ['不是空巢', []],
    ['行动不便', []],
    ['', []],
  ]
  for (const [text, found] of flags) assert.deepEqual(flagsIn(text), found, text)
})

test('a yes-or-no column is about the flag its header names', () => {
  const headers: [string, string | undefined][] = [
    ['是否独居', '独居'],
    ['独居', '独居'],
    ['是否空巢', '空巢'],
    ['空巢老人', '空巢'],
    ['是否失独家庭', '失独'],
    ['是否失能', '失能'],
    ['是否异地居住', '异地居住'],
    ['是否重病', '重病'],
    ['是否已故', '已故'],
    ['是否党员', undefined],
    ['性别', undefined],
  ]
  for (const [header, flag] of headers) assert.equal(flagOfHeader(header), flag, header)
})
