import assert from 'node:assert/strict'
import test from 'node:test'
import { bytesAreMarked, isMarked, refuseMarked } from './index.ts'

test('the marking of a state secret is known as offices print it', () => {
  const marked = [
    '机密★1年',
    '绝密★',
    '秘密★10年',
    '机 密 ★ 长期',
    '机密',
    ' 绝 密 ',
    '秘密级',
    '机密文件',
    '密级：机密★',
  ]
  for (const text of marked) assert.ok(isMarked(text), text)
})

test('ordinary words are no marking', () => {
  for (const text of ['机要局', '保密局局长', '秘书', '县委机密档案员', '知道秘密的人', '密云区', '', '★优秀党员'])
    assert.ok(!isMarked(text), text)
})

test('an upload is read in the encodings of Chinese offices', () => {
  const gb = Buffer.from([0xbb, 0xfa, 0xc3, 0xdc, 0xa1, 0xef]) // 机密★ in GB18030
  assert.ok(bytesAreMarked(gb))
  assert.ok(bytesAreMarked(Buffer.from('x机密★1年', 'utf8')))
  assert.ok(bytesAreMarked(Buffer.from('机密★', 'utf16le')))
  assert.ok(!bytesAreMarked(Buffer.from('机密档案员', 'utf8')))
})

test('a marked upload is refused in words that do not repeat it', () => {
  const bytes = new TextEncoder().encode('绝密★ 某县部署')
  assert.throws(() => refuseMarked({ name: 'a.pdf', bytes }), { code: 'privacy.secret_marking' })
  assert.throws(() => refuseMarked({ name: '机密★名册.pdf', bytes: new Uint8Array() }), {
    code: 'privacy.secret_marking',
  })
  assert.doesNotThrow(() => refuseMarked({ name: '名册.pdf', bytes: new TextEncoder().encode('名册') }))
})
