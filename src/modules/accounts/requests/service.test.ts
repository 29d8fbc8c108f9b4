import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { admit, newMobile, wishesOf } from '#test/office/newcomer.ts'
import { asOnePerson, asOwner, tracesOf } from '#test/office/owner.ts'
import { BUREAU, type Office, office, PLACES, type Worker } from '#test/office.ts'
import { contract as accounts } from '../contract.ts'
import { contract as grants } from '../grants/contract.ts'
import { routes } from '../index.ts'
import { contract } from './contract.ts'

async function openOffice(t: TestContext): Promise<Office & { system: Worker; security: Worker }> {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  const system = await o.hire({ role: 'system_administrator', name: '王静' })
  const security = await o.hire({ role: 'security_administrator', name: '纪红' })
  return Object.assign(o, { system, security })
}

const at = (o: Office, worker: Worker) => o.as(worker).call(contract)

test('one asks, another approves, and the role asked for is granted with the code', async (t) => {
  const o = await openOffice(t)
  const asked = wishesOf({ login: ' SunLi ', mobile: '138 0000-9999', places: [PLACES.guangchang, PLACES.ruiheng] })
  const { id } = await at(o, o.system).requestAccount({ ...asked, until: '2026-12-31' })
  const [line] = (await at(o, o.security).listRequests()).items
  assert.deepEqual(
    [line?.id, line?.account.login, line?.account.mobileTail, line?.role, line?.until, line?.requestedBy, line?.can],
    [id, 'sunli', '9999', 'community_worker', '2026-12-31', '王静', { decide: true }],
  )
  assert.deepEqual(
    line?.areas.map(({ name }) => name),
    ['广场社区', '瑞恒社区'],
  )
  assert.deepEqual((await at(o, o.system).listRequests()).items[0]?.can, { decide: false })
  const { handed } = await at(o, o.security).approveRequest({ id })
  const code = handed?.code ?? ''
  assert.match(code, /^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/)
  assert.equal((await at(o, o.security).listRequests()).total, 0)
  const [decided] = (await at(o, o.system).listRequests({ state: 'decided' })).items
  assert.deepEqual([decided?.decision, decided?.decidedBy], ['approved', '纪红'])
  const [account] = (await o.as(o.system).call(accounts).listAccounts({ q: 'sunli' })).items
  assert.deepEqual(
    [account?.status, account?.grants.map(({ until }) => until)],
    ['invited', ['2026-12-31', '2026-12-31']],
  )
  const rows = JSON.stringify(await asOwner(o.house, 'select account.*, audit_event.* from account, audit_event'))
  assert.ok(!rows.includes(code) && !rows.includes('13800009999'))
})

test('a refusal says why, gives nothing, and is final', async (t) => {
  const o = await openOffice(t)
  const { id } = await at(o, o.system).requestAccount(wishesOf())
  await at(o, o.security).refuseRequest({ id, reason: '岗位已有人' })
  const traces = await tracesOf(o.house)
  for (const act of [
    () => at(o, o.security).approveRequest({ id }),
    () => at(o, o.security).refuseRequest({ id, reason: '再来' }),
  ])
    await assert.rejects(act(), { status: 409, code: 'requests.decided' })
  assert.deepEqual(await tracesOf(o.house), traces)
  const [line] = (await at(o, o.system).listRequests({ state: 'decided' })).items
  assert.deepEqual([line?.decision, line?.refusal], ['refused', '岗位已有人'])
  const [account] = (await o.as(o.system).call(accounts).listAccounts({ q: 'sunli' })).items
  assert.deepEqual([account?.status, account?.grants], ['refused', []])
})

test('who asked does not decide, even with the right to, and the database holds them to it', async (t) => {
  const o = await openOffice(t)
  const { id } = await at(o, o.system).requestAccount(wishesOf())
  await asOwner(o.house, 'update account_request set requested_by = $1 where id = $2', [o.security.id, id])
  const refused = { status: 403, code: 'requests.own' }
  await assert.rejects(at(o, o.security).approveRequest({ id }), refused)
  await assert.rejects(at(o, o.security).refuseRequest({ id, reason: '不要' }), refused)
  const decided = asOwner(
    o.house,
    `update account_request set decision = 'approved', decided_by = requested_by, decided_at = now() where id = $1`,
    [id],
  )
  await assert.rejects(decided, { constraint: 'account_request_two_people' })
})

