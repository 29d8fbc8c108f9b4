import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import test from 'node:test'
import { type CipherProfile, type Keys, vault } from './index.ts'

const PROFILES: CipherProfile[] = ['sm4', 'aes']
const keys = (profile: CipherProfile, id = 1): Keys => ({ id, data: randomBytes(32), index: randomBytes(32), profile })
const TEXTS = ['37142419310502002X', '', '王秀英', '𠮷', 'x'.repeat(100_000)]

test('what is sealed under either profile opens to what it was', () => {
  for (const profile of PROFILES) {
    const safe = vault(keys(profile))
    for (const text of TEXTS) assert.equal(safe.open(safe.seal(text)), text)
  }
})

test('the same number sealed twice looks different, and nothing of it can be read', () => {
  for (const profile of PROFILES) {
    const safe = vault(keys(profile))
    const [one, other] = [safe.seal('37142419310502002X'), safe.seal('37142419310502002X')]
    assert.notDeepEqual(one, other)
    assert.ok(!one.includes('3714'))
  }
})

test('an office that changes its profile still opens what it sealed before', () => {
  const before = keys('sm4')
  const sealed = vault(before).seal('13912345678')
  assert.equal(vault({ ...before, profile: 'aes' }).open(sealed), '13912345678')
})

test('a changed byte is found, whichever it is', () => {
  for (const profile of PROFILES) {
    const safe = vault(keys(profile))
    const sealed = safe.seal('37142419310502002X')
    for (const at of sealed.keys()) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
      assert.throws(() => safe.open(changed), `byte ${at} under ${profile}`)
    }
  }
})

test('what was cut off, anywhere, does not open', () => {
  const safe = vault(keys('sm4'))
  const sealed = safe.seal('13912345678')
  for (let length = 0; length < sealed.length; length++)
    assert.throws(() => safe.open(sealed.subarray(0, length)), `${length} bytes`)
})

test('another key does not open it, and one of another number says so', () => {
  const sealed = vault(keys('sm4')).seal('13912345678')
  assert.throws(() => vault(keys('sm4')).open(sealed), /authenticate/)
  assert.throws(() => vault(keys('sm4', 2)).open(sealed), /sealed with key 1, which the home does not hold/)
})

test('equal values are found by equal marks, within one purpose and one key only', () => {
  const own = keys('sm4')
  const safe = vault(own)
  const mark = safe.index('id', '37142419310502002X')
  assert.deepEqual(safe.index('id', '37142419310502002X'), mark)
  assert.equal(mark.length, 16)
  assert.notDeepEqual(safe.index('id', '371424193105020021'), mark)
  assert.notDeepEqual(safe.index('phone', '37142419310502002X'), mark)
  assert.notDeepEqual(vault(keys('sm4')).index('id', '37142419310502002X'), mark)
  // The border between purpose and value cannot be moved.
  assert.notDeepEqual(safe.index('id', '3'), safe.index('id3', ''))
  // The mark does not hang on the profile: after a change people are still found.
  assert.deepEqual(vault({ ...own, profile: 'aes' }).index('id', '37142419310502002X'), mark)
})
