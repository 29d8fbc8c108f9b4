import assert from 'node:assert/strict'
import test from 'node:test'
import {
  ACCOUNT_ACTS,
  ACCOUNT_STATES,
  type AccountAct,
  type AccountState,
  ADMINISTRATORS,
  afterAct,
  isAdministrator,
  mayAct,
  mayAsk,
  mayDecide,
  PERMISSIONS,
  type PermissionName,
  powersOf,
  ROLES,
  type Role,
} from './rules.ts'

const READS = [
  'accounts.self',
  'bank.read',
  'gatherings.read',
  'groups.read',
  'ledger.read',
  'people.read',
  'places.read',
  'units.read',
  'volunteering.read',
]
const KEEPS = [...READS, 'people.write', 'gatherings.sign_up', 'volunteering.record'].sort()
const COLLECTS = [
  ...KEEPS,
  'import.prepare',
  'gatherings.manage',
  'groups.manage',
  'volunteering.manage',
  'bank.act',
  'messages.send',
  'access.manage',
].sort()
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
  'volunteering.certify',
  'bank.manage',
  'bank.approve',
  'messages.manage',
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
    unit_liaison: { permissions: KEEPS, sees: ['pi'] },
    reader: { permissions: READS, sees: [] },
    elder: { permissions: ['accounts.self', 'own.use'], sees: [] },
    family: { permissions: ['accounts.self', 'own.use'], sees: [] },
    partner: { permissions: ['accounts.self', 'partner.use'], sees: [] },
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

const LIFE: Record<AccountAct, { by: PermissionName | null; from: Partial<Record<AccountState, AccountState>> }> = {
  approve: { by: 'accounts.approve', from: { pending: 'invited' } },
  refuse: { by: 'accounts.approve', from: { pending: 'refused' } },
  activate: { by: null, from: { invited: 'open' } },
  invite: { by: 'accounts.request', from: { invited: 'invited', open: 'invited', disabled: 'invited' } },
  unlock: { by: 'accounts.approve', from: { open: 'open' } },
  grant: { by: 'grants.manage', from: { invited: 'invited', open: 'open' } },
  revoke: { by: 'grants.manage', from: { invited: 'invited', open: 'open', disabled: 'disabled' } },
  disable: { by: null, from: { open: 'disabled' } },
  close: { by: 'accounts.request', from: { pending: 'closed', invited: 'closed', open: 'closed', disabled: 'closed' } },
}

test('every act leads from each state where the table says, and nowhere else', () => {
  for (const act of ACCOUNT_ACTS)
    for (const state of ACCOUNT_STATES) assert.equal(afterAct(act, state), LIFE[act].from[state], `${act} ${state}`)
})

test('an act is done by another person with its own right, and only where it leads somewhere', () => {
  for (const act of ACCOUNT_ACTS)
    for (const status of ACCOUNT_STATES)
      for (const permission of PERMISSIONS) {
        const actor = { accounts: ['a'], permissions: new Set([permission]) }
        const may = permission === LIFE[act].by && LIFE[act].from[status] !== undefined
        assert.equal(mayAct(actor, act, { id: 'b', status }), may, `${permission} ${act} ${status}`)
        assert.equal(mayAct(actor, act, { id: 'a', status }), false, `${permission} ${act} oneself`)
      }
})

test('nothing comes back from a refused or closed account', () => {
  for (const act of ACCOUNT_ACTS)
    for (const state of ['refused', 'closed'] as const) assert.equal(afterAct(act, state), undefined, act)
})

const TO_OPEN = { kind: 'open', accountId: 'x', needsAudit: false } as const

test('who asked for an account does not decide about it', () => {
  const permissions = new Set(['accounts.approve'])
  for (const [actor, request, expected] of [
    [{ accounts: ['a'], permissions }, { requestedBy: 'b', status: 'pending' }, true],
    [{ accounts: ['a'], permissions }, { requestedBy: 'a', status: 'pending' }, false],
    [{ accounts: ['a'], permissions }, { requestedBy: 'b', status: 'invited' }, false],
    [{ accounts: ['a'], permissions: new Set<string>() }, { requestedBy: 'b', status: 'pending' }, false],
  ] as const)
    assert.equal(mayDecide(actor, { ...TO_OPEN, ...request }), expected)
})

test('what gives an account away is asked by one and decided by another, and never by its holder', () => {
  const roles = { system: ['accounts.request'], security: ['accounts.approve'], audit: ['audit.read'] } as const
  const actor = (role: keyof typeof roles, accountId: string = role) => ({
    accounts: [accountId, `${accountId} by another login`],
    permissions: new Set<string>(roles[role]),
  })
  const account = { id: 'x', status: 'open', roles: ['community_worker'] } as const
  assert.deepEqual([mayAsk(actor('system'), account), mayAsk(actor('security'), account)], [true, false])
  assert.equal(mayAsk(actor('system', 'x'), account), false)
  const ofSystem = { ...account, roles: ['system_administrator'] }
  assert.deepEqual([mayAsk(actor('security'), ofSystem), mayAsk(actor('audit'), ofSystem)], [true, false])
  assert.equal(mayAsk(actor('system'), { ...account, status: 'closed' }), false)
  for (const kind of ['code', 'second_factor', 'identity'] as const) {
    const asked = { kind, accountId: 'x', requestedBy: 'system', status: 'open', needsAudit: false } as const
    assert.deepEqual(
      (['system', 'security', 'audit'] as const).map((role) => mayDecide(actor(role), asked)),
      [false, true, false],
    )
    assert.equal(mayDecide(actor('security', 'x'), asked), false)
    assert.equal(mayDecide(actor('security'), { ...asked, requestedBy: 'security by another login' }), false)
    assert.equal(mayDecide(actor('security'), { ...asked, requestedBy: 'security' }), false)
    assert.equal(mayDecide(actor('security'), { ...asked, status: 'closed' }), false)
    assert.equal(mayDecide(actor('audit'), { ...asked, needsAudit: true }), true)
  }
})
