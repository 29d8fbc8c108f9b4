import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { buildServer } from '#platform/http/server.ts'
import { asOwner } from '#test/office/owner.ts'
import { employ, PASSWORD, secure } from '#test/office/securing.ts'
import { visitor } from '#test/office/visitor.ts'
import { type Office, office } from '#test/office.ts'
import { routes } from '../index.ts'
import { contract as sessions } from './contract.ts'

async function openOffice(t: TestContext): Promise<Office> {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  await employ(o)
  return o
}

const typed = { login: 'zhaoli', password: PASSWORD }

test('from outside the named networks nobody signs in and no session goes on', async (t) => {
  const o = await openOffice(t)
  const inside = visitor(o, { address: '10.1.1.1' })
  await inside.call(sessions).signIn(typed)
  await secure(o, { secondFactor: 'optional', staffNetworks: ['10.1.0.0/16', '2001:db8::/32'] })
  await inside.call(sessions).whoAmI()
  const OUTSIDE = { status: 403, code: 'auth.address' }
  const outside = visitor(o, { address: '10.2.1.1' })
  await assert.rejects(outside.call(sessions).signIn(typed), OUTSIDE)
  await assert.rejects(outside.call(sessions).signIn({ login: 'nobody', password: 'x' }), OUTSIDE)
  for (const [name, value] of inside.cookies) outside.cookies.set(name, value)
  await assert.rejects(outside.call(sessions).whoAmI(), OUTSIDE)
  assert.equal((await visitor(o, { address: '2001:db8::7' }).call(sessions).signIn(typed)).stage, 'complete')
})

test('who is stopped at the network stands in the trail: by right and wrong password alike, and with a carried session', async (t) => {
  const o = await openOffice(t)
  const inside = visitor(o, { address: '10.1.1.1' })
  await inside.call(sessions).signIn(typed)
  const keeper = await employ(o, 'wangjing', 'system_administrator')
  const networks = { staffNetworks: ['10.1.0.0/16'], administratorNetworks: ['10.1.9.0/24'] }
  await secure(o, { secondFactor: 'optional', ...networks })
  const outside = visitor(o, { address: '10.2.1.1' })
  const answers: string[] = []
  for (const asked of [typed, { ...typed, password: 'Falsch-77-chuang' }, { login: 'nobody', password: 'x' }])
    await assert.rejects(
      outside.call(sessions).signIn(asked),
      (no: { status: number; code: string; words: unknown }) => {
        answers.push(JSON.stringify([no.status, no.code, no.words]))
        return true
      },
    )
  assert.equal(new Set(answers).size, 1)
  for (const [name, value] of inside.cookies) outside.cookies.set(name, value)
  await assert.rejects(outside.call(sessions).whoAmI(), { code: 'auth.address' })
  const desk = visitor(o, { address: '10.1.1.1' }).call(sessions)
  await assert.rejects(desk.signIn({ login: keeper.login, password: PASSWORD }), { code: 'auth.address' })
  const rows = await asOwner<{ action: string; result: string; detail: { code?: string; address?: string } }>(
    o.house,
    `select action, result, detail from audit_event where detail->>'code' = 'auth.address' order by seq`,
  )
  assert.deepEqual(rows.map(({ action, result }) => `${action} ${result}`).toSorted(), [
    'signInFailed failed',
    'signInFailed failed',
    'signInFailed failed',
    'signInFailed failed',
    'whoAmI refused',
  ])
})

test('a shop signs in from behind its counter, outside the networks of the staff, and its session goes on there', async (t) => {
  const o = await openOffice(t)
  const shop = await employ(o, 'limin', 'partner')
  await secure(o, { secondFactor: 'optional', staffNetworks: ['10.1.0.0/16'] })
  const counter = visitor(o, { address: '203.0.113.9' })
  assert.equal((await counter.call(sessions).signIn({ login: shop.login, password: PASSWORD })).stage, 'complete')
  assert.equal((await counter.call(sessions).whoAmI()).account.login, 'limin')
  const wrong = visitor(o, { address: '203.0.113.9' })
    .call(sessions)
    .signIn({ login: 'limin', password: 'Falsch-77-chuang' })
  await assert.rejects(wrong, { status: 401 })
  await assert.rejects(visitor(o, { address: '203.0.113.9' }).call(sessions).signIn(typed), { code: 'auth.address' })
  const both = await employ(o, 'wangjing', 'partner')
  await asOwner(
    o.house,
    `insert into account_grant (county, id, account_id, holder_id, role, place_code, valid, granted_at)
    select county, gen_random_uuid(), account_id, holder_id, 'reader', 3714240000000000000, valid, granted_at from account_grant where account_id = $1`,
    [both.id],
  )
  const asBoth = visitor(o, { address: '203.0.113.9' }).call(sessions).signIn({ login: 'wangjing', password: PASSWORD })
  await assert.rejects(asBoth, { code: 'auth.address' }, 'who is of the staff too is bound')
})

test('over https the cookies carry the prefix that binds them to this host', async (t) => {
  const o = await openOffice(t)
  const app = await buildServer(o.house, routes, { version: 'test', proxies: ['127.0.0.1'] })
  t.after(() => app.close())
  const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '10.1.1.1' }
  const answer = await app.inject({ method: 'POST', url: '/api/session', payload: typed, headers })
  const cookies = [answer.headers['set-cookie']].flat().map(String)
  assert.match(String(cookies[0]), /^__Host-sangyu=[0-9a-f]{64}; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
  assert.match(String(cookies[1]), /^__Host-sangyu-browser=.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
  const token = answer.cookies[0]?.value ?? ''
  const status = async (cookie: string) =>
    (await app.inject({ url: '/api/session', headers: { ...headers, cookie } })).statusCode
  assert.equal(await status(`__Host-sangyu=${token}`), 200)
  assert.equal(await status(`sangyu=${token}`), 401)
})
