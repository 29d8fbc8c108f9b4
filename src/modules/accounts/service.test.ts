import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { contract } from './contract.ts'
import { contract as grantsContract } from './grants/contract.ts'
import { grantRole, oneTimePassword, ROLES, type Role, registerAccount, routes } from './index.ts'
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
    await ctx.db.selectFrom('session').select(['id', 'account_id']).orderBy('id').execute(),
    await ctx.db.selectFrom('audit_event').selectAll().where('result', '=', 'done').orderBy('seq').execute(),
  ])
  return JSON.stringify(rows)
}

test('who may do what with accounts', async (t) => {
  const o = await openOffice(t)
  const target = await o.hire()
  const who = new Map<Role | 'nobody', Worker | undefined>([['nobody', undefined]])
  for (const role of ROLES) who.set(role, await o.hire({ role, name: role }))
  const acts: ((worker: Worker | undefined) => Promise<unknown>)[] = [
    (worker) => at(o, worker).listAccounts(),
    (worker) => at(o, worker).openAccount({ login: 'sunli', name: '孙丽' }),
    (worker) => at(o, worker).resetPassword({ id: target.id }),
    (worker) => o.as(worker).call(grantsContract).listGrants({ id: target.id }),
    (worker) => o.as(worker).call(grantsContract).grantRole({ id: target.id, role: 'reader', place: PLACES.linyi }),
    (worker) => o.as(worker).call(grantsContract).revokeGrant({ id: target.id, grant: target.id }),
    (worker) => at(o, worker).closeAccount({ id: target.id }),
  ]
  const allowed: Partial<Record<Role | 'nobody', readonly number[]>> = {
    system_administrator: [0, 1, 3, 6],
    security_administrator: [0, 2, 3, 4, 5],
    audit_administrator: [0, 3],
  }
  const before = await kept(o)
  for (const [role, worker] of who) {
    const expected = role === 'nobody' ? 'auth.signed_out' : 'auth.forbidden'
    for (const [index, act] of acts.entries())
      if (!allowed[role]?.includes(index)) await assert.rejects(act(worker), { code: expected }, `${role} ${index}`)
  }
  assert.equal(await kept(o), before)
  const codes: string[] = []
  for (const role of ['system_administrator', 'security_administrator', 'audit_administrator'] as const)
    for (const index of allowed[role] ?? [])
      codes.push(
        (await acts[index]?.(who.get(role)).then(
          () => 'done',
          (no) => String(no.code),
        )) ?? '',
      )
  assert.deepEqual(codes, [
    ...['done', 'done', 'done', 'done'],
    ...['done', 'accounts.is_closed', 'done', 'accounts.is_closed', 'row.not_found'],
    ...['done', 'done'],
  ])
})

test('a new account gets a password shown once, changes it, and can do nothing until it is granted something', async (t) => {
  const o = await openOffice(t)
  const opened = await at(o, o.system).openAccount({ login: ' SunLi ', name: '孙丽' })
  assert.equal(opened.login, 'sunli')
  const answer = await signIn(o, 'sunli', opened.password)
  assert.equal(answer.body, '{"mustChangePassword":true}')
  const worker = { ...o.system, token: answer.cookies[0]?.value ?? '' }
  const mine = o.as(worker).call(sessionContract)
  await mine.changeMyPassword({ old: opened.password, fresh: 'Haitang-7-chuang' })
  assert.deepEqual((await mine.whoAmI()).permissions, ['accounts.self'])
  const rows = await o.act((ctx) => ctx.db.selectFrom('account').selectAll().where('id', '=', opened.id).execute())
  assert.ok(!JSON.stringify(rows).includes(opened.password))
  const notes = await o.act((ctx) => ctx.db.selectFrom('audit_event').selectAll().execute())
  assert.ok(!JSON.stringify(notes).includes(opened.password))
  assert.deepEqual(
    notes.map(({ action, subject }) => [action, subject]),
    [
      ['openAccount', opened.id],
      ['signIn', opened.id],
      ['changeMyPassword', null],
    ],
  )
})

test('a login name is taken once, also when many ask for it at the same time', async (t) => {
  const o = await openOffice(t)
  const asked = Array.from({ length: 8 }, () => at(o, o.system).openAccount({ login: 'sunli', name: '孙丽' }))
  const codes = (await Promise.allSettled(asked)).map((one) =>
    one.status === 'fulfilled' ? 'done' : String(one.reason.code),
  )
  assert.deepEqual(codes.toSorted(), [...Array(7).fill('accounts.login_taken'), 'done'])
})

test('a closed account is out at once, does not come back, and is closed only once', async (t) => {
  const o = await openOffice(t)
  const worker = await o.hire()
  await o.as(worker).call(sessionContract).whoAmI()
  await at(o, o.system).closeAccount({ id: worker.id })
  await assert.rejects(o.as(worker).call(sessionContract).whoAmI(), { status: 401 })
  const before = await kept(o)
  await assert.rejects(at(o, o.system).closeAccount({ id: worker.id }), { status: 409, code: 'accounts.is_closed' })
  await assert.rejects(at(o, o.security).resetPassword({ id: worker.id }), { status: 409, code: 'accounts.is_closed' })
  const grant = { id: worker.id, role: 'bureau_staff', place: PLACES.linyi } as const
  await assert.rejects(o.as(o.security).call(grantsContract).grantRole(grant), { code: 'accounts.is_closed' })
  assert.equal(await kept(o), before)
})

