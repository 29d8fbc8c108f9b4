import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { after, before } from 'node:test'
import { readXlsx } from 'hucre'
import { Refused } from '#platform/client.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { recordRoutes } from '../../record/index.ts'
import { registerPeople } from '../../record/service.ts'
import { contract } from './contract.ts'
import { exportJobs, exportRoutes, noteTaken } from './index.ts'
import { forgetExports } from './jobs.ts'

let o: Office
let maker: Worker
let checker: Worker

const PHONE = '13912345678'
const NUMBER = '371424193105020210'
const draft = (name: string, placeCode: string, idNumber?: string) => ({
  values: { name, kind: 'tuixiu', birthOn: '1931-05-02', health: '31', ...(idNumber ? { idNumber } : {}) },
  phones: [{ number: PHONE, label: '本人' }],
  unitId: null,
  managingUnitId: null,
  placeCode,
  tags: name === '王秀英' ? ['重点'] : [],
  source: '登记',
})

before(async () => {
  o = await office({ rooms: [exportRoutes, recordRoutes] })
  ;[maker, checker] = [await o.hire({ name: '周敏' }), await o.hire({ name: '刘静' })]
  const many = Array.from({ length: 59 }, (_, at) => draft(`群众${at}`, PLACES.xinyuan))
  await o.act((ctx) => registerPeople(ctx, [draft('王秀英', PLACES.guangchang, NUMBER), ...many]))
})
after(() => o.close())

const desk = (worker = maker) => o.as(worker).call(contract)
const one = { selection: { question: { q: '王秀英' } }, columns: ['name', 'phone', 'idNumber'] }
const all = { selection: { question: {} }, columns: ['name', 'phone', 'idNumber', 'health'] }
const purpose = '重阳节走访慰问'

async function refusedWith(code: string, doing: Promise<unknown>): Promise<void> {
  const error = await doing.then(
    () => assert.fail(`not refused with ${code}`),
    (thrown: unknown) => thrown,
  )
  assert.ok(error instanceof Refused, String(error))
  assert.equal(error.code, code)
}

async function work(id: string, account: string): Promise<void> {
  const job = exportJobs.find((each) => each.task === 'people.make_export')
  await job?.run(o.house, { county: o.county, export: id, account })
}

async function approved(worker = maker, more: object = {}): Promise<string> {
  const { id } = await desk(worker).requestExport({ ...all, purpose, ...more })
  await desk(checker).approveExport({ id })
  await work(id, worker.id)
  return id
}

const rowsIn = async (bytes: Uint8Array) => (await readXlsx(bytes)).sheets[0]?.rows ?? []
const statusOf = async (id: string) => (await desk().listExports()).items.find((item) => item.id === id)?.status

test('a short list leaves at once for a purpose: exactly the columns shown, cut as on the screen, signed on every page', async () => {
  await refusedWith('people.purpose_needed', desk().exportPeople({ ...one, purpose: '看' }))
  const { bytes } = await desk().exportPeople({ ...one, purpose })
  const [note, head, ...rows] = await rowsIn(bytes)
  assert.match(String(note?.[0]), /周敏 · .{4} · 2026-03-02 09:00 导出 1 人，用途：重阳节走访慰问/)
  assert.deepEqual(head?.slice(0, 4), ['姓名', '电话', '公民身份号码'])
  assert.deepEqual(rows, [['王秀英', '139****5678', '已登记（号码不显示）']])
  const { headerFooter } = (await readXlsx(bytes)).sheets[0] ?? {}
  for (const part of [headerFooter?.oddHeader, headerFooter?.oddFooter])
    assert.match(String(part), /周敏 · .{4} · 2026/)
})

test('own columns of the list come in the order asked for, and what no list has is left out', async () => {
  const columns = ['completeness', 'tags', 'age', 'idStatus', 'nonsense', 'community', 'name']
  const { bytes } = await desk().exportPeople({ ...one, columns, purpose, lang: 'en' })
  const [, head, row] = await rowsIn(bytes)
  assert.deepEqual(head, ['Complete', 'Tags', 'Age', 'Identity number', 'Community', 'Name'])
  assert.deepEqual(row?.slice(1), ['重点', 94, 'registered', '广场社区', '王秀英'])
})

test('the fifty-first person needs a second person, and so do many short lists', async () => {
  await refusedWith('people.approval_needed', desk().exportPeople({ ...all, purpose }))
  const busy = await o.hire({ name: '吴强' })
  const fifty = { selection: { question: { q: '群众' } }, columns: ['name'], purpose }
  const ids = (await o.act((ctx) => ctx.db.selectFrom('person').select('id').limit(50).execute())).map(({ id }) => id)
  for (let turn = 0; turn < 3; turn++) await desk(busy).exportPeople({ ...fifty, selection: { ids } })
  await refusedWith('people.approval_needed', desk(busy).exportPeople({ ...one, purpose }))
  o.clock.pass(25 * 60)
  await desk(busy).exportPeople({ ...one, purpose })
})

