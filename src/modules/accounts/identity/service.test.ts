import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { connect } from '#test/office/identity/connect.ts'
import { CLIENT, type Identity, identityProvider, OWN_ADDRESS } from '#test/office/identity/index.ts'
import { asOwner } from '#test/office/owner.ts'
import { employ, enrol, type Somebody, secure } from '#test/office/securing.ts'
import { visitor } from '#test/office/visitor.ts'
import { type Office, office, type Worker } from '#test/office.ts'
import { routes } from '../index.ts'
import { contract as requests } from '../requests/contract.ts'
import { contract as sessions } from '../sessions/contract.ts'
import { contract } from './contract.ts'
import { identityRoutes, identityRoutesFor } from './index.ts'

type Bureau = Office & { identity: Identity; system: Worker; security: Worker; zhaoli: Somebody }

const provider = { name: '县统一身份', clientId: CLIENT.id, ownAddress: OWN_ADDRESS, acceptsSecondFactor: false }

/** An office whose county has a unified identity; the provider stands on this machine, which only a trial allows. */
async function openOffice(t: TestContext): Promise<Bureau> {
  const rooms = routes.map((room) => (room === identityRoutes ? identityRoutesFor(true) : room))
  const o = await office({ rooms })
  const identity = await identityProvider()
  t.after(async () => {
    await o.close()
    await identity.close()
  })
  await secure(o)
  const security = await o.hire({ role: 'security_administrator' })
  const system = await o.hire({ role: 'system_administrator' })
  const b = Object.assign(o, { identity, system, security, zhaoli: await employ(o) })
  await connect(b, { ...provider, issuer: identity.issuer, clientSecret: CLIENT.secret })
  return b
}

async function comesBy(o: Bureau, browser = visitor(o)) {
  const { url } = await browser.call(contract).beginIdentity({ county: o.county })
  const query = await o.identity.visit(url)
  return { browser, query, finish: () => browser.call(contract).finishIdentity({ query }) }
}

const wish = (id: string, subject: string) => ({ id, subject, kind: 'identity' as const, reason: '已接入统一身份' })
const asks = (o: Bureau, id: string, subject: string) =>
  o.as(o.system).call(requests).requestForAccount(wish(id, subject))

/** One administrator asks and another decides: no link is made by one alone. */
async function link(o: Bureau): Promise<void> {
  const asked = await asks(o, o.zhaoli.id, o.identity.person.subject)
  await o.as(o.security).call(requests).approveRequest(asked)
}

test('somebody the provider confirmed comes in only when linked, and the second factor stays', async (t) => {
  const o = await openOffice(t)
  const unknown = await comesBy(o)
  await assert.rejects(unknown.finish(), {
    status: 403,
    code: 'identity.not_linked',
    detail: { subject: 'u-371424-0001' },
  })
  await link(o)
  const { browser, finish } = await comesBy(o)
  assert.equal((await finish()).stage, 'enrolment')
  assert.equal((await browser.call(sessions).whoAmI()).account.login, 'zhaoli')
  await assert.rejects(browser.call(sessions).myDevices(), { status: 403 })
  await enrol(o, o.zhaoli)
  const later = await comesBy(o)
  assert.equal((await later.finish()).stage, 'second_factor')
})

test('a second technique given to the provider counts only where the county accepts it', async (t) => {
  const o = await openOffice(t)
  await link(o)
  o.identity.person.amr = ['pwd', 'otp']
  assert.equal((await (await comesBy(o)).finish()).stage, 'enrolment')
  await connect(o, { ...provider, issuer: o.identity.issuer, acceptsSecondFactor: true })
  const { browser, finish } = await comesBy(o)
  assert.equal((await finish()).stage, 'complete')
  assert.ok((await browser.call(sessions).whoAmI()).permissions.includes('people.read'))
  o.identity.person.amr = ['pwd']
  assert.equal((await (await comesBy(o)).finish()).stage, 'enrolment')
})

