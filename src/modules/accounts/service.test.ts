import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { admit, newMobile, PASSWORD, settleIn, wishesOf } from '#test/office/newcomer.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { contract } from './contract.ts'
import { contract as grantsContract } from './grants/contract.ts'
import { grantRole, oneTimePassword, ROLES, type Role, registerAccount, routes } from './index.ts'
import { contract as requestContract } from './requests/contract.ts'
import { contract as sessionContract } from './sessions/contract.ts'

async function openOffice(t: TestContext): Promise<Office & { system: Worker; security: Worker }> {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  const system = await o.hire({ role: 'system_administrator', name: '王静' })
  const security = await o.hire({ role: 'security_administrator', name: '纪红' })
  return Object.assign(o, { system, security })
}

const at = (o: Office, worker?: Worker) => o.as(worker).call(contract)
const signIn = (o: Office, login: string, password: string) =>
  o.app.inject({ method: 'POST', url: '/api/session', payload: { login, password } })

/** Everything the room keeps, to see that a refusal left no trace. */
async function kept(o: Office): Promise<string> {
  const rows = await o.act(async (ctx) => [
    await ctx.db.selectFrom('account').selectAll().orderBy('id').execute(),
    await ctx.db.selectFrom('account_grant').selectAll().orderBy('id').execute(),
    await ctx.db.selectFrom('account_request').selectAll().orderBy('id').execute(),
    await ctx.db.selectFrom('session').select(['id', 'account_id']).orderBy('id').execute(),
  ])
  return JSON.stringify(rows)
}

test('who may do what with accounts', async (t) => {
  const o = await openOffice(t)
  const target = await o.hire()
  const { id: request } = await o
    .as(o.system)
    .call(requestContract)
    .requestAccount(wishesOf({ login: 'zhouli' }))
  const who = new Map<Role | 'nobody', Worker | undefined>([['nobody', undefined]])
  for (const role of ROLES) who.set(role, await o.hire({ role, name: role }))
  const requests = (worker: Worker | undefined) => o.as(worker).call(requestContract)
  const grants = (worker: Worker | undefined) => o.as(worker).call(grantsContract)
  const acts: [by: Role[], act: (worker: Worker | undefined) => Promise<unknown>][] = [
    [
      ['system_administrator', 'security_administrator', 'audit_administrator'],
      (worker) => at(o, worker).listAccounts(),
    ],
    [
      ['system_administrator', 'security_administrator', 'audit_administrator'],
      (worker) => requests(worker).listRequests(),
    ],
    [
      ['system_administrator', 'security_administrator', 'audit_administrator'],
      (worker) => grants(worker).listGrants(target),
    ],
    [['system_administrator', 'security_administrator', 'audit_administrator'], (worker) => at(o, worker).waiting()],
    [['system_administrator'], (worker) => requests(worker).requestAccount(wishesOf())],
    [['security_administrator'], (worker) => requests(worker).approveRequest({ id: request })],
    [['security_administrator'], (worker) => requests(worker).refuseRequest({ id: request, reason: '不需要' })],
    [['security_administrator'], (worker) => at(o, worker).unlockAccount({ id: target.id })],
    [
      ['security_administrator'],
      (worker) => grants(worker).grantRole({ id: target.id, role: 'bureau_staff', place: PLACES.linyi }),
    ],
    [['security_administrator'], (worker) => grants(worker).revokeGrant({ id: target.id, grant: target.id })],
    [
      ['system_administrator'],
      (worker) => requests(worker).requestForAccount({ id: target.id, kind: 'code', reason: '忘记密码' }),
    ],
    [['system_administrator'], (worker) => at(o, worker).closeAccount({ id: target.id, reason: 'left' })],
  ]
  const before = await kept(o)
  for (const [role, worker] of who) {
    const code = role === 'nobody' ? 'auth.signed_out' : 'auth.forbidden'
    for (const [index, [by, act]] of acts.entries())
      if (role === 'nobody' || !by.includes(role)) await assert.rejects(act(worker), { code }, `${role} ${index}`)
  }
  assert.equal(await kept(o), before)
  const codes: string[] = []
  for (const [by, act] of acts)
    for (const role of by)
      codes.push(
        await act(who.get(role)).then(
          () => 'done',
          (no) => String(no.code),
        ),
      )
  const first = Array.from({ length: 14 }, () => 'done')
  assert.deepEqual(codes, first.concat('requests.decided', 'done', 'done', 'row.not_found', 'done', 'done'))
})

test('a closed account is out at once, loses its grants, does not come back, and is closed only once', async (t) => {
  const o = await openOffice(t)
  const worker = await o.hire({ name: '李华' })
  await o.as(worker).call(sessionContract).whoAmI()
  await at(o, o.system).closeAccount({ id: worker.id, reason: 'moved' })
  await assert.rejects(o.as(worker).call(sessionContract).whoAmI(), { status: 401 })
  const before = await kept(o)
  const refused = { status: 409, code: 'accounts.state' }
  await assert.rejects(at(o, o.system).closeAccount({ id: worker.id, reason: 'left' }), refused)
  const renewal = { id: worker.id, kind: 'code', reason: '忘记密码' } as const
  await assert.rejects(o.as(o.system).call(requestContract).requestForAccount(renewal), refused)
  const grant = { id: worker.id, role: 'bureau_staff', place: PLACES.linyi } as const
  await assert.rejects(o.as(o.security).call(grantsContract).grantRole(grant), refused)
  assert.equal(await kept(o), before)
  const [leaver] = (await at(o, o.system).listAccounts({ status: 'closed' })).items
  assert.deepEqual(
    [leaver?.name, leaver?.closeReason, leaver?.closedAt, leaver?.grants],
    ['李华', 'moved', o.clock.now().toISOString(), []],
  )
  const [past] = (await o.as(o.security).call(grantsContract).listGrants({ id: worker.id })).items
  assert.equal(past?.revokedBy, '王静')
})

