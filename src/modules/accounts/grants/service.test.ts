import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { asOwner } from '#test/office/owner.ts'
import { BUREAU, type Office, office, PLACES, type Worker } from '#test/office.ts'
import { contract as accountsContract } from '../contract.ts'
import { routes } from '../index.ts'
import { contract as sessionContract } from '../sessions/contract.ts'
import { contract } from './contract.ts'

async function openOffice(t: TestContext): Promise<Office & { administrator: Worker; newcomer: Worker }> {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  const administrator = await o.hire({ role: 'security_administrator', name: '王静' })
  const newcomer = await o.hire({ name: '孙丽' })
  await o.act((ctx) => ctx.db.deleteFrom('account_grant').where('account_id', '=', newcomer.id).execute())
  return Object.assign(o, { administrator, newcomer })
}

const at = (o: Office, worker: Worker) => o.as(worker).call(contract)
const me = (o: Office, worker: Worker) => o.as(worker).call(sessionContract).whoAmI()

test('a grant works from its first day to its last, and no request longer than it stands', async (t) => {
  const o = await openOffice(t)
  const { id } = o.newcomer
  const days = { from: '2026-03-10', until: '2026-03-12' }
  await at(o, o.administrator).grantRole({ id, role: 'reader', place: PLACES.xingtong, ...days })
  const seen = []
  for (const instant of ['2026-03-09T23:59:59', '2026-03-10T00:00:00', '2026-03-12T23:59:59', '2026-03-13T00:00:00']) {
    o.clock.set(`${instant}+08:00`)
    seen.push((await me(o, o.newcomer)).scope)
  }
  assert.deepEqual(seen, [[], ['邢侗街道'], ['邢侗街道'], []])
})

test('a revoked grant is refused at the next request', async (t) => {
  const o = await openOffice(t)
  const second = await o.hire({ role: 'security_administrator' })
  const list = () => o.as(second).call(accountsContract).listAccounts()
  await list()
  const { items } = await at(o, o.administrator).listGrants({ id: second.id })
  const asked = { id: second.id, grant: items[0]?.id ?? '' }
  await at(o, o.administrator).revokeGrant(asked)
  await assert.rejects(list(), { status: 403 })
  await assert.rejects(at(o, o.administrator).revokeGrant(asked), { status: 409, code: 'grants.already_revoked' })
  const [line] = (await at(o, o.administrator).listGrants({ id: second.id })).items
  assert.deepEqual([line?.isValid, line?.revokedBy], [false, '王静'])
})

test('several grants of one role add up', async (t) => {
  const o = await openOffice(t)
  const { id } = o.newcomer
  const give = at(o, o.administrator).grantRole
  await give({ id, role: 'reader', place: PLACES.guangchang })
  await give({ id, role: 'reader', place: PLACES.linyi })
  await give({ id, role: 'reader', unit: BUREAU })
  const { scope, roles } = await me(o, o.newcomer)
  assert.deepEqual(scope.toSorted(), ['中共临邑县委老干部局', '临邑镇', '广场社区'])
  assert.deepEqual(roles, ['reader'])
})

test('what cannot be granted is refused in words and leaves no trace', async (t) => {
  const o = await openOffice(t)
  const { id } = o.newcomer
  const give = at(o, o.administrator).grantRole
  await give({ id, role: 'reader', place: PLACES.guangchang, from: '2026-03-02', until: '2026-06-30' })
  await o.act((ctx) =>
    ctx.db.updateTable('place').set({ valid_to: '2026-01-01' }).where('code', '=', PLACES.xinzhuang).execute(),
  )
  const count = () =>
    o.act(async (ctx) => [
      await ctx.db
        .selectFrom('account_grant')
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirst(),
      await ctx.db
        .selectFrom('audit_event')
        .where('result', '=', 'done')
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirst(),
    ])
  const before = await count()
  const cases: [asked: Partial<Parameters<typeof give>[0]>, status: number, code: string][] = [
    [{ id: o.administrator.id, place: PLACES.linyi }, 403, 'accounts.not_oneself'],
    [{ id: BUREAU, place: PLACES.linyi }, 404, 'row.not_found'],
    [{ place: '3714249990000000000' }, 422, 'grants.no_such_area'],
    [{ place: PLACES.xinzhuang }, 422, 'grants.no_such_area'],
    [{ unit: o.newcomer.id }, 422, 'grants.no_such_area'],
    [{ role: 'unit_liaison', place: PLACES.linyi }, 422, 'grants.wrong_area'],
    [{ role: 'community_worker', unit: BUREAU }, 422, 'grants.wrong_area'],
    [{ place: PLACES.linyi, from: '2026-05-02', until: '2026-05-01' }, 422, 'grants.days_out_of_order'],
    [{ place: PLACES.linyi, from: '2026-02-01', until: '2026-03-01' }, 422, 'grants.days_out_of_order'],
    [{ place: PLACES.guangchang, from: '2026-06-30' }, 409, 'grants.already'],
    [{ role: 'community_worker', place: PLACES.linyi }, 409, 'grants.other_role'],
    [{ place: PLACES.linyi, unit: BUREAU }, 400, 'input.invalid'],
    [{}, 422, 'grants.wrong_area'],
    [{ role: 'audit_administrator', place: PLACES.linyi }, 422, 'grants.wrong_area'],
    [{ place: '371424' }, 400, 'input.invalid'],
    [{ place: PLACES.linyi, from: '2026-02-30' }, 400, 'input.invalid'],
  ]
  for (const [asked, status, code] of cases)
    await assert.rejects(give({ id, role: 'reader', ...asked }), { status, code }, JSON.stringify(asked))
  assert.deepEqual(await count(), before)
  await give({ id, role: 'community_worker', place: PLACES.linyi, from: '2026-07-01' })
})

