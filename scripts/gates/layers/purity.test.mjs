import assert from 'node:assert/strict'
import test from 'node:test'
import { sampleHouse } from '../sample.mjs'
import { purity } from './purity.mjs'

const RULES = 'src/modules/care/rules.ts'
const judge = (t, files) => purity(sampleHouse(t, files)).join('\n')

const IMPURE = [
  ['reads a file', "import { readFileSync } from 'node:fs'\nexport const a = readFileSync\n", /reaches node:fs/],
  ['builds a query', "import { sql } from 'kysely'\nexport const a = sql\n", /reaches kysely/],
  [
    'takes the clock',
    "import { clock } from '#platform/clock.ts'\nexport const a = clock\n",
    /reaches src\/platform\/clock/,
  ],
  ['asks a service', "import { a } from './service.ts'\nexport const b = a\n", /reaches .*service\.ts/],
  ['looks at the time', 'export const a = () => Date.now()\n', /Date\.now comes from the caller/],
  ['looks at the calendar', 'export const a = () => new Date()\n', /new Date\(\) comes from/],
  ['looks at the calendar in the new way', 'export const a = () => Temporal.Now.instant()\n', /Temporal\.Now/],
  ['throws dice', 'export const a = () => Math.random()\n', /Math\.random/],
  ['reads the environment', 'export const a = process.env\n', /process\.env/],
]

for (const [what, text, expected] of IMPURE) {
  test(`a rule that ${what} is seen`, (t) => {
    assert.match(judge(t, { [RULES]: text, 'src/modules/care/service.ts': '', 'src/platform/clock.ts': '' }), expected)
  })
}

test('a rule may take types from anywhere and dates from its caller', (t) => {
  const text = [
    "import type { Ctx } from '#platform/db/pool.ts'",
    "import { days } from './calendar/index.ts'",
    '// Date.now() is the caller’s business.',
    'export const due = (ctx: Ctx, from: string) => days(new Date(from))',
  ].join('\n')
  assert.equal(judge(t, { [RULES]: text, 'src/modules/care/calendar/index.ts': 'export const days = 1\n' }), '')
})

test('a way out through other files is shown step by step', (t) => {
  const seen = judge(t, {
    [RULES]: "\nimport { a } from './calendar/index.ts'\nexport const b = a\n",
    'src/modules/care/calendar/index.ts': "export { a } from './table.ts'\n",
    'src/modules/care/calendar/table.ts': "import fs from 'node:fs'\nexport const a = fs\n",
  })
  const way = 'src/modules/care/calendar/index.ts → src/modules/care/calendar/table.ts → node:fs'
  assert.equal(seen, `${RULES}:2 rules are pure, but it reaches ${way}`)
})

test('a page that would carry the server into the browser is seen', (t) => {
  const seen = judge(t, {
    'src/web/console/a.page.tsx': "import { b } from '#modules/care/contract.ts'\nexport const a = b\n",
    'src/modules/care/contract.ts': "import { sql } from 'kysely'\nexport const b = sql\n",
  })
  assert.match(seen, /a\.page\.tsx:1 this runs in a browser, but it reaches src\/modules\/care\/contract\.ts → kysely/)
})
