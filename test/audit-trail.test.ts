import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { contract } from '#modules/accounts/audit-trail/contract.ts'
import { auditRoutes } from '#modules/accounts/audit-trail/routes.ts'
import { exportContract, jobs, routes as peopleRoutes } from '#modules/people/index.ts'
import { contract as people } from '#modules/people/record/contract.ts'
import { contract as search } from '#modules/people/search/contract.ts'
import { routes as reportsRoutes } from '#modules/reports/index.ts'
import { contract as ledger } from '#modules/reports/person-ledger/contract.ts'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'

type Desk = { o: Office; clerk: Worker; auditor: Worker; ids: string[] }

async function auditedOffice(t: TestContext, at?: string): Promise<Desk> {
  const o = await office({ rooms: [...peopleRoutes, ...reportsRoutes, auditRoutes], ...(at ? { at } : {}) })
  t.after(() => o.close())
  const clerk = await o.hire({ name: '周敏' })
  const auditor = await o.hire({ role: 'audit_administrator', name: '孙审' })
  const ids: string[] = []
  for (const name of ['王秀英', '李志强', '张桂兰'])
    ids.push(await o.act((ctx) => settle(ctx, { name, place: PLACES.guangchang })))
  return { o, clerk, auditor, ids }
}

const day = { from: '2026-03-02', until: '2026-03-02' }
const desk = ({ o }: Desk, who: Worker) => o.as(who).call(contract)
const record = ({ o }: Desk, who: Worker) => o.as(who).call(people)

test('who opens a record is written down with the fields they were shown, and none of the values', async (t) => {
  const d = await auditedOffice(t)
  const [first = ''] = d.ids
  await record(d, d.clerk)
    .changeSection({ id: first, section: 'health', version: 0, values: { healthNote: '高血压三级' } })
    .catch(() => undefined)
  await record(d, d.clerk).readPerson({ id: first })
  const { items } = await desk(d, d.auditor).listAuditEvents({ action: 'readPerson' })
  const [look] = items
  assert.deepEqual(
    [look?.account?.name, look?.subjectKind, look?.subject, look?.result, look?.roles, look?.what.zh],
    ['周敏', 'people', first, 'done', ['bureau_staff'], '查看一位干部的记录'],
  )
  assert.ok(look?.address && look.device && look.session && look.requestId && Array.isArray(look.detail['shown']))
  const [{ text } = { text: '' }] = await asOwner<{ text: string }>(
    d.o.house,
    `select string_agg(e::text, ' ') as text from audit_event e`,
  )
  assert.doesNotMatch(text, /王秀英|高血压/)
})

test('each sees the acts of their own; the audit administrator sees all of them and nobody’s record', async (t) => {
  const d = await auditedOffice(t)
  const [first = ''] = d.ids
  await record(d, d.clerk).readPerson({ id: first })
  await assert.rejects(record(d, d.auditor).readPerson({ id: first }), { status: 403 })
  const of = async (who: Worker) =>
    (await desk(d, who).listAuditEvents({})).items.map((row) => `${row.action} ${row.result}`)
  assert.deepEqual(await of(d.clerk), ['readPerson done'])
  assert.deepEqual(await of(d.auditor), ['readPerson refused', 'readPerson done'])
  const other = await d.o.hire({ role: 'reader' })
  assert.deepEqual(await of(other), [])
  const asks = [
    () => desk(d, d.clerk).exportAuditEvents({}),
    () => desk(d, other).readIncident(day),
    () => desk(d, d.clerk).verifyAudit({}),
  ]
  for (const ask of asks) await assert.rejects(ask, { status: 403 })
})

test('rows are found by time, account, action, subject, result and address, and counted', async (t) => {
  const d = await auditedOffice(t)
  const [first = '', second = ''] = d.ids
  await record(d, d.clerk).readPerson({ id: first })
  d.o.clock.pass(60 * 24)
  await record(d, d.clerk).readPerson({ id: second })
  await assert.rejects(record(d, d.auditor).readPerson({ id: second }), { status: 403 })
  const call = desk(d, d.auditor)
  const found = async (filter: Parameters<typeof call.listAuditEvents>[0]) => (await call.listAuditEvents(filter)).total
  const table: [Parameters<typeof call.listAuditEvents>[0], number][] = [
    [{}, 3],
    [day, 1],
    [{ from: '2026-03-03' }, 2],
    [{ from: '2026-03-02T09:00', until: '2026-03-02T09:00' }, 1],
    [{ until: '2026-03-02T08:59' }, 0],
    [{ account: d.clerk.id }, 2],
    [{ subject: second }, 2],
    [{ result: 'refused' }, 1],
    [{ address: '127.0.0.1' }, 3],
    [{ address: '10.0.0.1' }, 0],
    [{ action: 'readPerson', account: d.auditor.id }, 1],
  ]
  for (const [filter, total] of table) assert.equal(await found(filter), total, JSON.stringify(filter))
  const { items } = await call.countAuditEvents({ by: 'result' })
  assert.deepEqual(
    items.map(({ key, count }) => [key, count]),
    [
      ['done', 2],
      ['refused', 1],
    ],
  )
  const byAccount = await call.countAuditEvents({ by: 'account' })
  assert.deepEqual(
    byAccount.items.map(({ name, count }) => [name.zh, count]),
    [
      ['周敏', 2],
      ['孙审', 1],
    ],
  )
})