test('of many who decide at once one does', async (t) => {
  const o = await openOffice(t)
  const judges = [
    o.security,
    await o.hire({ role: 'security_administrator' }),
    await o.hire({ role: 'security_administrator' }),
  ]
  const { id } = await at(o, o.system).requestAccount(wishesOf())
  const ends = await Promise.allSettled([
    ...judges.map((judge) => at(o, judge).approveRequest({ id })),
    ...judges.map((judge) => at(o, judge).refuseRequest({ id, reason: '不要' })),
  ])
  const codes = ends.map((end) => (end.status === 'fulfilled' ? 'done' : String(end.reason.code)))
  assert.deepEqual(codes.toSorted(), ['done', ...Array.from({ length: 5 }, () => 'requests.decided')])
})

const FORBIDDEN = { status: 403, code: 'auth.forbidden' }
const SAME = { status: 403, code: 'requests.same_person' }

test('no administrator alone becomes another account: what one asks another decides, and the trail names both', async (t) => {
  const o = await openOffice(t)
  const newcomer = await admit(o, o)
  const asked = { id: newcomer.id, kind: 'code', reason: '忘记密码' } as const
  await assert.rejects(at(o, o.security).requestForAccount(asked), FORBIDDEN)
  const { id } = await at(o, o.system).requestForAccount(asked)
  await assert.rejects(at(o, o.system).requestForAccount(asked), { status: 409, code: 'requests.already_asked' })
  await assert.rejects(at(o, o.system).approveRequest({ id }), { status: 403, code: 'requests.own' })
  await assert.rejects(at(o, await o.hire({ role: 'audit_administrator' })).approveRequest({ id }), FORBIDDEN)
  const [line] = (await at(o, o.security).listRequests()).items
  assert.deepEqual([line?.kind, line?.role, line?.can], ['code', null, { decide: true }])
  const { handed } = await at(o, o.security).approveRequest({ id })
  assert.equal(handed?.login, 'sunli')
  const [row] = await asOwner<{ requested_by: string; decided_by: string }>(
    o.house,
    'select requested_by, decided_by from account_request where id = $1',
    [id],
  )
  assert.deepEqual(row, { requested_by: o.system.id, decided_by: o.security.id })
  const again = await at(o, o.system).requestForAccount(asked)
  await at(o, o.security).refuseRequest({ id: again.id, reason: '没有核实' })
  const [account] = (await o.as(o.system).call(accounts).listAccounts({ q: 'sunli' })).items
  assert.equal(account?.status, 'invited')
})

test('the security administrator’s own loss is decided by another of them, and where there is none by the audit administrator', async (t) => {
  const o = await openOffice(t)
  const audit = await o.hire({ role: 'audit_administrator' })
  const { id } = await at(o, o.system).requestForAccount({ id: o.security.id, kind: 'code', reason: '忘记密码' })
  await assert.rejects(at(o, o.security).approveRequest({ id }), SAME)
  const other = await o.hire({ role: 'security_administrator' })
  await assert.rejects(at(o, audit).approveRequest({ id }), FORBIDDEN)
  await asOnePerson(o.house, o.security, other)
  await assert.rejects(at(o, other).approveRequest({ id }), SAME)
  assert.equal((await at(o, audit).approveRequest({ id })).handed?.login, o.security.login)
})

test('the system administrator’s own loss is asked by the security administrator and decided by the audit administrator', async (t) => {
  const o = await openOffice(t)
  const audit = await o.hire({ role: 'audit_administrator' })
  const { id } = await at(o, o.security).requestForAccount({ id: o.system.id, kind: 'code', reason: '忘记密码' })
  await assert.rejects(at(o, o.security).approveRequest({ id }), { status: 403, code: 'requests.own' })
  assert.deepEqual((await at(o, audit).listRequests()).items[0]?.can, { decide: true })
  assert.equal((await at(o, audit).approveRequest({ id })).handed?.login, o.system.login)
})

