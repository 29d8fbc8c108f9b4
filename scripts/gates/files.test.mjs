import assert from 'node:assert/strict'
import test from 'node:test'
import { ALLOW_LIST, closedList } from './files.mjs'
import { sampleHouse } from './sample.mjs'

const ROOM = { 'src/modules/people/index.ts': '', 'src/modules/people/service.ts': '' }
const judge = (t, files) => closedList(sampleHouse(t, { ...ROOM, ...files })).failures
const named = (...paths) => Object.fromEntries(paths.map((path) => [path, '']))

const ACCEPTED = [
  ['every file of the closed list', named('src/modules/people/views.sql', 'src/modules/people/rules.test.ts')],
  [
    'a sub-room with its own face',
    named('src/modules/people/duplicates/index.ts', 'src/modules/people/duplicates/service.ts'),
  ],
  ['free names in a library', named('src/modules/people/codes/index.ts', 'src/modules/people/codes/gender.ts')],
  [
    'a library’s own folders',
    named(
      'src/modules/people/reading/index.ts',
      'src/modules/people/reading/dates/lunar.ts',
      'src/modules/people/reading/dates/rules.ts',
    ),
  ],
  ['numbered migrations', named('migrations/0001_accounts.sql')],
  ['page names', named('src/web/console/people/person-list.page.tsx', 'src/web/ui/data-table.tsx')],
]

for (const [what, files] of ACCEPTED) {
  test(`nothing is said about ${what}`, (t) => assert.deepEqual(judge(t, files), []))
}

const REFUSED = [
  ['a file outside the closed list', 'src/modules/people/lookup.ts', /lookup\.ts:1 is not in the closed list/],
  ['a second service beside the first', 'src/modules/people/service.search.ts', /not in the closed list/],
  ['a page in a room', 'src/modules/people/index.tsx', /not in the closed list/],
  ['another room’s SQL', 'src/modules/people/queries.sql', /not in the closed list/],
  ['a room without a face', 'src/modules/units/service.ts', /src\/modules\/units:1 has no face/],
  ['a folder of loose files', 'src/modules/people/fixtures/one.ts', /fixtures\/one\.ts:1 is not in the closed list/],
  ['a file between the rooms', 'src/modules/index.ts', /holds rooms, not files/],
  ['utils', 'src/platform/utils.ts', /“utils” says nothing/],
  ['a helper by another name', 'src/platform/date-helpers.ts', /“date-helpers” says nothing/],
  ['a misc folder', 'src/web/misc/button.tsx', /“misc” says nothing/],
  ['utils in a library', 'src/modules/people/index/utils.ts', /“utils” says nothing/],
  ['a common test', 'test/common.ts', /“common” says nothing/],
  ['camelCase', 'src/platform/fileStore.ts', /kebab-case/],
  ['a snake_case page', 'src/web/console/person_list.page.tsx', /kebab-case/],
  ['an unnumbered migration', 'migrations/accounts.sql', /0001_accounts\.sql/],
]

for (const [what, path, expected] of REFUSED) {
  test(`${what} is seen`, (t) => assert.match(judge(t, named(path)).join('\n'), expected))
}

test('a sub-room hidden inside a library is seen', (t) => {
  const files = named('src/modules/people/reading/index.ts', 'src/modules/people/reading/a/service.ts')
  assert.match(judge(t, files).join('\n'), /does not live inside a library/)
})

test('a file with a reason on the allow list may stay', (t) => {
  const list = '| file | why |\n|---|---|\n| `people/partial-date.ts` | dates of known precision; pages read it too |\n'
  assert.deepEqual(judge(t, { ...named('src/modules/people/partial-date.ts'), [ALLOW_LIST]: list }), [])
})

test('an allow list says why, and forgets what is gone', (t) => {
  const failures = judge(t, {
    ...named('src/modules/people/partial-date.ts'),
    [ALLOW_LIST]: '| `partial-date.ts` | |\n| `units/gone.ts` | once needed |\n',
  })
  assert.deepEqual(failures, [
    `${ALLOW_LIST}:1 partial-date.ts has no reason`,
    `${ALLOW_LIST}:2 units/gone.ts is allowed but is not there`,
  ])
})
