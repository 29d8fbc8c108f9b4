import assert from 'node:assert/strict'
import test from 'node:test'
import { ADMINISTRATORS, isAdministrator, mayChange, PERMISSIONS, powersOf, ROLES, type Role } from './rules.ts'

const READS = ['accounts.self', 'ledger.read', 'people.read', 'places.read', 'units.read']
const COLLECTS = [...READS, 'import.prepare', 'people.write'].sort()
const BUREAU = [
  ...COLLECTS,
  'import.apply',
  'people.approve',
  'people.export',
  'people.merge',
  'people.reveal',
  'people.tag',
  'places.manage',
  'settings.manage',
  'units.manage',
].sort()

test('each role has the rights of its desk and no others', () => {
  const expected: Record<Role, { permissions: string[]; sees: string[] }> = {
    system_administrator: {
      permissions: ['accounts.read', 'accounts.request', 'accounts.self', 'operations.manage'],
      sees: [],
    },
    security_administrator: {
      permissions: ['accounts.approve', 'accounts.read', 'accounts.self', 'grants.manage', 'policy.manage'],
      sees: [],
    },
    audit_administrator: { permissions: ['accounts.read', 'accounts.self', 'audit.read'], sees: [] },
    bureau_staff: { permissions: BUREAU, sees: ['pi', 'restricted'] },
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

test('no role has everything, and what two administrators share is looking at accounts', () => {
  for (const role of ROLES) assert.ok(powersOf([role]).permissions.size < PERMISSIONS.length, role)
  const counted = Map.groupBy(
    ADMINISTRATORS.flatMap((role) => [...powersOf([role]).permissions]),
    (permission) => permission,
  )
  const shared = [...counted].filter(([, holders]) => holders.length > 1).map(([permission]) => permission)
  assert.deepEqual(shared.sort(), ['accounts.read', 'accounts.self'])
})

test('none of the three administrators has a right of those who work with people', () => {
  const business = new Set(
    ROLES.filter((role) => !isAdministrator(role)).flatMap((role) => [...powersOf([role]).permissions]),
  )
  business.delete('accounts.self')
  for (const role of ADMINISTRATORS) {
    const { permissions, sees } = powersOf([role])
    assert.deepEqual(
      [...permissions].filter((permission) => business.has(permission)),
      [],
      role,
    )
    assert.equal(sees.size, 0, role)
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
  const security = { accountId: 'a', permissions: new Set(['grants.manage']) }
  const staff = { accountId: 'b', permissions: new Set(['accounts.read']) }
  for (const [actor, account, expected] of [
    [security, { id: 'b', status: 'open' }, true],
    [security, { id: 'b', status: 'closed' }, false],
    [security, { id: 'a', status: 'open' }, false],
    [staff, { id: 'a', status: 'open' }, false],
    [{ ...security, accountId: null }, { id: 'a', status: 'open' }, true],
  ] as const) {
    assert.equal(mayChange(actor, 'grants.manage', account), expected)
  }
})
