import assert from 'node:assert/strict'
import test from 'node:test'
import { furnishedHouse } from './sample.mjs'
import { deadCode, format, lint, tables, types } from './tools.mjs'

const seen = async (gate, t, files) => (await gate(furnishedHouse(t, files))).failures.join('\n')

test('types: a wrong type is seen', async (t) => {
  assert.match(
    await seen(types, t, { 'src/a.ts': "export const a: number = 'x'\n" }),
    /src\/a\.ts\(1,14\): error TS2322/,
  )
  assert.equal(await seen(types, t, { 'src/a.ts': 'export const a: number = 1\n' }), '')
})

test('types: syntax that Node cannot strip is seen', async (t) => {
  assert.match(await seen(types, t, { 'src/a.ts': 'export enum A {\n  b,\n}\n' }), /TS1294/)
})

test('types: the pages are judged by their own world', async (t) => {
  const web = { 'src/web/tsconfig.json': '{ "extends": "../../tsconfig.json", "include": ["**/*"], "exclude": [] }' }
  const files = { ...web, 'src/web/a.ts': "export const a: number = 'x'\n", 'src/b.ts': 'export const b = 1\n' }
  assert.match(await seen(types, t, files), /src\/web\/a\.ts\(1,14\)/)
})

const LINTED = [
  [
    'a forgotten await',
    'async function a() {}\nexport function b() {\n  a()\n}\n',
    /a\.ts:3:3: .*no-floating-promises/,
  ],
  ['a promise made void', 'async function a() {}\nexport function b() {\n  void a()\n}\n', /no-void/],
  [
    'an async callback where none is awaited',
    'export const b = () => [1].forEach(async () => {})\n',
    /no-misused-promises/,
  ],
  [
    'a state a switch forgot',
    "export function b(a: 'x' | 'y') {\n  switch (a) {\n    case 'x':\n      return 1\n  }\n  return 2\n}\n",
    /switch-exhaustiveness-check/,
  ],
  ['an await of nothing', 'export async function b() {\n  await 1\n}\n', /await-thenable/],
  ['any', 'export const b = (a: any) => String(a)\n', /no-explicit-any/],
  ['any that came from outside', 'export const b = (a: string): number => JSON.parse(a)\n', /no-unsafe-return/],
  ['a default export', 'const b = 1\nexport default b\n', /no-default-export/],
  ['a fourth parameter', 'export const b = (a: 1, c: 2, d: 3, e: 4) => [a, c, d, e]\n', /max-params/],
  ['a file that imports itself in a ring', "import { c } from './c.ts'\nexport const a = () => c\n", /no-cycle/],
  [
    'a disable that disables nothing',
    '// oxlint-disable-next-line no-var -- once needed\nexport const b = 1\n',
    /[Uu]nused/,
  ],
  [
    'a mocked module of our own',
    "import { mock } from 'node:test'\nmock.module('./c.ts')\n",
    /no-restricted-properties/,
  ],
]

test('lint: each of these is seen', async (t) => {
  for (const [what, text, expected] of LINTED) {
    const files = { 'src/a.ts': text, 'src/c.ts': "import { a } from './a.ts'\nexport const c = () => a\n" }
    assert.match(await seen(lint, t, files), expected, what)
  }
})

test('lint: a test is registered without waiting for it', async (t) => {
  const text = "import test from 'node:test'\n\ntest('it rains', async () => {\n  await Promise.resolve()\n})\n"
  assert.equal(await seen(lint, t, { 'src/a.test.ts': text }), '')
})

test('format: a double quote and unsorted imports are seen', async (t) => {
  const files = {
    'src/a.ts': 'export const a = "b"\n',
    'src/b.ts': "import b from 'b'\nimport a from 'a'\n\nexport { a, b }\n",
  }
  assert.match(await seen(format, t, files), /^src\/a\.ts:1 .*\nsrc\/b\.ts:1 /)
  assert.equal(await seen(format, t, { 'src/a.ts': "export const a = 'b'\n" }), '')
})

test('dead code: an unused file, export and dependency are seen', async (t) => {
  const house = {
    'package.json': '{ "type": "module", "dependencies": { "zod": "4.6.7" } }',
    'src/main.ts': "import { used } from './a.ts'\n\nconsole.log(used)\n",
    'src/a.ts': 'export const used = 1\nexport const unused = 2\n',
    'src/b.ts': 'export const b = 1\n',
  }
  const failures = await seen(deadCode, t, house)
  assert.match(failures, /src\/a\.ts:2 exports: unused/)
  assert.match(failures, /src\/b\.ts:1 nobody imports this file/)
  assert.match(failures, /package\.json:1 dependencies: zod/)
})

test('tables: types that the migrations do not make are seen', async (t) => {
  const files = {
    'scripts/tables.mjs':
      "console.error('tables.ts is stale')\nprocess.exitCode = process.argv[2] === '--check' ? 1 : 0\n",
  }
  assert.equal(await seen(tables, t, files), 'tables.ts is stale')
  assert.equal(await seen(tables, t, { 'src/a.ts': '' }), '')
})
