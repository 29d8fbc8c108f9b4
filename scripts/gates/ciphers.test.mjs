import assert from 'node:assert/strict'
import test from 'node:test'
import { ciphers } from './ciphers.mjs'
import { sampleHouse } from './sample.mjs'

const judge = (t, path, text) => ciphers(sampleHouse(t, { [path]: `\n${text}\n` })).failures.join('\n')

const SEEN = [
  ['a weak digest', 'src/a.ts', "createHash('md5')", 'MD5'],
  ['a weak digest in SQL', 'migrations/0001_a.sql', 'select md5(name)', 'MD5'],
  ['another weak digest', 'src/a.ts', "createHash('sha1')", 'SHA-1'],
  ['the same written out', 'scripts/a.mjs', "digest('SHA-1', bytes)", 'SHA-1'],
  ['an old cipher', 'src/a.ts', "createCipheriv('des-ede3-cbc', key, nonce)", 'DES'],
  ['a broken stream', 'src/a.ts', "createCipheriv('rc4', key, '')", 'RC4'],
  ['the code book, under any cipher', 'src/a.ts', "createCipheriv('sm4-ecb', key, null)", 'ECB'],
  ['a cipher made from a password', 'src/a.ts', "createCipher('aes-256-gcm', 'x')", 'a cipher without a nonce'],
]

for (const [what, path, text, told] of SEEN)
  test(`${what} is refused where it stands`, (t) => {
    const seen = judge(t, path, text)
    assert.ok(seen.includes(`${path}:2 ${told}`), seen || 'nothing was said')
  })

for (const [what, path, text] of [
  [
    'what the product uses',
    'src/a.ts',
    "createCipheriv('sm4-gcm', key, nonce); createHmac('sm3', key); createHash('sha256')",
  ],
  ['words that only look like it', 'src/a.ts', 'const describes = nodes.length; const sha16 = 1'],
  ['a test that names it', 'src/a.test.ts', "createHash('md5')"],
  ['the codes of an authenticator', 'src/modules/accounts/second-factor/rules.ts', "algorithm: 'sha1'"],
])
  test(`${what} is let through`, (t) => assert.equal(judge(t, path, text), ''))
