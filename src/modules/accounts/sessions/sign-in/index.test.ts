import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { Refused } from '#platform/client.ts'
import { secure } from '#test/office/securing.ts'
import { visitor } from '#test/office/visitor.ts'
import { type Office, office } from '#test/office.ts'
import { registerAccount, routes } from '../../index.ts'
import { contract as setup } from '../../setup/contract.ts'
import { setupRoutes } from '../../setup/index.ts'
import { newSetupCode } from '../../setup-code/index.ts'
import { contract as sessions } from '../contract.ts'

const PASSWORD = 'Haitang-7-chuang'

async function openOffice(t: TestContext): Promise<Office & { id: string }> {
  const o = await office({ rooms: [...routes, setupRoutes(newSetupCode().code)] })
  t.after(() => o.close())
  const someone = { login: 'zhaoli', name: '赵丽', password: PASSWORD, mustChange: false }
  const { id } = await o.act((ctx) => registerAccount(ctx, someone))
  return Object.assign(o, { id })
}

type Typed = { login?: string; password?: string; county?: number; cookie?: string; address?: string; headers?: object }

async function signIn(
  o: Office,
  { login = 'zhaoli', password = PASSWORD, county, cookie, address, headers }: Typed = {},
) {
  const answer = await o.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { login, password, county },
    remoteAddress: address ?? '10.1.1.1',
    headers: { ...(cookie ? { cookie: `sangyu=${cookie}` } : {}), ...headers },
  })
  const token = answer.cookies.find(({ name }) => name === 'sangyu')?.value
  return { status: answer.statusCode, body: answer.body, code: String(answer.json().code), token, answer }
}

const whoAmI = (o: Office, token: string) =>
  o.app.inject({ url: '/api/session', headers: { cookie: `sangyu=${token}` } })

async function notes(o: Office): Promise<{ action: string; subject: string | null; detail: unknown }[]> {
  return o.act((ctx) =>
    ctx.db.selectFrom('audit_event').select(['action', 'subject', 'detail']).orderBy('seq').execute(),
  )
}

test('the right password opens a session that scripts cannot read', async (t) => {
  const o = await openOffice(t)
  const { status, body, token, answer } = await signIn(o)
  assert.deepEqual([status, body], [200, '{"stage":"complete","endedElsewhere":0}'])
  const cookies = [answer.headers['set-cookie']].flat().map(String)
  assert.equal(cookies.length, 2)
  assert.match(String(cookies[0]), /^sangyu=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Strict$/)
  assert.match(
    String(cookies[1]),
    /^sangyu-browser=[0-9a-f]{64}; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Strict$/,
  )
  const me = await whoAmI(o, token ?? '')
  assert.equal(me.json().account.login, 'zhaoli')
  const stored = await o.act((ctx) => ctx.db.selectFrom('session').selectAll().executeTakeFirstOrThrow())
  assert.ok(!JSON.stringify(stored).includes(token ?? '-'))
  assert.equal(stored.address, '10.1.1.1')
  assert.deepEqual(await notes(o), [
    { action: 'signIn', subject: o.id, detail: { address: '10.1.1.1', stage: 'complete' } },
  ])
})

test('a login name is found however it is typed', async (t) => {
  const o = await openOffice(t)
  for (const login of [' ZhaoLi ', 'ｚｈａｏｌｉ']) assert.equal((await signIn(o, { login })).status, 200, login)
})

test('a wrong password, an unknown name and a closed account get one and the same answer', async (t) => {
  const o = await openOffice(t)
  await o.act(async (ctx) => {
    const closed = { login: 'qianwei', name: '钱伟', password: PASSWORD, mustChange: false }
    const { id } = await registerAccount(ctx, closed)
    await ctx.db.updateTable('account').set({ status: 'closed' }).where('id', '=', id).execute()
  })
  const bodies = new Set<string>()
  const headers = new Set<string>()
  for (const typed of [
    { password: 'x' },
    { login: 'nobody' },
    { login: 'qianwei' },
    { login: 'nobody', password: 'x' },
  ]) {
    const { status, body, answer, token } = await signIn(o, typed)
    assert.deepEqual([status, token], [401, undefined])
    bodies.add(body)
    headers.add(Object.keys(answer.headers).sort().join())
  }
  assert.deepEqual([bodies.size, headers.size], [1, 1])
  assert.equal(JSON.parse([...bodies][0] ?? '').code, 'sign_in.wrong')
})

