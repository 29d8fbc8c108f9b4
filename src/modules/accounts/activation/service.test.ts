import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { admit, PASSWORD, renew, settleIn } from '#test/office/newcomer.ts'
import { type Office, office, type Worker } from '#test/office.ts'
import { contract as accounts } from '../contract.ts'
import { routes } from '../index.ts'
import { disableUnused } from '../jobs.ts'
import { contract } from './contract.ts'
import { renewAdministratorCode } from './index.ts'

async function openOffice(t: TestContext): Promise<Office & { system: Worker; security: Worker }> {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  const system = await o.hire({ role: 'system_administrator', name: '王静' })
  const security = await o.hire({ role: 'security_administrator', name: '纪红' })
  return Object.assign(o, { system, security })
}

const at = (o: Office, worker?: Worker) => o.as(worker).call(contract)
const signIn = async (o: Office, login: string, password: string) =>
  (await o.app.inject({ method: 'POST', url: '/api/session', payload: { login, password } })).statusCode
const stateOf = (o: Office, login: string) =>
  o.act(async (ctx) => {
    const found = ctx.db.selectFrom('account').select('status').where('login', '=', login)
    return (await found.executeTakeFirst())?.status
  })

const WRONG = { status: 403, code: 'accounts.wrong_activation' }

test('a code sets the holder’s own password, once', async (t) => {
  const o = await openOffice(t)
  const newcomer = await admit(o, o)
  assert.equal(await signIn(o, 'sunli', newcomer.code), 401)
  await at(o).activateAccount({
    login: ' SUNLI',
    code: newcomer.code.toLowerCase().replaceAll('-', ' '),
    password: PASSWORD,
  })
  assert.equal(await stateOf(o, 'sunli'), 'open')
  assert.equal(await signIn(o, 'sunli', PASSWORD), 200)
  await assert.rejects(settleIn(o, newcomer, 'Another-7-password'), WRONG)
  assert.equal(await signIn(o, 'sunli', PASSWORD), 200)
})

test('wrong, unknown, old and replaced codes are refused in one sentence', async (t) => {
  const o = await openOffice(t)
  const first = await admit(o, o)
  const said = new Set<string>()
  const refused = async (asked: { login: string; code: string }) =>
    said.add(
      await at(o)
        .activateAccount({ ...asked, password: PASSWORD })
        .then(
          () => 'let in',
          (no) => JSON.stringify([no.status, no.code, no.words]),
        ),
    )
  await refused({ login: 'sunli', code: 'AAAA-AAAA-AAAA' })
  await refused({ login: 'nobody', code: first.code })
  const second = await renew(o, o, first.id)
  await refused({ login: 'sunli', code: first.code })
  o.clock.pass(24 * 60)
  await refused({ login: 'sunli', code: second.code })
  assert.equal(said.size, 1)
  assert.match([...said][0] ?? '', /403.*wrong_activation/)
})

test('whoever keeps the machine gives one of the three another code, and nobody else', async (t) => {
  const o = await openOffice(t)
  await admit(o, o)
  const handed = await o.act((ctx) => renewAdministratorCode(ctx, ` ${o.security.login.toUpperCase()}`))
  await settleIn(o, { ...handed, id: o.security.id })
  assert.equal(await stateOf(o, o.security.login), 'open')
  for (const login of ['sunli', 'nobody'])
    await assert.rejects(
      o.act((ctx) => renewAdministratorCode(ctx, login)),
      { code: 'accounts.not_an_administrator' },
    )
  const notes = await o.act((ctx) =>
    ctx.db.selectFrom('audit_event').select('subject').where('action', '=', 'administratorCodeRenewed').execute(),
  )
  assert.deepEqual(notes, [{ subject: o.security.id }])
})

test('a weak password leaves the code good', async (t) => {
  const o = await openOffice(t)
  const newcomer = await admit(o, o)
  await assert.rejects(settleIn(o, newcomer, 'sunli'), { status: 422, code: 'password.weak' })
  await settleIn(o, newcomer)
})

test('of many who use a code at once one does', async (t) => {
  const o = await openOffice(t)
  const newcomer = await admit(o, o)
  const ends = await Promise.allSettled(
    Array.from({ length: 4 }, (_, turn) => settleIn(o, newcomer, `${PASSWORD}-${turn}`)),
  )
  assert.equal(ends.filter(({ status }) => status === 'fulfilled').length, 1)
})

test('another code voids the old password and every session', async (t) => {
  const o = await openOffice(t)
  const newcomer = await admit(o, o)
  await settleIn(o, newcomer)
  const entered = await o.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { login: 'sunli', password: PASSWORD },
  })
  const token = entered.cookies.find(({ name }) => name === 'sangyu')?.value ?? ''
  const renewed = await renew(o, o, newcomer.id)
  assert.equal(await signIn(o, 'sunli', PASSWORD), 401)
  const inside = await o.app.inject({ method: 'GET', url: '/api/session', headers: { cookie: `sangyu=${token}` } })
  assert.equal(inside.statusCode, 401)
  await settleIn(o, renewed, 'Another-7-password')
  assert.equal(await signIn(o, 'sunli', 'Another-7-password'), 200)
})

test('after ninety days without a sign-in an account is disabled, and another code opens it again', async (t) => {
  const o = await openOffice(t)
  const newcomer = await admit(o, o)
  await settleIn(o, newcomer)
  assert.equal(await signIn(o, 'sunli', PASSWORD), 200)
  o.clock.pass(89 * 24 * 60)
  await o.act(disableUnused)
  assert.equal(await stateOf(o, 'sunli'), 'open')
  o.clock.pass(24 * 60)
  await o.act(disableUnused)
  assert.equal(await stateOf(o, 'sunli'), 'disabled')
  assert.equal(await signIn(o, 'sunli', PASSWORD), 401)
  const notes = await o.act((ctx) =>
    ctx.db.selectFrom('audit_event').select('subject').where('action', '=', 'accountDisabled').execute(),
  )
  assert.ok(notes.some(({ subject }) => subject === newcomer.id))
  const pair = {
    system: await o.hire({ role: 'system_administrator' }),
    security: await o.hire({ role: 'security_administrator' }),
  }
  const [line] = (await o.as(pair.system).call(accounts).listAccounts({ status: 'disabled', q: 'sunli' })).items
  assert.deepEqual(line?.can, { close: true, ask: true, unlock: false, grant: false, revoke: false })
  await settleIn(o, await renew(o, pair, newcomer.id), 'Another-7-password')
  assert.equal(await stateOf(o, 'sunli'), 'open')
})
