import assert from 'node:assert/strict'
import test from 'node:test'
import { sampleHouse } from '../sample.mjs'
import { layers } from './index.mjs'

const HOUSE = {
  'src/main.ts': "import { peopleRoutes } from '#modules/people/routes.ts'\nexport const main = peopleRoutes\n",
  'src/platform/ctx.ts': 'export type Ctx = { now: Date }\n',
  'src/platform/contract.ts': 'export const endpoint = 1\n',
  'src/platform/clock.ts': 'export const clock = () => new Date()\n',
  'src/platform/db/pool.ts': "import pg from 'pg'\nexport const pool = new pg.Pool()\n",
  'src/modules/people/index.ts': "export { find } from './service.ts'\n",
  'src/modules/people/service.ts': 'export const find = 1\n',
  'src/modules/people/routes.ts': 'export const peopleRoutes = 1\n',
  'src/modules/people/contract.ts':
    "import { endpoint } from '#platform/contract.ts'\nexport const findPeople = endpoint\n",
  'src/modules/people/book/index.ts': 'export const book = 1\n',
  'src/modules/people/codes/index.ts': 'export const sexes = [1, 2]\n',
  'src/modules/units/index.ts': 'export const units = 1\n',
  'src/modules/care/index.ts': 'export const care = 1\n',
  'src/modules/party/index.ts': 'export const party = 1\n',
  'src/modules/reports/index.ts': 'export const reports = 1\n',
  'src/web/ui/button.tsx': 'export const button = 1\n',
  'src/web/api.ts': 'export const api = 1\n',
  'src/web/console/home.page.tsx': 'export const home = 1\n',
  'test/office.ts': 'export const office = 1\n',
}

function judge(t, extra) {
  return layers(sampleHouse(t, { ...HOUSE, ...extra })).failures
}

test('a house built to plan passes', (t) => {
  assert.deepEqual(judge(t, {}), [])
})

