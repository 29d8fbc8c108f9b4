import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import test from 'node:test'
import { sampleHouse } from '../sample.mjs'
import { bundle } from './bundle.mjs'

const PAGE = [
  '<link rel="modulepreload" crossorigin href="/assets/react-1.js">',
  '<link rel="stylesheet" href="/assets/style-1.css">',
  '<link rel="icon" href="/icon.svg">',
  '<script type="module" crossorigin src="/assets/main-1.js?x"></script>',
].join('\n')
// Random letters hardly compress, so a file of n KB stays about 3/4 n KB gzipped.
const heavy = (kilobytes) => randomBytes(kilobytes * 768).toString('base64')

const dist = (shell, kilobytes) => ({
  [`dist/${shell}/index.html`]: PAGE,
  'dist/assets/main-1.js': heavy(kilobytes),
  'dist/assets/react-1.js': 'a',
  'dist/assets/style-1.css': 'b',
  'dist/assets/late-1.js': heavy(900),
})

test('what the first page asks for is weighed, not what comes later', (t) => {
  const { failures, figures } = bundle(sampleHouse(t, dist('console', 100)))
  assert.deepEqual(failures, [])
  assert.match(figures[0], /^console page 7\d KB gzipped$/)
})

test('a console page over 400 KB and an elder page over 80 KB are seen', (t) => {
  assert.match(
    bundle(sampleHouse(t, dist('console', 600))).failures.join(),
    /first page is 4\d\d KB gzipped \(400 at most\)/,
  )
  assert.match(
    bundle(sampleHouse(t, dist('elder', 130))).failures.join(),
    /first page is \d\d KB gzipped \(80 at most\)/,
  )
})

test('a page that asks for a file that was not built is seen', (t) => {
  const { 'dist/assets/react-1.js': _gone, ...files } = dist('elder', 1)
  assert.match(bundle(sampleHouse(t, files)).failures.join(), /asks for \/assets\/react-1\.js, which is not built/)
})

test('without pages there is nothing to weigh', (t) => {
  assert.deepEqual(bundle(sampleHouse(t, { 'src/a.ts': '' })), { failures: [], figures: ['no pages built'] })
})