test('an incident names exactly the people whom a stolen session reached, and what was shown of them', async (t) => {
  const d = await auditedOffice(t)
  const [first = '', second = '', third = ''] = d.ids
  const thief = { token: d.clerk.token }
  await record(d, d.clerk).readPerson({ id: third })
  d.o.clock.pass(120)
  await d.o.as(thief).call(people).readPerson({ id: first })
  await d.o.as(thief).call(people).readTimeline({ id: second })
  const [{ session } = { session: null }] = (await desk(d, d.auditor).listAuditEvents({ account: d.clerk.id })).items
  const window = { from: '2026-03-02T10:30', until: '2026-03-02T12:00' }
  const { people: touched } = await desk(d, d.auditor).readIncident({ session: session ?? '', ...window })
  assert.deepEqual(
    touched.map(({ id, times, actions }) => [id, times, actions.map(({ action }) => action)]),
    [
      [first, 1, ['readPerson']],
      [second, 1, ['readTimeline']],
    ],
  )
  assert.deepEqual(touched[1]?.fields, ['timeline'])
  await d.o
    .as(thief)
    .call(exportContract)
    .exportPeople({ selection: { ids: [third] }, columns: ['health'], purpose: '上门走访核对' })
  const all = await desk(d, d.auditor).readIncident({ session: session ?? '', ...window })
  const exported = all.people.find(({ id }) => id === third)
  assert.deepEqual([exported?.actions.map(({ action }) => action), exported?.fields], [['people.export'], ['health']])
  const file = await desk(d, d.auditor).exportIncident({ account: d.clerk.id, ...window, format: 'jsonl' })
  const lines = Buffer.from(file.bytes).toString().trim().split('\n')
  assert.deepEqual(
    lines.map((line) => JSON.parse(line).id),
    [first, second, third],
  )
  assert.equal(
    (await desk(d, d.auditor).exportIncident({ address: '127.0.0.1', ...window })).name.endsWith('.xlsx'),
    true,
  )
})

test('a list that two people let out and a printed ledger name everybody in them; what left before names were kept only how many', async (t) => {
  const d = await auditedOffice(t)
  const checker = await d.o.hire({ name: '刘静' })
  const exports = (who: Worker) => d.o.as(who).call(exportContract)
  const asked = { selection: { question: {} }, columns: ['name', 'health'], purpose: '重阳节走访慰问' }
  const { id } = await exports(d.clerk).requestExport(asked)
  await exports(checker).approveExport({ id })
  const made = { county: d.o.county, export: id, account: d.clerk.id }
  await jobs.find(({ task }) => task === 'people.make_export')?.run(d.o.house, made)
  const of = () => desk(d, d.auditor).readIncident({ account: d.clerk.id, ...day })
  const nobodyYet = await of()
  assert.deepEqual([nobodyYet.people, nobodyYet.bulk], [[], []])
  await exports(d.clerk).fetchExport({ id })
  const inList = await of()
  assert.deepEqual(new Set(inList.people.map((one) => one.id)), new Set(d.ids))
  assert.deepEqual([inList.people[0]?.fields, inList.bulk], [['health', 'name'], []])
  await d.o.as(d.clerk).call(ledger).printPersonLedger({ format: 'xlsx' })
  const printed = await of()
  assert.deepEqual([printed.people.length, printed.people[0]?.times, printed.bulk], [3, 2, []])
  const older = { action: 'people.export', subject: id, detail: { count: 812 } }
  await d.o.act(async (ctx) => ctx.note(older))
  const { bulk } = await desk(d, d.auditor).readIncident(day)
  assert.deepEqual(
    bulk.map(({ count, what }) => [count, what.zh]),
    [[812, '导出名单']],
  )
})

test('a list in which a personal field stood whole counts each of its people; one that was masked is no look', async (t) => {
  const d = await auditedOffice(t)
  const reader = await d.o.hire({ role: 'reader', name: '李读' })
  const columns = ['health']
  await asOwner(d.o.house, `update person set health = '30'`)
  await d.o.as(reader).call(search).listPeople({ columns })
  await d.o.as(d.clerk).call(search).listPeople({ columns })
  const { items } = await desk(d, d.auditor).listAuditEvents({ action: 'listPeople' })
  assert.deepEqual(
    items.map(({ account }) => account?.name),
    ['周敏'],
  )
  assert.equal(items[0]?.detail['count'], 3)
  const listed: unknown = items[0]?.detail['people']
  assert.ok(Array.isArray(listed))
  assert.deepEqual(new Set<unknown>(listed), new Set<unknown>(d.ids))
})

