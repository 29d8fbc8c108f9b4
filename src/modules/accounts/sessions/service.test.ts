import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { BUREAU, type Office, office, PLACES, type Worker } from '#test/office.ts'
import { policyOf, registerAccount, routes, writePolicy } from '../index.ts'
import { contract } from './contract.ts'

const PASSWORD = 'Haitang-7-chuang'
const FRESH = 'Shiliu-8-shuxia'

async function openOffice(t: TestContext): Promise<Office> {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  await o.act(async (ctx) => writePolicy(ctx, { ...(await policyOf(ctx)), sessionsEach: 3 }))
  return o
}

/** Somebody with a password who has signed in with it. */
async function comesIn(
  o: Office,
  { login = 'zhaoli', password = PASSWORD, mustChange = false, isNew = true } = {},
): Promise<Worker> {
  const account = { login, name: '赵丽', password, mustChange }
  const id = isNew ? (await o.act((ctx) => registerAccount(ctx, account))).id : ''
  const answer = await o.app.inject({ method: 'POST', url: '/api/session', payload: { login, password } })
  assert.equal(answer.statusCode, 200)
  return { id, login, name: account.name, token: answer.cookies[0]?.value ?? '' }
}

const at = (o: Office, worker?: Pick<Worker, 'token'>) => o.as(worker).call(contract)
const SIGNED_OUT = { status: 401, code: 'auth.signed_out' }
const FORBIDDEN = { status: 403, code: 'auth.forbidden' }

test('somebody signed in is told who they are, where they work and what they may do', async (t) => {
  const o = await openOffice(t)
  const worker = await o.hire({ role: 'unit_liaison', unit: BUREAU, name: '孙敏' })
  const me = await at(o, worker).whoAmI()
  assert.deepEqual(me, {
    account: { id: worker.id, login: worker.login, name: '孙敏', lang: 'zh' },
    stage: 'complete',
    isFirstPassword: false,
    passwordRule: { leastLength: 10, leastKinds: 3, remembered: 5 },
    hasSecondFactor: false,
    county: { code: 371424, name: '临邑县' },
    roles: ['unit_liaison'],
    scope: ['中共临邑县委老干部局'],
    permissions: [
      'accounts.self',
      'bank.read',
      'gatherings.read',
      'gatherings.sign_up',
      'groups.read',
      'ledger.read',
      'people.read',
      'people.write',
      'places.read',
      'units.read',
      'volunteering.read',
      'volunteering.record',
    ],
  })
  const both = await o.hire({ role: 'reader', place: PLACES.guangchang, unit: BUREAU })
  assert.deepEqual((await at(o, both).whoAmI()).scope.toSorted(), ['中共临邑县委老干部局', '广场社区'])
})

test('nobody signed in is told nothing, and may still sign out', async (t) => {
  const o = await openOffice(t)
  const doors = at(o)
  await assert.rejects(doors.whoAmI(), SIGNED_OUT)
  await assert.rejects(doors.myDevices(), SIGNED_OUT)
  await assert.rejects(doors.changeMyLanguage({ lang: 'en' }), SIGNED_OUT)
  await assert.rejects(doors.changeMyPassword({ old: PASSWORD, fresh: FRESH }), SIGNED_OUT)
  await assert.rejects(doors.endSession({ id: BUREAU }), SIGNED_OUT)
  assert.deepEqual(await doors.signOut(), { ok: true })
})

test('signing out ends the session and takes the cookie away', async (t) => {
  const o = await openOffice(t)
  const worker = await comesIn(o)
  const answer = await o.app.inject({
    method: 'DELETE',
    url: '/api/session',
    headers: { cookie: `sangyu=${worker.token}`, 'content-type': 'application/json' },
    payload: '{}',
  })
  assert.equal(answer.headers['clear-site-data'], '"cache", "storage"')
  assert.match(String(answer.headers['set-cookie']), /^sangyu=; .*Expires=Thu, 01 Jan 1970/)
  await assert.rejects(at(o, worker).whoAmI(), SIGNED_OUT)
})