const WALLS = [
  ['the platform asks a room', 'src/platform/scope.ts', '#modules/people/index.ts', /knows no room/],
  ['the platform asks a page', 'src/platform/scope.ts', '../web/api.ts', /knows no room/],
  ['a platform test asks a room', 'src/platform/scope.test.ts', '#modules/people/index.ts', /knows no room/],
  ['a ground room asks upwards', 'src/modules/people/events.ts', '#modules/care/index.ts', /people may not ask care/],
  ['a test of a ground room asks upwards', 'src/modules/people/a.test.ts', '#modules/care/index.ts', /may not ask/],
  ['two rooms of the first floor ask each other', 'src/modules/care/events.ts', '#modules/party/index.ts', /tell up/],
  ['a room enters by the window', 'src/modules/care/service.ts', '#modules/people/service.ts', /index\.ts only/],
  ['a room enters by a sub-room', 'src/modules/care/jobs.ts', '#modules/people/book/index.ts', /index\.ts only/],
  ['a room knows main', 'src/modules/care/service.ts', '../../main.ts', /who mounts it/],
  ['a room knows a page', 'src/modules/care/service.ts', '../../web/api.ts', /does not know the pages/],
  ['a room opens the pool', 'src/modules/care/service.ts', '#platform/db/pool.ts', /ctx\.db/],
  ['a room imports the driver', 'src/modules/care/service.ts', 'pg', /open the database/],
  ['a room imports the driver as a type', 'src/modules/care/policy.ts', 'type pg', /open the database/],
  ['a platform file beside db imports the driver', 'src/platform/audit.ts', 'pg', /open the database/],
  ['a command imports the driver', 'src/commands/serve.ts', 'pg', /open the database/],
  ['a room builds its own HTTP', 'src/modules/care/routes.ts', 'fastify', /through #platform/],
  ['a room leans on test scenery', 'src/modules/care/service.ts', '#test/office.ts', /only tests/],
  ['the design system learns the trade', 'src/web/ui/card.tsx', '#modules/people/contract.ts', /no domain/],
  ['the design system fetches', 'src/web/ui/card.tsx', '../api.ts', /knows no page/],
  ['a page asks the server', 'src/web/console/a.page.tsx', '#modules/people/service.ts', /run in a browser/],
  ['a page goes through the face', 'src/web/console/a.page.tsx', '#modules/people/index.ts', /run in a browser/],
  ['a page knows main', 'src/web/console/a.page.tsx', '../../main.ts', /do not know the server/],
  ['an elder page borrows from the console', 'src/web/elder/a.tsx', '../console/home.page.tsx', /do not share/],
  ['an elder page loads antd', 'src/web/elder/a.tsx', 'antd', /stay light/],
  ['the light kit loads antd', 'src/web/light/a.tsx', 'antd', /stay light/],
  ['the light kit borrows a page', 'src/web/light/a.tsx', '../console/home.page.tsx', /knows no page/],
  ['the light kit learns the trade', 'src/web/light/a.tsx', '#modules/people/contract.ts', /no domain/],
  ['a second file knows the rooms', 'src/rooms.ts', '#modules/people/index.ts', /only src\/main\.ts/],
  ['a command reaches into a room', 'src/commands/import.ts', '#modules/people/service.ts', /mounted through/],
  ['an import leads nowhere', 'src/platform/scope.ts', './gone.ts', /no such file/],
]

for (const [what, path, specifier, expected] of WALLS) {
  test(`it is seen when ${what}`, (t) => {
    const [, type = '', name] = /^(type )?(.*)$/.exec(specifier)
    const failures = judge(t, { [path]: `\nimport ${type}{ x } from '${name}'\nexport const y = 1 as x\n` })
    assert.match(failures.join('\n'), expected)
    assert.match(failures[0], new RegExp(`^${path.replaceAll('.', '\\.')}:2 `))
  })
}

test('re-exports and late imports are imports too', (t) => {
  const failures = judge(t, {
    'src/modules/care/service.ts': "export { find } from '#modules/people/service.ts'\n",
    'src/modules/care/jobs.ts': "export const late = () => import('#modules/people/service.ts')\n",
    'src/modules/care/events.ts': "export * from '#modules/people/service.ts'\n",
  })
  assert.equal(failures.length, 3)
})

const ALLOWED = [
  ['a first-floor room asks the ground', 'src/modules/care/service.ts', '#modules/people/index.ts'],
  ['the roof asks both floors below', 'src/modules/reports/service.ts', '#modules/care/index.ts'],
  ['a ground room asks another', 'src/modules/people/policy.ts', '#modules/units/index.ts'],
  ['a test takes the office', 'src/modules/care/service.test.ts', '#test/office.ts'],
  ['a room reads the codes of another', 'src/modules/care/contract.ts', '#modules/people/codes/index.ts'],
  ['a page sees a contract', 'src/web/console/a.page.tsx', '#modules/people/contract.ts'],
  ['a page sees codes', 'src/web/console/a.page.tsx', '#modules/people/codes/index.ts'],
  ['a command uses a face', 'src/commands/import.ts', '#modules/people/index.ts'],
  ['a command names the type of a pool', 'src/commands/import.ts', 'type pg'],
]

for (const [what, path, specifier] of ALLOWED) {
  test(`nothing is said when ${what}`, (t) => {
    const [, type = '', name] = /^(type )?(.*)$/.exec(specifier)
    assert.deepEqual(judge(t, { [path]: `import ${type}{ x } from '${name}'\nexport const y = 1 as x\n` }), [])
  })
}

test('a room that is not on the plan is seen', (t) => {
  assert.match(judge(t, { 'src/modules/kitchen/index.ts': '' }).join(), /kitchen is not a room of the plan/)
})

test('ground rooms that ask in a ring are seen, even when only for a type', (t) => {
  const failures = judge(t, {
    'src/modules/people/policy.ts': "import { units } from '#modules/units/index.ts'\nexport const a = units\n",
    'src/modules/units/service.ts': "import type { b } from '#modules/places/index.ts'\nexport type A = typeof b\n",
    'src/modules/places/index.ts': "import { find } from '#modules/people/index.ts'\nexport const b = find\n",
  })
  assert.match(failures.join('\n'), /rooms ask in a ring: people → units → places → people/)
})

test('a face that does not name what it exports is seen', (t) => {
  const failures = judge(t, { 'src/modules/people/index.ts': "\nexport * from './service.ts'\n" })
  assert.deepEqual(failures, ['src/modules/people/index.ts:2 a face names what it exports: no “export *”'])
})