test('a lock after wrong passwords is lifted by the security administrator, and the password stays', async (t) => {
  const o = await openOffice(t)
  const newcomer = await admit(o, o)
  await settleIn(o, newcomer)
  for (let turn = 0; turn < 5; turn++) await signIn(o, 'sunli', 'wrong')
  const locked = await at(o, o.system).listAccounts({ q: 'sunli' })
  assert.equal(locked.items[0]?.lockedUntil, new Date(o.clock.now().getTime() + 15 * 60_000).toISOString())
  assert.equal((await signIn(o, 'sunli', PASSWORD)).statusCode, 423)
  await at(o, o.security).unlockAccount({ id: newcomer.id })
  assert.equal((await signIn(o, 'sunli', PASSWORD)).statusCode, 200)
})

test('nobody closes, unlocks or renews themselves', async (t) => {
  const o = await openOffice(t)
  await o.hire({ role: 'system_administrator' })
  const refused = { status: 403, code: 'accounts.not_oneself' }
  await assert.rejects(at(o, o.system).closeAccount({ id: o.system.id, reason: 'left' }), refused)
  await assert.rejects(at(o, o.security).unlockAccount({ id: o.security.id }), refused)
  for (const one of [o.security, o.system]) {
    const renewal = { id: one.id, kind: 'code', reason: '忘记密码' } as const
    await assert.rejects(o.as(one).call(requestContract).requestForAccount(renewal), refused)
  }
  for (const { id, can } of (await at(o, o.system).listAccounts()).items) {
    const may = id !== o.system.id
    assert.deepEqual(can, { close: may, ask: may, unlock: false, grant: false, revoke: false })
  }
  for (const { id, can, grants } of (await at(o, o.security).listAccounts()).items) {
    const may = id !== o.security.id
    assert.deepEqual(can, {
      close: false,
      ask: grants[0]?.role === 'system_administrator',
      unlock: may,
      grant: may,
      revoke: may,
    })
  }
})

test('the last holder of an administration stays, whoever asks', async (t) => {
  const o = await openOffice(t)
  const audit = await o.hire({ role: 'audit_administrator' })
  const refused = { status: 409, code: 'accounts.last_administrator' }
  const before = await kept(o)
  for (const id of [audit.id, o.security.id])
    await assert.rejects(at(o, o.system).closeAccount({ id, reason: 'left' }), refused)
  for (const id of [audit.id, o.system.id]) {
    const [grant] = (await o.as(o.security).call(grantsContract).listGrants({ id })).items
    const asked = { id, grant: grant?.id ?? '' }
    await assert.rejects(o.as(o.security).call(grantsContract).revokeGrant(asked), refused)
  }
  assert.equal(await kept(o), before)
  await o.hire({ role: 'audit_administrator' })
  await at(o, o.system).closeAccount({ id: audit.id, reason: 'left' })
})

test('the list is found by name or login, by state, in pages, with its count', async (t) => {
  const o = await openOffice(t)
  const requests = o.as(o.system).call(requestContract)
  for (const [login, name] of [
    ['sunli', '孙丽'],
    ['sunmei', '孙梅'],
    ['zhouli', '周丽'],
  ] as const)
    await requests.requestAccount(wishesOf({ login, name, mobile: newMobile() }))
  const { items } = await at(o, o.system).listAccounts({ q: 'sunmei' })
  await at(o, o.system).closeAccount({ id: items[0]?.id ?? '', reason: 'other' })
  const names = async (asked: Parameters<ReturnType<typeof at>['listAccounts']>[0]) => {
    const { items: found, total } = await at(o, o.system).listAccounts(asked)
    return [total, ...found.map(({ name }) => name)]
  }
  assert.deepEqual(await names({ q: '孙' }), [2, '孙丽', '孙梅'])
  assert.deepEqual(await names({ q: 'LI' }), [2, '孙丽', '周丽'])
  assert.deepEqual(await names({ q: '孙', status: 'pending' }), [1, '孙丽'])
  assert.deepEqual(await names({ status: 'closed' }), [1, '孙梅'])
  assert.deepEqual(await names({ q: '%' }), [0])
  assert.deepEqual(await names({ q: '孙', limit: 1, offset: 1 }), [2, '孙梅'])
})

test('administrators are told what waits: requests, lapsed codes, disabled accounts, ending grants, vacancies', async (t) => {
  const o = await openOffice(t)
  await admit(o, o, { login: 'zhouli', until: '2026-03-20' })
  await o.as(o.system).call(requestContract).requestAccount(wishesOf())
  o.clock.pass(25 * 60)
  assert.deepEqual(await at(o, o.security).waiting(), {
    requests: 1,
    lapsed: 1,
    disabled: 0,
    ending: 1,
    vacant: ['audit_administrator'],
  })
})

test('the office itself registers accounts with a password of its choice and grants them their area', async (t) => {
  const o = await openOffice(t)
  const password = oneTimePassword()
  await o.act(async (ctx) => {
    const { id } = await registerAccount(ctx, { login: 'sunli', name: '孙丽', password, mustChange: false })
    await grantRole(ctx, { id, role: 'community_worker', place: PLACES.guangchang, until: null })
  })
  assert.equal((await signIn(o, 'sunli', password)).statusCode, 200)
  const [line] = (await at(o, o.security).listAccounts({ q: 'sunli' })).items
  assert.deepEqual(
    line?.grants.map(({ role, where }) => [role, where.name]),
    [['community_worker', '广场社区']],
  )
})