test('one administrator alone links nobody, and a link of one alone lets nobody past their own second factor', async (t) => {
  const o = await openOffice(t)
  const [asker, judge] = [o.as(o.system).call(requests), o.as(o.security).call(requests)]
  const mine = wish(o.zhaoli.id, o.identity.person.subject)
  await assert.rejects(judge.requestForAccount(mine), { status: 403 })
  const asked = await asker.requestForAccount(mine)
  await assert.rejects(asker.requestForAccount(mine), { code: 'requests.already_asked' })
  await assert.rejects(asker.approveRequest(asked), { status: 403 })
  await assert.rejects((await comesBy(o)).finish(), { code: 'identity.not_linked' })
  await judge.approveRequest(asked)
  await connect(o, { ...provider, issuer: o.identity.issuer, acceptsSecondFactor: true })
  o.identity.person.amr = ['pwd', 'otp']
  assert.equal((await (await comesBy(o)).finish()).stage, 'complete')
  await asOwner(o.house, 'update identity_link set asked_by = null')
  assert.equal((await (await comesBy(o)).finish()).stage, 'enrolment')
})

test('a link asked for with one provider is not made with another that took its place', async (t) => {
  const o = await openOffice(t)
  const asked = await asks(o, o.zhaoli.id, 'u-371424-0001')
  await asOwner(o.house, `update identity_provider set issuer = 'https://elsewhere.example'`)
  await assert.rejects(o.as(o.security).call(requests).approveRequest(asked), { code: 'identity.none' })
  const [line] = (await o.as(o.security).call(requests).listRequests()).items
  assert.deepEqual(line?.identity, { issuer: o.identity.issuer, subject: 'u-371424-0001' })
})

test('an answer of the provider counts once, in the browser that asked, and for ten minutes', async (t) => {
  const o = await openOffice(t)
  await link(o)
  const REFUSED = { status: 401, code: 'identity.refused' }
  const first = await comesBy(o)
  await assert.rejects(visitor(o).call(contract).finishIdentity({ query: first.query }), REFUSED)
  await first.finish()
  await assert.rejects(first.finish(), REFUSED)
  const slow = await comesBy(o)
  o.clock.pass(11)
  await assert.rejects(slow.finish(), REFUSED)
  const forged = await comesBy(o)
  const query = forged.query.replace(/code=[^&]+/, 'code=made-up')
  await assert.rejects(forged.browser.call(contract).finishIdentity({ query }), REFUSED)
  for (const nonsense of ['', '?', 'state=', `${forged.query}&state=other`])
    await assert.rejects(visitor(o).call(contract).finishIdentity({ query: nonsense }), REFUSED)
})

test('who is closed or unlinked does not come in through the provider', async (t) => {
  const o = await openOffice(t)
  await link(o)
  const doors = o.as(o.security).call(contract)
  assert.deepEqual(await doors.showLink({ id: o.zhaoli.id }), { subject: 'u-371424-0001' })
  const other = await employ(o, 'qianwei')
  await assert.rejects(asks(o, other.id, 'u-371424-0001'), { code: 'identity.subject_taken' })
  await doors.unlinkIdentity({ id: o.zhaoli.id })
  await assert.rejects((await comesBy(o)).finish(), { code: 'identity.not_linked' })
  await link(o)
  await o.act((ctx) => ctx.db.updateTable('account').set({ status: 'closed' }).where('id', '=', o.zhaoli.id).execute())
  await assert.rejects((await comesBy(o)).finish(), { code: 'identity.not_linked' })
})

test('a provider is asked for by one and in force when another said yes; who asked alone changes nothing', async (t) => {
  const o = await openOffice(t)
  const [asker, judges] = [o.as(o.system).call(contract), o.as(o.security).call(contract)]
  const other = { ...provider, issuer: 'https://thief.example', clientSecret: 'mine' }
  await assert.rejects(judges.setProvider(other), { status: 403 })
  await assert.rejects(asker.setProvider({ ...provider, issuer: 'https://thief.example' }), {
    code: 'identity.secret_needed',
  })
  await asker.setProvider(other)
  const { wish: waiting, inForce } = await judges.showProviderWish()
  assert.deepEqual([waiting?.issuer, inForce?.issuer], ['https://thief.example', o.identity.issuer])
  assert.ok((await comesBy(o)).query)
  const seen = { id: waiting?.id ?? '' }
  await assert.rejects(asker.approveProvider(seen), { status: 403, code: 'auth.forbidden' })
  await asker.setProvider({ ...other, issuer: 'https://thief.example/2' })
  await assert.rejects(judges.approveProvider(seen), { status: 409, code: 'identity.wish_gone' })
  const now = { id: (await judges.showProviderWish()).wish?.id ?? '' }
  const ends = await Promise.allSettled([1, 2, 3].map(() => judges.refuseProvider(now)))
  assert.equal(ends.filter(({ status }) => status === 'fulfilled').length, 1)
  assert.equal((await asker.showProvider()).provider?.issuer, o.identity.issuer)
  await asker.setProvider(other)
  await asOwner(o.house, 'update identity_provider_wish set asked_by = $1', [o.security.id])
  const { wish: mine } = await judges.showProviderWish()
  await assert.rejects(judges.approveProvider({ id: mine?.id ?? '' }), { code: 'identity.own_wish' })
  await asOwner(o.house, 'update session set proven_at = null')
  await assert.rejects(judges.approveProvider({ id: mine?.id ?? '' }), { code: 'auth.not_proven' })
  await assert.rejects(asOwner(o.house, 'update identity_provider set asked_by = changed_by'), /two_people/)
})

