import assert from 'node:assert/strict'
import test from 'node:test'
import { type NameRead, readName } from './person-name.ts'

const READ: [string, Partial<NameRead>][] = [
  ['李明', { name: '李明' }],
  ['李　明', { name: '李明' }],
  [' 李 世 杰 ', { name: '李世杰' }],
  ['\ufeff李\u200b明', { name: '李明' }],
  ['李\n明', { name: '李明' }],
  ['李明同志', { name: '李明' }],
  ['*王红', { name: '王红' }],
  ['王红*', { name: '王红' }],
  ['＊王红', { name: '王红' }],
  ['欧阳*', { name: '欧阳' }],
  ['王红（女）', { name: '王红', gender: '2' }],
  ['王红(男)', { name: '王红', gender: '1' }],
  ['（女）王红', { name: '王红', gender: '2' }],
  ['李明（已故）', { name: '李明', remark: '已故' }],
  ['李明(已去世)', { name: '李明', remark: '已去世' }],
  ['李明【2011年去世】', { name: '李明', remark: '2011年去世' }],
  ['王红（女，已故）', { name: '王红', gender: '2', remark: '已故' }],
  ['李明（曾用名：李铁柱）', { name: '李明', formerName: '李铁柱' }],
  ['李明（曾用名李铁柱）', { name: '李明', formerName: '李铁柱' }],
  ['李明(原名李铁柱)', { name: '李明', formerName: '李铁柱' }],
  ['李明（又名：李铁柱）', { name: '李明', formerName: '李铁柱' }],
  ['李明 曾用名李铁柱', { name: '李明', formerName: '李铁柱' }],
  ['王红（女，曾用名王二妮）', { name: '王红', gender: '2', formerName: '王二妮' }],
  ['李明（女', { name: '李明', gender: '2' }],
  ['阿依古丽·买买提', { name: '阿依古丽·买买提' }],
  ['峯国', { name: '峯国' }],
]

test('a name loses what is not part of it and keeps its letters as written', () => {
  for (const [text, expected] of READ) assert.deepEqual(readName(text), { reasons: [], ...expected }, text)
})

test('a name that is hidden or missing refuses the row', () => {
  for (const text of ['张××', '张XX', '李某某', '李某', '王**', '王*', '赵○○', '×××', '张某甲']) {
    assert.equal(readName(text).refused, 'NAME_INVALID', text)
  }
  for (const text of ['', '（女）', '*', '同志', '遗属']) assert.equal(readName(text).refused, 'NAME_MISSING', text)
})

test('the hole of old fonts is mended, other private characters are shown to somebody', () => {
  assert.deepEqual(readName('王\ue863'), { name: '王䶮', reasons: [] })
  assert.deepEqual(readName('王\ue123'), { name: '王\ue123', reasons: ['NAME_PUA'] })
  assert.deepEqual(readName('王\udb80\udc01').reasons, ['NAME_PUA'])
})

test('a lost character is noticed', () => {
  for (const text of ['王?', '王？兰', '王□', '王\ufffd'])
    assert.deepEqual(readName(text).reasons, ['NAME_LOST_CHAR'], text)
})

test('rare characters beyond the first plane are letters like any other', () => {
  assert.deepEqual(readName('李㛃'), { name: '李㛃', reasons: [] })
  assert.deepEqual(readName('王𠀀'), { name: '王𠀀', reasons: [] })
})

const SURVIVORS: [string, string, string][] = [
  ['遗属：王秀英', '王秀英', '遗属'],
  ['遗属 王秀英', '王秀英', '遗属'],
  ['遗属王秀英', '王秀英', '遗属'],
  ['（遗属）王秀英', '王秀英', '遗属'],
  ['王秀英（遗属）', '王秀英', '遗属'],
  ['王秀英 遗属', '王秀英', '遗属'],
  ['遗孀：王秀英', '王秀英', '遗孀'],
  ['配偶：王秀英', '王秀英', '配偶'],
  ['配偶:王秀英', '王秀英', '配偶'],
  ['妻：王秀英', '王秀英', '妻'],
  ['其妻：王秀英', '王秀英', '其妻'],
  ['其妻 ： 王秀英', '王秀英', '其妻'],
]

test('a word before or behind the name makes the row a survivor’s', () => {
  for (const [text, name, word] of SURVIVORS) {
    const read = readName(text)
    assert.deepEqual([read.name, read.survivor], [name, word], text)
  }
})
