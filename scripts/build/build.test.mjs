import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import test, { after, beforeEach } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { fingerprint } from './fingerprint.mjs'
import { isBuilt } from './pages.mjs'
import { precompress } from './precompress.mjs'

const root = mkdtempSync(join(tmpdir(), 'sangyu-build-'))
const write = (path, text) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
beforeEach(() => {
  rmSync(join(root, 'src'), { recursive: true, force: true })
  write('package.json', '{}')
  write('src/web/main.tsx', 'one')
  write('src/modules/people/words.ts', 'words')
})
after(() => rmSync(root, { recursive: true, force: true }))

const changes = [
  ['a page', () => write('src/web/main.tsx', 'two')],
  ['a new style sheet', () => write('src/web/ui/table.module.css', 'td {}')],
  ['words that pages share with the server', () => write('src/modules/people/words.ts', 'other words')],
  ['a pinned dependency', () => write('package.json', '{ "dependencies": {} }')],
]
for (const [what, change] of changes)
  test(`${what} makes the pages out of date`, () => {
    const before = fingerprint(root)
    change()
    assert.notEqual(fingerprint(root), before)
  })

test('a test, a picture or a manual does not', () => {
  const before = fingerprint(root)
  write('src/web/main.test.ts', 'a test')
  write('src/web/seal.png', 'a picture')
  write('docs/manual.md', 'a manual')
  assert.equal(fingerprint(root), before)
})

test('a file that moves without changing makes them out of date too, because its address changes', () => {
  const before = fingerprint(root)
  rmSync(join(root, 'src/web/main.tsx'))
  write('src/web/first.tsx', 'one')
  assert.notEqual(fingerprint(root), before)
})

test('pages are built when their mark is that of today’s sources', () => {
  assert.equal(isBuilt(root), false)
  write('dist/console/.built-from', fingerprint(root))
  assert.equal(isBuilt(root), true)
  write('src/web/main.tsx', 'newer')
  assert.equal(isBuilt(root), false)
})

test('text of some size travels compressed both ways; a small file and a picture stay as they are', async () => {
  const text = 'people '.repeat(1000)
  write('out/assets/large.js', text)
  write('out/assets/small.js', 'x')
  write('out/assets/picture.png', text)
  await precompress(join(root, 'out'))
  const bytes = (name) => readFileSync(join(root, 'out/assets', name))
  assert.equal(brotliDecompressSync(bytes('large.js.br')).toString(), text)
  assert.equal(gunzipSync(bytes('large.js.gz')).toString(), text)
  for (const name of ['small.js.br', 'small.js.gz', 'picture.png.br']) {
    assert.equal(existsSync(join(root, 'out/assets', name)), false, name)
  }
})