test('a decision and a grant ask for a fresh proof', async (t) => {
  const o = await openOffice(t)
  const newcomer = await admit(o, o)
  const { id } = await at(o, o.system).requestAccount(wishesOf({ login: 'zhouli' }))
  await asOwner(o.house, 'update session set proven_at = null where account_id = $1', [o.security.id])
  const NOT_PROVEN = { status: 403, code: 'auth.not_proven' }
  const security = o.as(o.security).call(grants)
  const [grant] = (await security.listGrants({ id: newcomer.id })).items
  for (const act of [
    () => at(o, o.security).approveRequest({ id }),
    () => at(o, o.security).refuseRequest({ id, reason: '不要' }),
    () => security.grantRole({ id: newcomer.id, role: 'community_worker', place: PLACES.ruiheng }),
    () => security.revokeGrant({ id: newcomer.id, grant: grant?.id ?? '' }),
  ])
    await assert.rejects(act(), NOT_PROVEN)
})

test('a login name is taken once, also when many ask for it at the same time', async (t) => {
  const o = await openOffice(t)
  const asked = Array.from({ length: 8 }, () => at(o, o.system).requestAccount(wishesOf()))
  const codes = (await Promise.allSettled(asked)).map((one) =>
    one.status === 'fulfilled' ? 'done' : String(one.reason.code),
  )
  assert.deepEqual(codes.toSorted(), [...Array.from({ length: 7 }, () => 'accounts.login_taken'), 'done'])
})

test('one mobile number is one person: a second account of theirs takes no second duty', async (t) => {
  const o = await openOffice(t)
  const mobile = newMobile()
  await admit(o, o, { login: 'sunli', mobile })
  const other = wishesOf({ login: 'sunli2', mobile, name: '孙梅' })
  await assert.rejects(at(o, o.system).requestAccount(other), { status: 409, code: 'requests.other_name' })
  const { id } = await at(o, o.system).requestAccount(
    wishesOf({ login: 'sunli2', mobile, role: 'audit_administrator' }),
  )
  const namesake = await at(o, o.system).requestAccount(wishesOf({ login: 'sunli3', role: 'audit_administrator' }))
  const lines = new Map((await at(o, o.security).listRequests()).items.map((line) => [line.id, line]))
  assert.deepEqual(lines.get(id)?.samePerson, ['sunli'])
  assert.deepEqual(lines.get(namesake.id)?.sameName, ['sunli', 'sunli2'])
  const traces = await tracesOf(o.house)
  await assert.rejects(at(o, o.security).approveRequest({ id }), { status: 409, code: 'grants.other_duty' })
  assert.deepEqual(await tracesOf(o.house), traces)
  assert.equal((await at(o, o.security).listRequests()).total, 2)
})

test('what makes no sense is not asked for: no area, a wrong one, one that is gone, a day that is over', async (t) => {
  const o = await openOffice(t)
  const traces = await tracesOf(o.house)
  for (const [wishes, status, code] of [
    [{ places: [] }, 422, 'requests.area_needed'],
    [{ role: 'unit_liaison', places: [PLACES.guangchang] }, 422, 'grants.wrong_area'],
    [{ role: 'street_staff', units: [BUREAU] }, 422, 'grants.wrong_area'],
    [{ role: 'audit_administrator', places: [PLACES.county] }, 422, 'grants.wrong_area'],
    [{ places: ['3714249990000000000'] }, 422, 'grants.no_such_area'],
    [{ until: '2026-03-01' }, 422, 'grants.days_out_of_order'],
    [{ mobile: '0534-4222222' }, 400, 'input.invalid'],
    [{ reason: ' ' }, 400, 'input.invalid'],
  ] as const)
    await assert.rejects(at(o, o.system).requestAccount(wishesOf({ ...wishes } as never)), { status, code }, code) // the table's readonly lists
  assert.deepEqual(await tracesOf(o.house), traces)
})