test('two short lists at the same moment count together', async () => {
  const busy = await o.hire({ name: '冯伟' })
  const ids = (await o.act((ctx) => ctx.db.selectFrom('person').select('id').limit(50).execute())).map(({ id }) => id)
  const asked = Array.from({ length: 8 }, () =>
    desk(busy).exportPeople({ selection: { ids }, columns: ['name'], purpose }),
  )
  const left = (await Promise.allSettled(asked)).filter(({ status }) => status === 'fulfilled')
  assert.equal(left.length, 3)
})

test('a long list is made when a second person agrees, fetched once by who asked, and gone', async () => {
  await refusedWith('people.purpose_needed', desk().requestExport({ ...all, purpose: '' }))
  const { id } = await desk().requestExport({ ...all, purpose })
  await refusedWith('people.export_own_request', desk().approveExport({ id }))
  await refusedWith('people.export_not_ready', desk().fetchExport({ id }))
  const waiting = await desk(checker).listExports({ status: 'waiting' })
  assert.deepEqual(waiting.items[0]?.can, { decide: true, withdraw: false, fetch: false })
  assert.equal(waiting.waitingForMe, 1)
  await desk(checker).approveExport({ id, note: '核对过用途' })
  await refusedWith('people.export_not_waiting', desk(checker).refuseExport({ id, note: '晚了' }))
  assert.equal(await statusOf(id), 'making')
  await work(id, maker.id)
  assert.equal(await statusOf(id), 'ready')
  await refusedWith('row.not_found', desk(checker).fetchExport({ id }))
  const rows = await rowsIn((await desk().fetchExport({ id })).bytes)
  assert.equal(rows.length, 62)
  assert.ok(rows.slice(2).every(([, phone]) => phone === '139****5678'))
  await refusedWith('people.export_not_ready', desk().fetchExport({ id }))
  assert.equal(await statusOf(id), 'fetched')
  const left = await o.act((ctx) =>
    ctx.db.selectFrom('people_export').select(['content_sealed', 'person_ids']).where('id', '=', id).execute(),
  )
  assert.deepEqual(left, [{ content_sealed: null, person_ids: null }])
})

test('the trail names everybody of a list that left, so that an incident does', async () => {
  const taken = await o.hire({ name: '孟强' })
  const id = await approved(taken)
  const listed = async (subject: string) => {
    const rows = await o.act((ctx) =>
      ctx.db
        .selectFrom('audit_event')
        .select(['action', 'detail'])
        .where('subject', '=', subject)
        .orderBy('seq')
        .execute(),
    )
    return rows.flatMap(({ action, detail }) => {
      const { people = [], columns } = Object(detail)
      return Array.isArray(people) && people.length ? [{ action, count: people.length, columns }] : []
    })
  }
  assert.deepEqual(await listed(id), [])
  await desk(taken).fetchExport({ id })
  assert.deepEqual(await listed(id), [{ action: 'people.export', count: 60, columns: all.columns }])
  const many = Array.from({ length: 1201 }, () => randomUUID())
  const subject = randomUUID()
  await o.act(async (ctx) => noteTaken(ctx, { action: 'people.export', subject, detail: { columns: ['name'] } }, many))
  assert.deepEqual(
    (await listed(subject)).map(({ action, count }) => [action, count]),
    [
      ['people.export', 500],
      ['people.export_listed', 500],
      ['people.export_listed', 201],
    ],
  )
})

test('a birthday leaves as a year; whole only where two people agreed on whole numbers', async () => {
  const columns = ['name', 'birthOn']
  const short = await desk().exportPeople({ ...one, columns, purpose })
  assert.deepEqual((await rowsIn(short.bytes))[2], ['王秀英', '1931'])
  const id = await approved(maker, { ...one, columns, isWhole: true })
  assert.deepEqual((await rowsIn((await desk().fetchExport({ id })).bytes))[2], ['王秀英', '1931-05-02'])
})

test('one person cannot be both, whatever the program does: the table refuses', async () => {
  const { id } = await desk().requestExport({ ...all, purpose })
  const asBoth = o.act((ctx) =>
    ctx.db
      .updateTable('people_export')
      .set({ status: 'making', decided_by: maker.id, decided_at: ctx.now.toISOString() })
      .where('id', '=', id)
      .execute(),
  )
  await assert.rejects(asBoth, /people_export_check/)
  await desk().withdrawExport({ id })
  await refusedWith('people.export_not_waiting', desk().withdrawExport({ id }))
})

