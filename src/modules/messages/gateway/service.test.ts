import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { approveGateway } from '#test/office/desks/messages.ts'
import { asOwner } from '#test/office/owner.ts'
import { type Office, office, type Worker } from '#test/office.ts'
import { contract } from './contract.ts'
import { gatewayRoutesFor, postFor } from './index.ts'
import { gatewayOf } from './service.ts'
import { setGatewayAside } from './wish/index.ts'

async function open(t: TestContext): Promise<Office & { system: Worker; security: Worker }> {
  const o = await office({ rooms: [gatewayRoutesFor(false)] })
  t.after(() => o.close())
  const system = await o.hire({ role: 'system_administrator' })
  return Object.assign(o, { system, security: await o.hire({ role: 'security_administrator' }) })
}
const wanted = { url: 'https://sms.example.cn/send', sign: '临邑老干部局', secret: 'between-us' }

test('the system administrator connects the gateway; its secret is never shown and stands sealed', async (t) => {
  const o = await open(t)
  const at = o.as(o.system).call(contract)
  assert.equal((await at.showGateway({})).gateway, null)
  await at.setGateway(wanted)
  await approveGateway(o, o.security)
  const shown = await at.showGateway({})
  assert.equal(shown.gateway?.url, wanted.url)
  assert.ok(!JSON.stringify(shown).includes('between-us'))
  const [row] = await asOwner<{ text: string }>(o.house, `select g::text as text from sms_gateway g`)
  assert.ok(!row?.text.includes('between-us'))
  assert.equal((await o.act(gatewayOf))?.secret, 'between-us')
})

test('another path keeps the secret; another server does not get it', async (t) => {
  const o = await open(t)
  const at = o.as(o.system).call(contract)
  await at.setGateway(wanted)
  await approveGateway(o, o.security)
  const { secret: _secret, ...without } = wanted
  await at.setGateway({ ...without, url: 'https://sms.example.cn/v2' })
  await approveGateway(o, o.security)
  await assert.rejects(at.setGateway({ ...without, url: 'https://elsewhere.example.cn/' }), {
    code: 'gateway.secret_needed',
  })
  assert.equal((await o.act(gatewayOf))?.url, 'https://sms.example.cn/v2')
  await at.dropGateway({})
  assert.equal(await o.act(gatewayOf), null)
})

test('what the system administrator alone sets is not used: the former gateway stays until another person says yes', async (t) => {
  const o = await open(t)
  const at = o.as(o.system).call(contract)
  const judge = o.as(o.security).call(contract)
  await at.setGateway(wanted)
  assert.equal(await o.act(gatewayOf), null)
  await approveGateway(o, o.security)
  const other = { ...wanted, url: 'https://thief.example.cn/', secret: 'mine-alone' }
  await at.setGateway(other)
  assert.equal((await o.act(gatewayOf))?.url, wanted.url)
  const { wish, inForce } = await judge.showGatewayWish({})
  assert.deepEqual([wish?.url, inForce?.url, (await at.showGateway({})).wish?.url], [other.url, wanted.url, other.url])
  const seen = { id: wish?.id ?? '' }
  await assert.rejects(at.approveGateway(seen), { status: 403, code: 'auth.forbidden' })
  await at.setGateway({ ...other, url: 'https://thief.example.cn/2' })
  await assert.rejects(judge.approveGateway(seen), { status: 409, code: 'gateway.wish_gone' })
  const now = (await judge.showGatewayWish({})).wish
  const ends = await Promise.allSettled(Array.from({ length: 4 }, () => judge.refuseGateway({ id: now?.id ?? '' })))
  assert.equal(ends.filter(({ status }) => status === 'fulfilled').length, 1)
  assert.equal((await o.act(gatewayOf))?.url, wanted.url)
  await at.setGateway(other)
  await asOwner(o.house, 'update sms_gateway_wish set asked_by = $1', [o.security.id])
  await assert.rejects(approveGateway(o, o.security), { code: 'gateway.own_wish' })
})

test('this machine is no gateway, whatever it is called', async (t) => {
  const o = await open(t)
  await assert.rejects(
    o
      .as(o.system)
      .call(contract)
      .setGateway({ ...wanted, url: 'http://127.0.0.1:9/' }),
    {
      code: 'gateway.address',
    },
  )
  const letter = { id: 'x', to: '13912340000', text: '字' }
  const answer = await postFor(false)({ ...wanted, url: 'http://127.0.0.1:9/' }, letter)
  assert.deepEqual([answer.outcome, answer.fault], ['unreachable', 'an address that must not be asked'])
})

test('a gateway that cannot be reached is told as such, without the number', async () => {
  const answer = await postFor(true)(
    { ...wanted, url: 'http://127.0.0.1:9/' },
    { id: 'x', to: '13912340000', text: '字' },
  )
  assert.equal(answer.outcome, 'unreachable')
  assert.ok(!answer.fault?.includes('1391234'))
})

test('nobody else sees or changes the gateway', async (t) => {
  const o = await open(t)
  for (const role of ['bureau_staff', 'community_worker', 'security_administrator', 'audit_administrator'] as const) {
    const at = o.as(await o.hire({ role })).call(contract)
    await assert.rejects(at.showGateway({}), { status: 403 }, role)
    await assert.rejects(at.setGateway(wanted), { status: 403 }, role)
    await assert.rejects(at.dropGateway({}), { status: 403 }, role)
  }
})

test('a restored copy sends nothing until the security administrator approves its gateway once more', async (t) => {
  const o = await open(t)
  assert.equal(await o.act(setGatewayAside), false)
  await o.as(o.system).call(contract).setGateway(wanted)
  await approveGateway(o, o.security)
  assert.equal(await o.act(setGatewayAside), true)
  assert.equal(await o.act(gatewayOf), null)
  const { gateway, wish } = await o.as(o.system).call(contract).showGateway({})
  assert.deepEqual([gateway, wish?.url, wish?.ofCopy], [null, wanted.url, true])
  await approveGateway(o, o.security)
  assert.equal((await o.act(gatewayOf))?.secret, wanted.secret)
})
