import assert from 'node:assert/strict'
import test from 'node:test'
import { fitsAny, fitsPassword, hashPassword, oneTimePassword, weaknessesOf } from './index.ts'

test('a password fits its own hash and no other', async () => {
  const stored = await hashPassword('Haitang-7-chuang')
  assert.match(stored, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  assert.equal(await fitsPassword('Haitang-7-chuang', stored), true)
  assert.equal(await fitsPassword('haitang-7-chuang', stored), false)
  assert.notEqual(await hashPassword('Haitang-7-chuang'), stored)
})

test('a password typed full-width is the same password', async () => {
  assert.equal(await fitsPassword('Ｈaitang-7-chuang', await hashPassword('Haitang-7-chuang')), true)
})

test('without a hash, or with one that is none, nothing fits and the same work is done', async () => {
  for (const stored of [undefined, '-', '', 'plain']) assert.equal(await fitsPassword('', stored), false)
})

test('a hash of another implementation is read with the cost it names', async () => {
  // RFC 9106 parameters of our own choice, computed once by Node for the password "password".
  const { argon2Sync } = await import('node:crypto')
  const [message, nonce] = [Buffer.from('password'), Buffer.alloc(16, 3)]
  const hash = argon2Sync('argon2id', { message, nonce, memory: 8192, passes: 1, parallelism: 2, tagLength: 24 })
  const text = [nonce, hash].map((bytes) => bytes.toString('base64').replace(/=+$/, ''))
  assert.equal(await fitsPassword('password', `$argon2id$v=19$m=8192,t=1,p=2$${text.join('$')}`), true)
})

test('a password that is handed over satisfies the rules and is never the same', () => {
  const passwords = Array.from({ length: 200 }, oneTimePassword)
  for (const password of passwords) {
    assert.match(password, /^[A-Za-z2-9]{4}-[A-Za-z2-9]{4}-[A-Za-z2-9]{4}$/)
    assert.deepEqual(weaknessesOf(password, []), [])
    assert.doesNotMatch(password, /[IOl01o]/)
  }
  assert.equal(new Set(passwords).size, passwords.length)
})

test('a password is known again among former ones', async () => {
  const former = [await hashPassword('Haitang-7-chuang'), await hashPassword('Shiliu-8-shuxia')]
  assert.equal(await fitsAny('Shiliu-8-shuxia', former), true)
  assert.equal(await fitsAny('Haitang-8-chuang', former), false)
  assert.equal(await fitsAny('Haitang-7-chuang', []), false)
})

test('sixty-four characters and more count whole: nothing is cut off', async () => {
  const long = '海棠依旧'.repeat(40)
  const stored = await hashPassword(long)
  assert.equal(await fitsPassword(long, stored), true)
  assert.equal(await fitsPassword(long.slice(0, -1), stored), false)
})