test('what a refused sign-in asks of the database does not depend on whether the name is known', async (t) => {
  const o = await openOffice(t)
  const asked = async (login: string) => {
    const texts: string[] = []
    const client = await o.house.pools.writers.connect()
    const prototype = Object.getPrototypeOf(client)
    const query: (...said: unknown[]) => unknown = prototype.query
    const listen = t.mock.method(prototype, 'query', function (this: object, ...said: unknown[]) {
      const [first] = said
      const text = first && typeof first === 'object' && 'text' in first ? first.text : first
      texts.push(String(text).replace(/'[^']*'/g, '?'))
      return query.apply(this, said)
    })
    client.release()
    await signIn(o, { login, password: 'wrong' })
    listen.mock.restore()
    return texts
  }
  const known = await asked('zhaoli')
  assert.ok(known.length >= 8)
  assert.deepEqual(await asked('nobody'), known)
})

test('five wrong passwords lock the name, known or not, and then the right one is refused too', async (t) => {
  const o = await openOffice(t)
  for (const login of ['zhaoli', 'nobody']) {
    const codes = []
    for (let turn = 0; turn < 6; turn++) codes.push((await signIn(o, { login, password: 'wrong' })).code)
    assert.deepEqual(codes, [...Array(5).fill('sign_in.wrong'), 'sign_in.locked'], login)
    const right = await signIn(o, { login })
    assert.deepEqual([right.status, right.code, right.token], [423, 'sign_in.locked', undefined])
  }
  o.clock.pass(14.9)
  assert.equal((await signIn(o)).status, 423)
  o.clock.pass(0.2)
  assert.equal((await signIn(o)).status, 200)
  const failed = (await notes(o)).filter(({ action }) => action === 'signInFailed')
  assert.deepEqual([failed.length, failed.filter(({ subject }) => subject === o.id).length], [15, 8])
})

test('a right password clears the count', async (t) => {
  const o = await openOffice(t)
  for (let round = 0; round < 3; round++) {
    for (let turn = 0; turn < 4; turn++) await signIn(o, { password: 'wrong' })
    assert.equal((await signIn(o)).status, 200)
  }
})

test('many guesses at once get no more tries than one after the other', async (t) => {
  const o = await openOffice(t)
  const guesses = Array.from({ length: 20 }, (_, index) => signIn(o, { password: `wrong ${index}` }))
  const codes = (await Promise.all(guesses)).map(({ code }) => code)
  assert.equal(codes.filter((code) => code === 'sign_in.wrong').length, 5)
  assert.equal(codes.filter((code) => code === 'sign_in.locked').length, 15)
})

test('an address has thirty wrong tries in a quarter of an hour, whatever it writes into its headers', async (t) => {
  const o = await openOffice(t)
  for (let turn = 0; turn < 40; turn++) await signIn(o)
  for (let turn = 0; turn < 30; turn++) {
    const headers = { 'x-forwarded-for': `10.9.9.${turn}`, forwarded: `for=10.9.9.${turn}` }
    assert.equal((await signIn(o, { login: `name${turn}`, headers })).status, 401)
  }
  const refused = await signIn(o)
  assert.deepEqual([refused.status, refused.code], [429, 'sign_in.too_many'])
  assert.equal((await signIn(o, { address: '10.1.1.2' })).status, 200)
  o.clock.pass(15)
  assert.equal((await signIn(o)).status, 200)
})

test('signing in again ends the former session of the same browser, and not those of others', async (t) => {
  const o = await openOffice(t)
  await secure(o, { secondFactor: 'optional', sessionsEach: 3 })
  const [first, other] = [await signIn(o), await signIn(o)]
  const second = await signIn(o, { cookie: first.token ?? '' })
  const states = []
  for (const { token } of [first, other, second]) states.push((await whoAmI(o, token ?? '')).statusCode)
  assert.deepEqual(states, [401, 200, 200])
})

test('with several counties one says which, before any name is looked at', async (t) => {
  const o = await openOffice(t)
  await o.act(async (ctx) => {
    await ctx.db
      .insertInto('county')
      .values({ county: 371425, name: '齐河县', set_up_at: ctx.now.toISOString() })
      .execute()
  })
  for (const login of ['zhaoli', 'nobody'])
    for (const county of [undefined, 110101]) {
      const { status, answer } = await signIn(o, { login, ...(county ? { county } : {}) })
      assert.equal(status, 400)
      assert.deepEqual(answer.json().detail.counties, [
        { county: 371424, name: '临邑县' },
        { county: 371425, name: '齐河县' },
      ])
    }
  assert.equal((await signIn(o, { county: 371425 })).status, 401)
  assert.equal((await signIn(o, { county: 371424 })).status, 200)
})

test('what is no login and no password is refused as such', async (t) => {
  const o = await openOffice(t)
  const long = 'x'.repeat(201)
  for (const typed of [{ login: '' }, { login: 'x'.repeat(41) }, { password: '' }, { password: long }])
    assert.equal((await signIn(o, typed)).code, 'input.invalid')
})

const typed = { login: 'zhaoli', password: PASSWORD }
const LOCKED = { status: 423, code: 'sign_in.locked' }

test('who guesses at a name locks it for strangers, not for the browser that signed in before', async (t) => {
  const o = await openOffice(t)
  const own = visitor(o, { address: '10.1.1.7' })
  await own.call(sessions).signIn(typed)
  await own.call(sessions).signOut()
  for (let turn = 0; turn < 6; turn++) await signIn(o, { password: 'wrong', address: '10.9.9.9' })
  await assert.rejects(visitor(o, { address: '10.1.1.8' }).call(sessions).signIn(typed), LOCKED)
  assert.equal((await own.call(sessions).signIn(typed)).stage, 'complete')
  await own.call(sessions).signOut()
  // Known or not, five wrong tries are five.
  for (let turn = 0; turn < 5; turn++)
    await assert.rejects(own.call(sessions).signIn({ ...typed, password: 'wrong' }), { code: 'sign_in.wrong' })
  await assert.rejects(own.call(sessions).signIn(typed), LOCKED)
})

test('a browser known for one name is a stranger to every other', async (t) => {
  const o = await openOffice(t)
  const neighbour = { login: 'qianwei', name: '钱伟', password: PASSWORD, mustChange: false }
  await o.act((ctx) => registerAccount(ctx, neighbour))
  const browser = visitor(o)
  await browser.call(sessions).signIn({ login: 'qianwei', password: PASSWORD })
  for (let turn = 0; turn < 5; turn++) await signIn(o, { password: 'wrong', address: '10.9.9.9' })
  await assert.rejects(browser.call(sessions).signIn(typed), LOCKED)
})

test('one place at a time: signing in elsewhere ends the former session and says so', async (t) => {
  const o = await openOffice(t)
  const [first, second] = [visitor(o), visitor(o)]
  assert.deepEqual(await first.call(sessions).signIn(typed), { stage: 'complete', endedElsewhere: 0 })
  assert.deepEqual(await second.call(sessions).signIn(typed), { stage: 'complete', endedElsewhere: 1 })
  await second.call(sessions).whoAmI()
  const asked = first.call(sessions).whoAmI()
  const told = await asked.catch((error: unknown) => error)
  assert.ok(told instanceof Refused)
  assert.deepEqual([told.status, told.code], [401, 'auth.signed_in_elsewhere'])
  assert.match(told.words.zh, /于 \d{4}-\d\d-\d\d \d\d:\d\d 在另一台设备上登录（地址 10\.1\.1\.1）.*修改密码/)
  assert.match(told.words.en, /signed in on another device at .* \(from 10\.1\.1\.1\).*change the password/)
  assert.deepEqual(await first.call(sessions).signIn(typed), { stage: 'complete', endedElsewhere: 1 })
  await first.call(sessions).whoAmI()
})

test('what is open to all stays open to a device that was signed out, and after its time it is told nothing more', async (t) => {
  const o = await openOffice(t)
  const [first, second] = [visitor(o), visitor(o)]
  await first.call(sessions).signIn(typed)
  await second.call(sessions).signIn(typed)
  await first.call(setup).setupState()
  o.clock.pass(12 * 60 + 1)
  await assert.rejects(first.call(sessions).whoAmI(), { code: 'auth.signed_out' })
  await visitor(o).call(sessions).signIn(typed)
  assert.deepEqual(await o.act((ctx) => ctx.db.selectFrom('ended_session').selectAll().execute()), [])
})

test('after ninety days the password is changed before anything else, and the former ones do not come back', async (t) => {
  const o = await openOffice(t)
  o.clock.pass(90 * 24 * 60 - 1)
  const browser = visitor(o)
  assert.equal((await browser.call(sessions).signIn(typed)).stage, 'complete')
  o.clock.pass(24 * 60)
  assert.equal((await browser.call(sessions).signIn(typed)).stage, 'password_expired')
  const me = await browser.call(sessions).whoAmI()
  assert.deepEqual([me.permissions, me.isFirstPassword], [[], false])
  await assert.rejects(browser.call(sessions).myDevices(), { status: 403 })
  const change = (old: string, fresh: string) => browser.call(sessions).changeMyPassword({ old, fresh })
  const series = [PASSWORD, 'Shiliu-8-shuxia', 'Meihua-9-kaile', 'Lanhua-6-qingyou', 'Juhua-5-nandong']
  for (const [at, fresh] of series.entries()) {
    if (at > 0) await change(series[at - 1] ?? '', fresh)
    o.clock.pass(1)
  }
  const last = series.at(-1) ?? ''
  for (const former of series.slice(0, -1))
    await assert.rejects(change(last, former), {
      code: 'password.weak',
      detail: { weaknesses: ['reused'], rule: RULE },
    })
  await change(last, 'Yulan-4-chuangqian')
})

const RULE = { leastLength: 10, leastKinds: 3, remembered: 5 }

test('a password that was handed over opens the door for one day', async (t) => {
  const o = await openOffice(t)
  const guest = { login: 'sunjing', name: '孙静', password: PASSWORD, mustChange: true }
  await o.act((ctx) => registerAccount(ctx, guest))
  const sunjing = { login: 'sunjing', password: PASSWORD }
  assert.equal((await visitor(o).call(sessions).signIn(sunjing)).stage, 'password_expired')
  o.clock.pass(24 * 60 + 1)
  await assert.rejects(visitor(o).call(sessions).signIn(sunjing), { status: 401, code: 'sign_in.code_over' })
})
