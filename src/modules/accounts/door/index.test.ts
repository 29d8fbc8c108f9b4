import assert from 'node:assert/strict'
import test from 'node:test'
import { vault } from '#platform/crypto/index.ts'
import type { Who } from '#platform/house/house.ts'
import { doorkeeper, hashOfToken } from './index.ts'

const now = new Date('2026-03-02T01:00:00Z')
const writing = { now, isReading: false }
const token = 'ab'.repeat(32)
const account = '01980000-0000-7000-8000-00000000000a'
const side = { vault: vault({ id: 1, data: Buffer.alloc(32, 7), index: Buffer.alloc(32, 9), profile: 'sm4' }) }
const coded = (role: string) => ({
  role,
  says: `grant of ${role}`,
  code: side.vault.mac(`grant of ${role}`).toString('hex'),
})

test('only values of our own form stand in the text that opens a request', () => {
  assert.equal(doorkeeper.openingOf('nobody', writing), 'select open_to_nobody(true)')
  assert.equal(doorkeeper.openingOf({ system: 371424 }, writing), 'select open_office(371424, true)')
  assert.equal(
    doorkeeper.openingOf({ session: token }, writing),
    `select open_session('\\x${hashOfToken(token).toString('hex')}'::bytea, '2026-03-02T01:00:00.000Z'::timestamptz, true) as opened`,
  )
  assert.equal(
    doorkeeper.openingOf({ account, county: 371424 }, writing),
    `select open_account(371424, '${account}'::uuid, '2026-03-02T01:00:00.000Z'::timestamptz, true) as opened`,
  )
  for (const session of ['', "'; drop table account; --", token.slice(1), `${token}0`, token.toUpperCase()])
    assert.equal(doorkeeper.openingOf({ session }, writing), 'select open_to_nobody(true)', session)
  const foreign = [
    { account: "x'::uuid)--", county: 371424 },
    { account, county: 1.5 },
    { system: '1; drop table account' },
  ]
  for (const who of foreign) {
    const cast = who as unknown as Who // what the types forbid, a careless cast may still bring here
    assert.throws(() => doorkeeper.openingOf(cast, writing), TypeError)
  }
})

test('a reading sets its rows for longer than one statement: it has no transaction', () => {
  const reading = { now, isReading: true }
  for (const who of ['nobody', { system: 371424 }, { session: token }, { account, county: 371424 }] as const)
    assert.match(doorkeeper.openingOf(who, reading), /\bfalse\)( as opened)?$/)
})

const opened = {
  county: 371424,
  account,
  accounts: [account],
  name: '周敏',
  mustChange: false,
  grants: [coded('unit_liaison')],
  units: [account],
  places: [],
  all: false,
  session: account,
}

test('a session makes its holder known with rights, area and classes', () => {
  const actor = doorkeeper.actorOf({ session: token }, { opened }, side)
  assert.equal(actor.kind, 'account')
  assert.deepEqual(actor.roles, ['unit_liaison'])
  assert.deepEqual(actor.scope, { all: false, places: [], units: [account] })
  assert.ok(actor.permissions.has('people.write') && !actor.permissions.has('people.export'))
  assert.deepEqual([...actor.sees], ['pi'])
})

test('who has to change the password first may do nothing and sees no row', () => {
  const actor = doorkeeper.actorOf({ session: token }, { opened: { ...opened, mustChange: true } }, side)
  assert.equal(actor.kind, 'account')
  assert.deepEqual([actor.permissions.size, actor.sees.size, actor.roles.length], [0, 0, 0])
  assert.deepEqual(actor.scope, { all: false, places: [], units: [] })
})

test('whoever has not given the second factor yet may do nothing and sees no row', () => {
  for (const stage of ['password_expired', 'second_factor', 'enrolment', 'anything']) {
    const actor = doorkeeper.actorOf({ session: token }, { opened: { ...opened, stage } }, side)
    assert.deepEqual([actor.permissions.size, actor.sees.size, actor.roles.length, actor.scope.units], [0, 0, 0, []])
  }
  assert.ok(
    doorkeeper.actorOf({ session: token }, { opened: { ...opened, stage: 'complete' } }, side).permissions.size > 0,
  )
})

test('from another network than the county names nobody is let in, administrators only from theirs', () => {
  const staffNetworks = ['10.1.0.0/16']
  const come = (address: string | null, more: object) =>
    doorkeeper.actorOf({ session: token }, { opened: { ...opened, staffNetworks, ...more } }, { ...side, address })
  assert.equal(come('10.1.2.3', {}).barred, undefined)
  for (const address of ['10.2.2.3', null]) {
    const { barred, accountId, permissions, sees } = come(address, {})
    assert.deepEqual([barred?.status, barred?.code, accountId], [403, 'auth.address', account])
    assert.deepEqual([permissions.size, sees.size], [0, 0])
  }
  const administrator = { grants: [coded('audit_administrator')], administratorNetworks: ['10.1.9.0/24'] }
  assert.equal(come('10.1.9.3', administrator).barred, undefined)
  assert.equal(come('10.1.2.3', administrator).barred?.code, 'auth.address')
})

test('a role that this release does not know gives nothing', () => {
  const actor = doorkeeper.actorOf({ session: token }, { opened: { ...opened, grants: [coded('emperor')] } }, side)
  assert.deepEqual([actor.roles, [...actor.permissions]], [[], ['accounts.self']])
})

test('a session that is over makes nobody; work for a closed account is refused', () => {
  assert.equal(doorkeeper.actorOf({ session: token }, { opened: null }, side).kind, 'nobody')
  assert.equal(doorkeeper.actorOf('nobody', undefined, side).kind, 'nobody')
  assert.throws(() => doorkeeper.actorOf({ account, county: 371424 }, { opened: null }, side), {
    code: 'auth.signed_out',
  })
})

test('the office itself may do everything in its county', () => {
  const actor = doorkeeper.actorOf({ system: 371424 }, {}, side)
  assert.deepEqual([actor.kind, actor.county, actor.scope.all, actor.accountId], ['system', 371424, true, null])
  assert.ok(actor.permissions.has('grants.manage') && actor.sees.has('sensitive'))
})

test('a grant that does not stand under its code gives no right, and the reason is told', () => {
  for (const grant of [
    { ...coded('bureau_staff'), says: 'grant of reader' },
    { ...coded('bureau_staff'), code: null },
    { ...coded('bureau_staff'), code: '01' },
  ]) {
    const grants = [coded('unit_liaison'), grant]
    const actor = doorkeeper.actorOf({ session: token }, { opened: { ...opened, grants } }, side)
    assert.deepEqual([actor.permissions.size, actor.sees.size, actor.roles, actor.scope.units], [0, 0, [], []])
    assert.equal(actor.barred?.code, 'auth.grants_changed')
  }
})

test('a session that a later sign-in has ended is told when and from where', () => {
  const ended = { endedAt: '2026-03-02T01:05:00+00:00', endedFrom: '10.1.2.3' }
  const actor = doorkeeper.actorOf({ session: token }, { opened: ended }, side)
  assert.deepEqual([actor.kind, actor.barred?.code, actor.barred?.status], ['nobody', 'auth.signed_in_elsewhere', 401])
  assert.match(actor.barred?.words.zh ?? '', /2026-03-02 09:05 .*10\.1\.2\.3/)
  assert.match(actor.barred?.words.en ?? '', /2026-03-02 09:05 \(from 10\.1\.2\.3\)/)
})