/** Asks something, and waits until the session is noted as seen: that happens after the answer. */
async function works(o: Office, worker: Worker): Promise<void> {
  await at(o, worker).whoAmI()
  for (let turn = 0; turn < 200; turn++) {
    const { rows } = await o.house.pools.writers.query('select seen_at as at from session where account_id = $1', [
      worker.id,
    ])
    if (rows[0].at === o.clock.now().toISOString()) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('never seen')
}

test('a quarter of an hour without a request ends a session; use keeps it open, but not beyond twelve hours', async (t) => {
  const o = await openOffice(t)
  const [idle, busy] = [await comesIn(o), await comesIn(o, { login: 'qianwei' })]
  for (let minutes = 0; minutes < 12 * 60 - 12; minutes += 12) {
    await works(o, busy)
    o.clock.pass(12)
  }
  await assert.rejects(at(o, idle).whoAmI(), SIGNED_OUT)
  await works(o, busy)
  o.clock.pass(12)
  await assert.rejects(at(o, busy).whoAmI(), SIGNED_OUT)
})

test('a session that idled away is not woken by a public door', async (t) => {
  const o = await openOffice(t)
  const worker = await comesIn(o)
  o.clock.pass(16)
  await o.app.inject({ url: '/api/health', headers: { cookie: `sangyu=${worker.token}` } })
  await new Promise((resolve) => setTimeout(resolve, 100))
  await assert.rejects(at(o, worker).whoAmI(), SIGNED_OUT)
})

test('reading notes that a session is in use, at most once a minute', async (t) => {
  const o = await openOffice(t)
  const worker = await comesIn(o)
  await works(o, worker)
  const updates = t.mock.method(o.house.pools.writers, 'connect')
  for (const minutes of [0.3, 0.3, 0.3]) {
    o.clock.pass(minutes)
    await at(o, worker).whoAmI()
  }
  await new Promise((resolve) => setTimeout(resolve, 100))
  assert.equal(updates.mock.callCount(), 0)
  o.clock.pass(0.2)
  await works(o, worker)
})

test('a changed password opens the door, the old one no longer, and other devices are out', async (t) => {
  const o = await openOffice(t)
  const [here, elsewhere] = [await comesIn(o), await comesIn(o, { isNew: false })]
  await at(o, here).changeMyPassword({ old: PASSWORD, fresh: FRESH })
  await at(o, here).whoAmI()
  await assert.rejects(at(o, elsewhere).whoAmI(), SIGNED_OUT)
  await comesIn(o, { password: FRESH, isNew: false })
  await assert.rejects(comesIn(o, { isNew: false }))
})

test('a password is not changed to a weak one, to itself, or by who does not know it', async (t) => {
  const o = await openOffice(t)
  const worker = await comesIn(o)
  const change = at(o, worker).changeMyPassword
  await assert.rejects(change({ old: PASSWORD, fresh: 'zhaoli' }), {
    status: 422,
    code: 'password.weak',
    detail: {
      weaknesses: ['short', 'kinds', 'personal'],
      rule: { leastLength: 10, leastKinds: 3, remembered: 5 },
    },
  })
  await assert.rejects(change({ old: PASSWORD, fresh: PASSWORD }), { code: 'password.same' })
  for (let turn = 0; turn < 5; turn++)
    await assert.rejects(change({ old: 'wrong', fresh: FRESH }), { status: 422, code: 'password.old_wrong' })
  await assert.rejects(change({ old: PASSWORD, fresh: FRESH }), { status: 429, code: 'sign_in.too_many' })
  await comesIn(o, { isNew: false })
  o.clock.pass(16)
  const again = await comesIn(o, { isNew: false })
  await at(o, again).changeMyPassword({ old: PASSWORD, fresh: FRESH })
})

test('who was given a password changes it before anything else', async (t) => {
  const o = await openOffice(t)
  const worker = await comesIn(o, { mustChange: true })
  const doors = at(o, worker)
  const me = await doors.whoAmI()
  assert.deepEqual([me.stage, me.isFirstPassword, me.permissions], ['password_expired', true, []])
  await assert.rejects(doors.myDevices(), FORBIDDEN)
  await assert.rejects(doors.changeMyLanguage({ lang: 'en' }), FORBIDDEN)
  const changed = await doors.changeMyPassword({ old: PASSWORD, fresh: FRESH })
  assert.equal(changed.stage, 'complete')
  // The token of the stage before is worth nothing.
  await assert.rejects(doors.whoAmI(), SIGNED_OUT)
  const again = await comesIn(o, { password: FRESH, isNew: false })
  assert.deepEqual((await at(o, again).whoAmI()).permissions, ['accounts.self'])
})

test('a language is kept', async (t) => {
  const o = await openOffice(t)
  const worker = await o.hire()
  await at(o, worker).changeMyLanguage({ lang: 'en' })
  assert.equal((await at(o, worker).whoAmI()).account.lang, 'en')
})

test('one sees the devices one is signed in on and signs one of them out', async (t) => {
  const o = await openOffice(t)
  const here = await comesIn(o)
  o.clock.pass(1)
  const there = await comesIn(o, { isNew: false })
  const stranger = await o.hire()
  const { items, total } = await at(o, here).myDevices()
  assert.deepEqual([total, items.map(({ isThisOne }) => isThisOne)], [2, [false, true]])
  const other = items.find(({ isThisOne }) => !isThisOne)
  await assert.rejects(at(o, stranger).endSession({ id: other?.id ?? '' }), { status: 404 })
  await at(o, there).whoAmI()
  await at(o, here).endSession({ id: other?.id ?? '' })
  await assert.rejects(at(o, there).whoAmI(), SIGNED_OUT)
  await assert.rejects(at(o, here).endSession({ id: other?.id ?? '' }), { status: 404 })
  assert.equal((await at(o, here).myDevices()).total, 1)
})