test('whole numbers leave by two people’s word alone, however short the list', async () => {
  const { id } = await desk().requestExport({ ...one, purpose, isWhole: true })
  assert.equal((await desk(checker).listExports()).items[0]?.isWhole, true)
  await desk(checker).approveExport({ id })
  await work(id, maker.id)
  const rows = await rowsIn((await desk().fetchExport({ id })).bytes)
  assert.deepEqual(rows[2], ['王秀英', PHONE, NUMBER])
})

test('the content is what the requester may see, not the one who approves', async () => {
  const near = await o.hire({ name: '郑洁', place: PLACES.xingtong })
  const { id } = await desk(near).requestExport({ ...all, purpose })
  await desk(checker).approveExport({ id })
  await work(id, near.id)
  const rows = await rowsIn((await desk(near).fetchExport({ id })).bytes)
  assert.deepEqual(
    rows.slice(2).map(([name]) => name),
    ['王秀英'],
  )
})

test('after a day an approved list is gone, and whoever lost the right gets none', async () => {
  const id = await approved()
  o.clock.pass(24 * 60)
  await refusedWith('people.export_not_ready', desk().fetchExport({ id }))
  assert.equal(await statusOf(id), 'expired')
  await o.act(forgetExports)
  const kept = await o.act((ctx) => ctx.db.selectFrom('people_export').selectAll().where('id', '=', id).execute())
  assert.deepEqual([kept[0]?.status, kept[0]?.content_sealed], ['expired', null])
  const leaver = await o.hire({ name: '何军' })
  const { id: late } = await desk(leaver).requestExport({ ...all, purpose })
  await desk(checker).approveExport({ id: late })
  await o.act((ctx) => ctx.db.updateTable('account').set({ status: 'closed' }).where('id', '=', leaver.id).execute())
  await work(late, leaver.id)
  assert.equal(await statusOf(late), 'failed')
})

test('of many who fetch at once one gets the file', async () => {
  const id = await approved()
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => desk().fetchExport({ id })))
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
})

test('each step is audited with its count, without a name or the words of its purpose', async () => {
  await approved()
  const notes = await o.act((ctx) =>
    ctx.db.selectFrom('audit_event').selectAll().where('action', 'like', 'people.export%').execute(),
  )
  const text = JSON.stringify(notes)
  for (const action of ['people.export_requested', 'people.export_approved', 'people.export"'])
    assert.ok(text.includes(action), action)
  assert.ok(!text.includes(purpose) && !text.includes('王秀英') && !text.includes(PHONE))
})

test('who may: one table of roles', async () => {
  for (const [role, status] of [
    ['street_staff', 200],
    ['unit_liaison', 200],
    ['reader', 200],
    ['system_administrator', 403],
    ['audit_administrator', 403],
    ['bureau_staff', 200],
  ] as const) {
    const worker = await o.hire({ role })
    const seen = await desk(worker)
      .listExports()
      .then(
        () => 200,
        (error: Refused) => error.status,
      )
    assert.equal(seen, status, role)
    if (role === 'bureau_staff') continue
    await assert.rejects(desk(worker).exportPeople({ ...one, purpose }), { status: 403 }, role)
    await assert.rejects(desk(worker).requestExport({ ...one, purpose }), { status: 403 }, role)
  }
  await assert.rejects(o.as().call(contract).listExports(), { status: 401 })
})

test('the trail keeps the kind and the file number of an export, its words stand on the sheet and beside the request', async () => {
  const told = { ...one, purpose: '给王秀英家属 13912345678 送材料', kind: 'visit', reference: 'A-17' } as const // a kind of the list
  await refusedWith('input.invalid', desk().exportPeople({ ...told, reference: '13912345678' }))
  await desk().exportPeople(told)
  const asked = await desk().requestExport({ ...told, isWhole: true })
  const rows = await o.act((ctx) =>
    ctx.db
      .selectFrom('audit_event')
      .select(['action', 'purpose'])
      .where('action', 'in', ['people.export', 'people.export_requested'])
      .orderBy('seq', 'desc')
      .limit(2)
      .execute(),
  )
  assert.deepEqual(
    rows.map((row) => row.purpose),
    ['走访慰问 A-17', '走访慰问 A-17'],
  )
  const { items } = await desk().listExports({})
  const line = items.find(({ id }) => id === asked.id)
  assert.deepEqual([line?.purpose, line?.kind], [told.purpose, 'visit'])
})
