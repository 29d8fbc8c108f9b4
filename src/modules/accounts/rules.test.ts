import assert from 'node:assert/strict'
import test from 'node:test'
import { mayChange, PERMISSIONS, powersOf, ROLES, type Role } from './rules.ts'

const READS = ['accounts.self', 'ledger.read', 'people.read', 'places.read', 'units.read']
const COLLECTS = [...READS, 'import.prepare', 'people.write'].sort()

test('each role has the rights of its desk and no others', () => {
  const expected: Record<Role, { permissions: string[]; sees: string[] }> = {
    county_administrator: { permissions: [...PERMISSIONS].sort(), sees: ['pi', 'restricted'] },
    bureau_staff: {
      permissions: PERMISSIONS.filter((name) => name !== 'accounts.read' && name !== 'accounts.manage').sort(),
      sees: ['pi', 'restricted'],
    },
    street_staff: { permissions: COLLECTS, sees: ['pi', 'restricted'] },
    community_worker: { permissions: COLLECTS, sees: ['pi', 'restricted'] },
    unit_liaison: { permissions: [...READS, 'people.write'].sort(), sees: ['pi'] },
    reader: { permissions: READS, sees: [] },
  }
  for (const role of ROLES) {
    const { permissions, sees } = powersOf([role])
    assert.deepEqual({ permissions: [...permissions].sort(), sees: [...sees].sort() }, expected[role], role)
  }
})

test('no role reads ID numbers in a list', () => {
  for (const role of ROLES) assert.ok(!powersOf([role]).sees.has('sensitive'), role)
})

test('an account without any role keeps only itself', () => {
  assert.deepEqual([...powersOf([]).permissions], ['accounts.self'])
  assert.equal(powersOf([]).sees.size, 0)
})

test('an account is changed by another administrator, and only while it is open', () => {
  const administrator = { accountId: 'a', permissions: new Set(['accounts.manage']) }
  const staff = { accountId: 'b', permissions: new Set(['accounts.read']) }
  for (const [actor, account, expected] of [
    [administrator, { id: 'b', status: 'open' }, true],
    [administrator, { id: 'b', status: 'closed' }, false],
    [administrator, { id: 'a', status: 'open' }, false],
    [staff, { id: 'a', status: 'open' }, false],
    [{ ...administrator, accountId: null }, { id: 'a', status: 'open' }, true],
  ] as const) {
    assert.equal(mayChange(actor, account), expected)
  }
})
