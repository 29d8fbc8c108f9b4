import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { codeAt } from '#test/office/authenticator.ts'
import { employ, enrol, PASSWORD, secure } from '#test/office/securing.ts'
import { visitor } from '#test/office/visitor.ts'
import { type Office, office } from '#test/office.ts'
import { routes } from '../index.ts'
import { contract as proofs } from '../proof/contract.ts'
import { contract as requests } from '../requests/contract.ts'
import { contract as sessions } from '../sessions/contract.ts'
import { contract } from './contract.ts'

async function openOffice(t: TestContext): Promise<Office> {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  await secure(o, { sessionsEach: 3 })
  return o
}

const SIGNED_OUT = { status: 401, code: 'auth.signed_out' }
const FORBIDDEN = { status: 403, code: 'auth.forbidden' }
const WRONG = { status: 422, code: 'second_factor.wrong' }
const NOT_NOW = { status: 409, code: 'second_factor.not_now' }
const signingIn = { login: 'zhaoli', password: PASSWORD }

test('a county at work lets nobody in with a password alone: the authenticator is set up first', async (t) => {
  const o = await openOffice(t)
  await employ(o)
  const browser = visitor(o)
  assert.deepEqual(await browser.call(sessions).signIn(signingIn), { stage: 'enrolment', endedElsewhere: 0 })
  const half = browser.token()
  const me = await browser.call(sessions).whoAmI()
  assert.deepEqual([me.stage, me.permissions, me.hasSecondFactor], ['enrolment', [], false])
  await assert.rejects(browser.call(sessions).myDevices(), FORBIDDEN)
  await assert.rejects(browser.call(contract).giveCode({ code: '123456' }), NOT_NOW)
  await assert.rejects(browser.call(contract).finishEnrolment({ code: '123456' }), {
    code: 'second_factor.not_begun',
  })
  const { seed, address } = await browser.call(contract).beginEnrolment()
  assert.match(address, /^otpauth:\/\/totp\/.*algorithm=SHA256/)
  await assert.rejects(browser.call(contract).finishEnrolment({ code: '000000' }), WRONG)
  const done = await browser.call(contract).finishEnrolment({ code: codeAt(seed, o.clock.now()) })
  assert.deepEqual([done.stage, new Set(done.recoveryCodes).size], ['complete', 10])
  assert.ok((await browser.call(sessions).whoAmI()).permissions.includes('people.read'))
  assert.notEqual(browser.token(), half)
  await assert.rejects(o.as({ token: half }).call(sessions).whoAmI(), SIGNED_OUT)
  const kept = await o.act((ctx) => ctx.db.selectFrom('second_factor').selectAll().execute())
  assert.ok(!JSON.stringify(kept).includes(seed) && !Buffer.from(kept[0]?.seed ?? '').includes(seed))
})

test('each code counts once, a step early or late is taken, two are not', async (t) => {
  const o = await openOffice(t)
  const { seed } = await enrol(o, await employ(o))
  const enters = async (code: string) => {
    const browser = visitor(o)
    await browser.call(sessions).signIn(signingIn)
    return (await browser.call(contract).giveCode({ code })).stage
  }
  await assert.rejects(enters(codeAt(seed, o.clock.now())), WRONG)
  o.clock.pass(1)
  const now = () => o.clock.now().getTime()
  await assert.rejects(enters(codeAt(seed, new Date(now() - 60_000))), WRONG)
  assert.equal(await enters(codeAt(seed, new Date(now() - 30_000))), 'complete')
  assert.equal(await enters(codeAt(seed, new Date(now() + 30_000))), 'complete')
  // A step from before one that was used is worth nothing either.
  await assert.rejects(enters(codeAt(seed, new Date(now()))), WRONG)
})

test('of many who give the same code at once one comes in', async (t) => {
  const o = await openOffice(t)
  const { seed } = await enrol(o, await employ(o))
  o.clock.pass(1)
  const browsers = Array.from({ length: 4 }, () => visitor(o))
  for (const browser of browsers) await browser.call(sessions).signIn(signingIn)
  const code = codeAt(seed, o.clock.now())
  const given = await Promise.allSettled(browsers.map((browser) => browser.call(contract).giveCode({ code })))
  assert.equal(given.filter(({ status }) => status === 'fulfilled').length, 1)
})

test('a recovery code lets in once, typed as it may be', async (t) => {
  const o = await openOffice(t)
  const { recoveryCodes } = await enrol(o, await employ(o))
  const [first = '', second = ''] = recoveryCodes
  const browser = visitor(o)
  await browser.call(sessions).signIn(signingIn)
  assert.equal(
    (await browser.call(contract).giveCode({ code: first.toLowerCase().replaceAll('-', ' ') })).stage,
    'complete',
  )
  assert.equal((await browser.call(contract).mySecondFactor()).recoveryCodesLeft, 9)
  const again = visitor(o)
  await again.call(sessions).signIn(signingIn)
  await assert.rejects(again.call(contract).giveCode({ code: first }), WRONG)
  await again.call(contract).giveCode({ code: second })
  const renewed = await again.call(contract).renewRecoveryCodes()
  assert.equal(renewed.recoveryCodes.length, 10)
  const late = visitor(o)
  await late.call(sessions).signIn(signingIn)
  await assert.rejects(late.call(contract).giveCode({ code: recoveryCodes[2] ?? '' }), WRONG)
})

