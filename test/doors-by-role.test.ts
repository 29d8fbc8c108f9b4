import assert from 'node:assert/strict'
import test from 'node:test'
import { powersOf, type Role } from '#modules/accounts/rules.ts'
import { doors, nameOf } from '../trust/kit/doors.ts'
import { COLUMNS, committed } from '../trust/kit/matrix.ts'
import { routesIn } from '../trust/rows/t01.ts'

const table = committed()

test('the committed table has every door of the product and every role, and no other', () => {
  assert.deepEqual(table.columns, COLUMNS)
  assert.deepEqual(Object.keys(table.doors).toSorted(), doors.map(({ e }) => nameOf(e)).toSorted())
  for (const [name, statuses] of Object.entries(table.doors))
    assert.match(statuses, new RegExp(`^\\d{3}( \\d{3}){${COLUMNS.length - 1}}$`), name)
})

test('the committed table keeps out whoever has no right to a door', () => {
  for (const { e } of doors.filter((door) => door.e.permission !== 'public')) {
    const [nobody, ...statuses] = (table.doors[nameOf(e)] ?? '').split(' ')
    assert.equal(nobody, '401', nameOf(e))
    const shut = COLUMNS.slice(1).filter(
      (role) => e.permission !== 'signed-in' && !powersOf([role as Role]).permissions.has(e.permission), // the columns after the first
    )
    for (const role of shut) assert.equal(statuses[COLUMNS.indexOf(role) - 1], '403', `${nameOf(e)} ${role}`)
  }
})

test('nothing in the committed table is a fault of ours', () => {
  for (const [name, statuses] of Object.entries(table.doors)) assert.doesNotMatch(statuses, /5\d\d/, name)
})

test('the routes of the router are read from the tree it prints', () => {
  const tree = [
    '├── /api/accounts (GET, HEAD)',
    '│   ├── -waiting (GET, HEAD)',
    '│   └── /:id/grants (GET, HEAD, POST)',
    '│       └── /:grant (DELETE)',
    '├── /api/* (GET, POST)',
    '└── /',
    '    └── assets (GET)',
  ].join('\n')
  assert.deepEqual(routesIn(tree), [
    'get /api/accounts',
    'get /api/accounts-waiting',
    'get /api/accounts/:id/grants',
    'post /api/accounts/:id/grants',
    'delete /api/accounts/:id/grants/:grant',
  ])
})