test('an export holds every row once, in the order of the chain, and is itself written down', async (t) => {
  const d = await auditedOffice(t)
  for (const id of d.ids) await record(d, d.clerk).readPerson({ id })
  const { bytes, name } = await desk(d, d.auditor).exportAuditEvents({ format: 'jsonl' })
  const rows = Buffer.from(bytes)
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { seq: string; subject: string }) // what the export writes
  assert.deepEqual(
    rows.map(({ seq, subject }) => [seq, subject]),
    d.ids.map((id, at) => [`${at + 1}`, id]),
  )
  assert.match(name, /^审计记录.*\.jsonl$/)
  const { items } = await desk(d, d.auditor).listAuditEvents({ account: d.auditor.id })
  assert.deepEqual(
    items.map(({ action }) => action),
    ['exportAuditEvents', 'audit.export'],
  )
  assert.ok((await desk(d, d.auditor).exportAuditEvents({})).bytes.length > 1000)
})

test('the chain is verified on request, and what is found is written down', async (t) => {
  const d = await auditedOffice(t)
  for (const id of d.ids) await record(d, d.clerk).readPerson({ id })
  assert.deepEqual(await desk(d, d.auditor).verifyAudit({}), { rows: 3, faults: [] })
  await asOwner(d.o.house, 'alter table audit_event disable trigger user')
  await asOwner(d.o.house, `update audit_event set subject = 'x' where seq = 2`)
  const { faults } = await desk(d, d.auditor).verifyAudit({})
  assert.deepEqual(
    faults.map(({ seq, kind }) => [seq, kind]),
    [['2', 'altered']],
  )
  const state = await desk(d, d.auditor).readAuditState({})
  assert.deepEqual(
    [state.lastVerified?.faults, state.keepDays, state.can],
    [1, 1095, { verify: true, askRetention: true, decideRetention: false }],
  )
})

test('how long rows are kept is asked for by one person, decided by another, and never less than a year', async (t) => {
  const d = await auditedOffice(t)
  const security = await d.o.hire({ role: 'security_administrator' })
  const [asks, judges] = [desk(d, d.auditor), desk(d, security)]
  await assert.rejects(asks.askAuditRetention({ keepDays: 364 }), { status: 422, code: 'audit.kept_too_short' })
  await assert.rejects(judges.askAuditRetention({ keepDays: 400 }), { status: 403 })
  await asks.askAuditRetention({ keepDays: 365 })
  const waiting = await judges.readAuditState({})
  const seen = { id: waiting.wish?.id ?? '' }
  assert.deepEqual(
    [waiting.keepDays, waiting.wish?.keepDays, waiting.wish?.askedBy, waiting.can],
    [1095, 365, '孙审', { verify: false, askRetention: false, decideRetention: true }],
  )
  await assert.rejects(asks.approveAuditRetention(seen), { status: 403, code: 'auth.forbidden' })
  await asks.askAuditRetention({ keepDays: 730 })
  await assert.rejects(judges.approveAuditRetention(seen), { status: 409, code: 'audit.retention_gone' })
  const now = { id: (await judges.readAuditState({})).wish?.id ?? '' }
  const ends = await Promise.allSettled([1, 2, 3].map(() => judges.approveAuditRetention(now)))
  assert.equal(ends.filter(({ status }) => status === 'fulfilled').length, 1)
  const changed = await judges.readAuditState({})
  assert.deepEqual([changed.keepDays, changed.wish], [730, null])
  await asks.askAuditRetention({ keepDays: 400 })
  await judges.refuseAuditRetention({ id: (await judges.readAuditState({})).wish?.id ?? '' })
  assert.equal((await asks.readAuditState({})).keepDays, 730)
  const rows = (await asks.listAuditEvents({})).items.filter(({ action }) => action.startsWith('audit.retention'))
  assert.deepEqual(
    rows.map(({ action, account, detail }) => [action, account?.id, detail['keepDays'], detail['before']]).reverse(),
    [
      ['audit.retention_asked', d.auditor.id, 365, 1095],
      ['audit.retention_asked', d.auditor.id, 730, 1095],
      ['audit.retention', security.id, 730, 1095],
      ['audit.retention_asked', d.auditor.id, 400, 730],
      ['audit.retention_refused', security.id, 400, undefined],
    ],
  )
  await assert.rejects(asOwner(d.o.house, 'update audit_setting set keep_days = 364'), /check/)
  await assert.rejects(asOwner(d.o.house, 'update audit_setting set changed_by = asked_by'), /two_people/)
})

test('who asked for another time of keeping never decides it, and nobody without a fresh proof', async (t) => {
  const d = await auditedOffice(t)
  const security = await d.o.hire({ role: 'security_administrator' })
  await desk(d, d.auditor).askAuditRetention({ keepDays: 400 })
  const seen = { id: (await desk(d, security).readAuditState({})).wish?.id ?? '' }
  await asOwner(d.o.house, 'update audit_retention_wish set asked_by = $1', [security.id])
  await assert.rejects(desk(d, security).approveAuditRetention(seen), { code: 'audit.own_retention' })
  await asOwner(d.o.house, 'update session set proven_at = null')
  const unproven = { status: 403, code: 'auth.not_proven' }
  await assert.rejects(desk(d, security).approveAuditRetention(seen), unproven)
  await assert.rejects(desk(d, d.auditor).askAuditRetention({ keepDays: 500 }), unproven)
})
