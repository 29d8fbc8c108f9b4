import assert from 'node:assert/strict'
import test from 'node:test'
import { outside } from './outside.mjs'
import { sampleHouse } from './sample.mjs'

const judge = (t, path, text) => outside(sampleHouse(t, { [path]: `\n${text}\n` })).failures.join('\n')
// Joined here, so that this file passes the gate it tests.
const path = (...parts) => ['', ...parts].join('/')
const host = (...parts) => parts.join('.')
const far = (name) => ['https:', '', name, 'a.js'].join('/')

const SEEN = [
  ['a builder’s folder', 'src/a.ts', `const a = '${path('work', 'main')}'`, `machine path ${path('work')}`],
  ['a builder’s folder in prose', 'docs/a.md', `see ${path('work', 'shared')}`, `machine path ${path('work')}`],
  ['a file for today', 'test/a.ts', `read('${path('tmp', 'out.json')}')`, `machine path ${path('tmp', 'o')}`],
  [
    'somebody’s home',
    'scripts/a.mjs',
    `cd('${path('home', 'lin', 'sangyu')}')`,
    `machine path ${path('home', 'lin', '')}`,
  ],
  [
    'a registry',
    'README.md',
    `npm --registry ${far(host('registry', 'npmjs', 'org'))}`,
    `registry host ${host('registry', 'npmjs', 'org')}`,
  ],
  [
    'a registry mirror',
    '.npmrc',
    `registry=${far(host('mirror', 'npmmirror', 'com'))}`,
    `registry host ${host('mirror', 'npmmirror', 'com')}`,
  ],
  [
    'a resolved address in the lock file',
    'package-lock.json',
    `"resolved": "${far(host('registry', 'npmjs', 'org'))}"`,
    'registry host',
  ],
  [
    'a font from far away',
    'src/web/ui/a.css',
    `@import url('${far(host('fonts', 'far', 'com'))}')`,
    'outside host fonts.far.com',
  ],
  [
    'a script from far away',
    'src/web/console/index.html',
    `<script src="//${host('cdn', 'far', 'cn')}/a.js">`,
    'outside host cdn.far.cn',
  ],
  [
    'a socket to far away',
    'src/a.ts',
    `new WebSocket('wss://${host('live', 'far', 'cn')}')`,
    'outside host live.far.cn',
  ],
]

for (const [what, file, text, expected] of SEEN) {
  test(`${what} is seen, with its line`, (t) => assert.ok(judge(t, file, text).startsWith(`${file}:2 ${expected}`)))
}

const FINE = [
  ['this machine', 'src/a.ts', "fetch('http://localhost:8080'), fetch('http://127.0.0.1:1')"],
  ['reserved names', 'src/a.test.ts', "fetch('https://bureau.example.org/a')"],
  ['names of XML namespaces', 'src/web/ui/icon.tsx', '<svg xmlns="http://www.w3.org/2000/svg" />'],
  ['where a regulation is published', 'docs/law.md', `https://${host('www', 'gov', 'cn')}/law`],
  ['a sponsor in the lock file', 'package-lock.json', `"url": "${far(host('github', 'com'))}"`],
  ['routes and imports', 'src/a.ts', "get('/api/work/tmp'); import './work/a.ts'; import '#platform/root/a.ts'"],
  ['comments', 'src/a.ts', '// see //a.b below'],
]

for (const [what, file, text] of FINE) {
  test(`nothing is said about ${what}`, (t) => assert.equal(judge(t, file, text), ''))
}