test('the three administrators are three people, and none of them works with people', async (t) => {
  const o = await openOffice(t)
  const { id } = o.newcomer
  const give = at(o, o.administrator).grantRole
  await o.hire({ role: 'audit_administrator' })
  const { grant } = await give({ id, role: 'audit_administrator', until: '2026-06-30' })
  assert.deepEqual((await me(o, o.newcomer)).scope, ['临邑县'])
  const twin = await o.hire({ name: '孙丽' })
  await o.act(async (ctx) => {
    await ctx.db.deleteFrom('account_grant').where('account_id', '=', twin.id).execute()
    await ctx.db.updateTable('account').set({ holder_id: id }).where('id', '=', twin.id).execute()
  })
  const refused = { status: 409, code: 'grants.other_duty' }
  for (const role of ['system_administrator', 'security_administrator'] as const)
    await assert.rejects(give({ id: twin.id, role }), refused, role)
  await assert.rejects(give({ id: twin.id, role: 'reader', place: PLACES.county }), refused)
  await give({ id: twin.id, role: 'reader', place: PLACES.county, from: '2026-07-01' })
  await at(o, o.administrator).revokeGrant({ id, grant })
  await give({ id: twin.id, role: 'reader', place: PLACES.county, until: '2026-06-30' })
})

test('what the rules miss the database refuses: a second duty of one person, an area of an administrator, a grant to oneself', async (t) => {
  const o = await openOffice(t)
  const { id } = o.newcomer
  const write = (grant: Record<string, unknown>) =>
    asOwner(
      o.house,
      `insert into account_grant (county, id, account_id, holder_id, role, place_code, valid, granted_by, granted_at)
       values ($1, gen_random_uuid(), $2, $3, $4, $5, '[2026-01-01,)', $6, now())`,
      [o.county, id, grant['holder'] ?? id, grant['role'], grant['place'] ?? null, grant['by'] ?? null],
    )
  await write({ role: 'audit_administrator' })
  for (const [grant, constraint] of [
    [{ role: 'system_administrator' }, 'one_duty_at_a_time'],
    [{ role: 'bureau_staff', place: PLACES.county }, 'one_duty_at_a_time'],
    [{ role: 'audit_administrator', place: PLACES.county }, 'account_grant_area'],
    [{ role: 'reader' }, 'account_grant_area'],
    [{ role: 'audit_administrator', by: id }, 'account_grant_not_oneself'],
    [{ role: 'audit_administrator', holder: BUREAU }, 'account_grant_holder'],
    [{ role: 'county_administrator', place: PLACES.county }, 'account_grant_role'],
  ] as const)
    await assert.rejects(write(grant), { constraint }, JSON.stringify(grant))
})

test('of two administrators who revoke each other at once, one stays', async (t) => {
  const o = await openOffice(t)
  for (let round = 0; round < 5; round++) {
    const [one, other] = [
      await o.hire({ role: 'security_administrator' }),
      await o.hire({ role: 'security_administrator' }),
    ]
    await o.act(async (ctx) => {
      const rest = ctx.db.updateTable('account_grant').set({ revoked_at: ctx.now.toISOString() })
      await rest.where('account_id', 'not in', [one.id, other.id]).execute()
    })
    const grants = await Promise.all([one, other].map(({ id }) => at(o, one).listGrants({ id })))
    const [ones, others] = grants.map(({ items }) => items[0]?.id ?? '')
    const ends = await Promise.allSettled([
      at(o, one).revokeGrant({ id: other.id, grant: others ?? '' }),
      at(o, other).revokeGrant({ id: one.id, grant: ones ?? '' }),
    ])
    const codes = ends.map((end) => (end.status === 'fulfilled' ? 'done' : String(end.reason.code)))
    assert.equal(codes.filter((code) => code === 'done').length, 1, codes.join())
    assert.ok(
      codes.some((code) => code === 'accounts.last_administrator' || code === 'auth.forbidden'),
      codes.join(),
    )
  }
})

test('every grant is in the audit trail with what was given', async (t) => {
  const o = await openOffice(t)
  const { id } = o.newcomer
  const { grant } = await at(o, o.administrator).grantRole({ id, role: 'reader', place: PLACES.linyi })
  await at(o, o.administrator).revokeGrant({ id, grant })
  const notes = await o.act((ctx) => ctx.db.selectFrom('audit_event').selectAll().orderBy('seq').execute())
  assert.ok(notes.every((note) => note.account_id === o.administrator.id && note.subject === id))
  const details = Object.fromEntries(notes.map(({ action, detail }) => [action, detail]))
  assert.deepEqual(details, {
    grantGiven: { grant, role: 'reader', place: PLACES.linyi, from: '2026-03-02', until: null },
    grantRole: {},
    grantRevoked: { grant },
    revokeGrant: {},
  })
})