test('a forgotten password is replaced; the lock is lifted and every device is out', async (t) => {
  const o = await openOffice(t)
  const opened = await at(o, o.system).openAccount({ login: 'sunli', name: '孙丽' })
  for (let turn = 0; turn < 5; turn++) await signIn(o, 'sunli', 'wrong')
  const locked = await at(o, o.system).listAccounts({ q: 'sunli' })
  assert.equal(locked.items[0]?.lockedUntil, new Date(o.clock.now().getTime() + 15 * 60_000).toISOString())
  const { password } = await at(o, o.security).resetPassword({ id: opened.id })
  assert.equal((await signIn(o, 'sunli', opened.password)).statusCode, 401)
  const entered = await signIn(o, 'sunli', password)
  assert.equal(entered.statusCode, 200)
  await at(o, o.security).resetPassword({ id: opened.id })
  const worker = { ...o.system, token: entered.cookies[0]?.value ?? '' }
  await assert.rejects(o.as(worker).call(sessionContract).whoAmI(), { status: 401 })
})

test('a reset wins over a sign-in with the old password that comes at the same time', async (t) => {
  const o = await openOffice(t)
  const doors = at(o, o.security)
  const { id, ...first } = await at(o, o.system).openAccount({ login: 'sunli', name: '孙丽' })
  let { password } = first
  for (let round = 0; round < 10; round++) {
    const old = password
    const late = Promise.all([signIn(o, 'sunli', old), signIn(o, 'sunli', old)])
    await new Promise((resolve) => setTimeout(resolve, round * 8))
    password = (await doors.resetPassword({ id })).password
    await late
    const open = await o.act((ctx) => ctx.db.selectFrom('session').select('id').where('account_id', '=', id).execute())
    assert.deepEqual(open, [], `round ${round}`)
    assert.equal((await signIn(o, 'sunli', password)).statusCode, 200)
  }
})

test('nobody closes or resets themselves', async (t) => {
  const o = await openOffice(t)
  await o.hire({ role: 'system_administrator' })
  await assert.rejects(at(o, o.system).closeAccount(o.system), { status: 403, code: 'accounts.not_oneself' })
  await assert.rejects(at(o, o.security).resetPassword(o.security), { status: 403, code: 'accounts.not_oneself' })
  for (const { id: listed, can } of (await at(o, o.system).listAccounts()).items)
    assert.deepEqual(can, { close: listed !== o.system.id, resetPassword: false, grant: false })
  for (const { id: listed, can } of (await at(o, o.security).listAccounts()).items) {
    const may = listed !== o.security.id
    assert.deepEqual(can, { close: false, resetPassword: may, grant: may })
  }
})

test('the list is found by name or login, by state, in pages, with its count', async (t) => {
  const o = await openOffice(t)
  const doors = at(o, o.system)
  for (const [login, name] of [
    ['sunli', '孙丽'],
    ['sunmei', '孙梅'],
    ['zhouli', '周丽'],
  ] as const)
    await doors.openAccount({ login, name })
  const { items } = await doors.listAccounts({ q: 'sunmei' })
  await doors.closeAccount({ id: items[0]?.id ?? '' })
  const names = async (asked: Parameters<typeof doors.listAccounts>[0]) => {
    const { items: found, total } = await doors.listAccounts(asked)
    return [total, ...found.map(({ name }) => name)]
  }
  assert.deepEqual(await names({ q: '孙' }), [2, '孙丽', '孙梅'])
  assert.deepEqual(await names({ q: 'LI' }), [2, '孙丽', '周丽'])
  assert.deepEqual(await names({ q: '孙', status: 'open' }), [1, '孙丽'])
  assert.deepEqual(await names({ status: 'closed' }), [1, '孙梅'])
  assert.deepEqual(await names({ q: '%' }), [0])
  assert.deepEqual(await names({ q: '孙', limit: 1, offset: 1 }), [2, '孙梅'])
})

test('the office itself registers accounts with a password of its choice and grants them their area', async (t) => {
  const o = await openOffice(t)
  const password = oneTimePassword()
  await o.act(async (ctx) => {
    const { id } = await registerAccount(ctx, { login: 'sunli', name: '孙丽', password, mustChange: false })
    await grantRole(ctx, { id, role: 'community_worker', place: PLACES.guangchang, until: null })
  })
  const token = (await signIn(o, 'sunli', password)).cookies[0]?.value ?? ''
  const me = await o.as({ token }).call(sessionContract).whoAmI()
  assert.deepEqual([me.roles, me.scope], [['community_worker'], ['广场社区']])
})