test('only the system administrator asks for a provider; the secret is kept sealed and shown to nobody', async (t) => {
  const o = await openOffice(t)
  for (const role of ['security_administrator', 'audit_administrator', 'bureau_staff'] as const) {
    await assert.rejects(
      o
        .as(await o.hire({ role }))
        .call(contract)
        .showProvider(),
      { status: 403 },
    )
  }
  const doors = o.as(o.security).call(contract)
  assert.ok(!JSON.stringify(await doors.showProviderWish()).includes(CLIENT.secret))
  const kept = await o.act((ctx) => ctx.db.selectFrom('identity_provider').selectAll().executeTakeFirstOrThrow())
  assert.ok(!kept.client_secret.includes(CLIENT.secret))
  assert.deepEqual(await o.as().call(contract).identityChoices(), {
    items: [{ county: o.county, name: '县统一身份' }],
    total: 1,
  })
  await doors.dropProvider()
  await assert.rejects(visitor(o).call(contract).beginIdentity({ county: o.county }), { code: 'identity.none' })
  await assert.rejects(asks(o, o.zhaoli.id, 'x'), { code: 'identity.none' })
})

test('an office at work asks no provider on its own machine', async (t) => {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  const system = await o.hire({ role: 'system_administrator' })
  const security = await o.hire({ role: 'security_administrator' })
  const doors = o.as(system).call(contract)
  for (const issuer of ['http://127.0.0.1:9000', 'https://localhost', 'http://sso.example'])
    await assert.rejects(doors.setProvider({ ...provider, issuer, clientSecret: 'x' }), { code: 'identity.issuer' })
  const wrong = { ...provider, issuer: 'https://sso.invalid', clientSecret: 'x' }
  await assert.rejects(doors.setProvider({ ...wrong, ownAddress: 'lgb' }), { code: 'identity.own_address' })
  await assert.rejects(doors.setProvider({ ...provider, issuer: 'https://sso.invalid' }), {
    code: 'identity.secret_needed',
  })
  await connect(Object.assign(o, { system, security }), wrong)
  await assert.rejects(visitor(o).call(contract).beginIdentity({ county: o.county }), { status: 503 })
})

test('who is stopped at the network on the way of the unified sign-in stands in the trail, by name once they are known', async (t) => {
  const o = await openOffice(t)
  await link(o)
  const inside = await comesBy(o)
  const carried = visitor(o, { address: '10.3.1.1' })
  for (const [name, value] of inside.browser.cookies) carried.cookies.set(name, value)
  await secure(o, { staffNetworks: ['10.1.0.0/16'], administratorNetworks: ['10.2.0.0/16'] })
  const stopped = { status: 403, code: 'auth.address' }
  await assert.rejects(carried.call(contract).beginIdentity({ county: o.county }), stopped)
  await assert.rejects(carried.call(contract).finishIdentity({ query: inside.query }), stopped)
  // From where administrators may come: that it is none of them is known only at the end.
  await assert.rejects((await comesBy(o, visitor(o, { address: '10.2.1.1' }))).finish(), stopped)
  const rows = await asOwner<{ subject: string | null; address: string }>(
    o.house,
    `select subject, detail->>'address' as address from audit_event
      where action = 'signInFailed' and result = 'failed' and detail->>'code' = 'auth.address' order by seq`,
  )
  assert.deepEqual(rows, [
    { subject: null, address: '10.3.1.1' },
    { subject: null, address: '10.3.1.1' },
    { subject: o.zhaoli.id, address: '10.2.1.1' },
  ])
})