test('five wrong codes lock the second step for a quarter of an hour', async (t) => {
  const o = await openOffice(t)
  const { seed } = await enrol(o, await employ(o))
  o.clock.pass(1)
  const tries = async (code: string) => {
    const browser = visitor(o)
    await browser.call(sessions).signIn(signingIn)
    return browser.call(contract).giveCode({ code })
  }
  for (let turn = 0; turn < 5; turn++) await assert.rejects(tries('000000'), WRONG)
  await assert.rejects(tries(codeAt(seed, o.clock.now())), { status: 423, code: 'sign_in.locked' })
  o.clock.pass(15.1)
  assert.equal((await tries(codeAt(seed, o.clock.now()))).stage, 'complete')
})

test('whoever has the password but not the code can neither change the password nor the authenticator', async (t) => {
  const o = await openOffice(t)
  await enrol(o, await employ(o))
  const thief = visitor(o)
  assert.equal((await thief.call(sessions).signIn(signingIn)).stage, 'second_factor')
  await assert.rejects(thief.call(sessions).changeMyPassword({ old: PASSWORD, fresh: 'Shiliu-8-shuxia' }), FORBIDDEN)
  await assert.rejects(thief.call(contract).beginEnrolment(), NOT_NOW)
  await assert.rejects(thief.call(contract).finishEnrolment({ code: '000000' }), NOT_NOW)
  await assert.rejects(thief.call(contract).renewRecoveryCodes(), FORBIDDEN)
  await assert.rejects(thief.call(proofs).proveMyself({ password: PASSWORD }), FORBIDDEN)
})

test('another telephone takes the place of the first only with its first code, and after a proof', async (t) => {
  const o = await openOffice(t)
  const { seed, browser } = await enrol(o, await employ(o))
  o.clock.pass(14)
  await browser.call(sessions).whoAmI()
  await new Promise((resolve) => setTimeout(resolve, 200))
  o.clock.pass(2)
  await assert.rejects(browser.call(contract).beginEnrolment(), { status: 403, code: 'auth.not_proven' })
  await assert.rejects(browser.call(proofs).proveMyself({ password: 'wrong' }), { code: 'auth.proof_wrong' })
  await browser.call(proofs).proveMyself({ code: codeAt(seed, o.clock.now()) })
  await assert.rejects(browser.call(proofs).proveMyself({ code: codeAt(seed, o.clock.now()) }), {
    code: 'auth.proof_wrong',
  })
  const next = await browser.call(contract).beginEnrolment()
  await assert.rejects(browser.call(contract).finishEnrolment({ code: codeAt(seed, o.clock.now()) }), WRONG)
  await browser.call(contract).finishEnrolment({ code: codeAt(next.seed, o.clock.now()) })
  o.clock.pass(1)
  const later = visitor(o)
  await later.call(sessions).signIn(signingIn)
  await assert.rejects(later.call(contract).giveCode({ code: codeAt(seed, o.clock.now()) }), WRONG)
  await later.call(contract).giveCode({ code: codeAt(next.seed, o.clock.now()) })
})

test('a lost authenticator is taken off by two administrators, never by one and never their own', async (t) => {
  const o = await openOffice(t)
  const lost = await employ(o)
  const { browser } = await enrol(o, lost)
  const system = await o.hire({ role: 'system_administrator' })
  const security = await o.hire({ role: 'security_administrator' })
  const [asker, judge] = [o.as(system).call(requests), o.as(security).call(requests)]
  const wish = { id: lost.id, kind: 'second_factor', reason: '手机丢失' } as const
  for (const role of ['security_administrator', 'audit_administrator', 'bureau_staff'] as const) {
    const other = await o.hire({ role })
    await assert.rejects(o.as(other).call(requests).requestForAccount(wish), FORBIDDEN)
  }
  await assert.rejects(judge.requestForAccount({ ...wish, id: security.id }), { code: 'accounts.not_oneself' })
  const asked = await asker.requestForAccount(wish)
  await assert.rejects(asker.approveRequest(asked), { status: 403, code: 'requests.own' })
  await browser.call(sessions).whoAmI()
  assert.deepEqual(await judge.approveRequest(asked), { handed: null })
  await assert.rejects(asker.requestForAccount(wish), { code: 'second_factor.none' })
  await assert.rejects(browser.call(sessions).whoAmI(), SIGNED_OUT)
  assert.equal((await visitor(o).call(sessions).signIn(signingIn)).stage, 'enrolment')
})
