import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { after, before } from 'node:test'
import { readXlsx } from 'hucre'
import { asOwner } from '#test/office/owner.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { registerPeople } from '../../../record/service.ts'
import { exportRoster } from '../../../roster-export/index.ts'
import { contract } from '../contract.ts'
import { exportJobs, exportRoutes } from '../index.ts'
import { collectExport } from './index.ts'

let o: Office
let maker: Worker
let checker: Worker

const PHONE = '13912345678'
const NUMBER = '371424193105020210'

before(async () => {
  o = await office({ rooms: [exportRoutes] })
  ;[maker, checker] = [await o.hire({ name: '周敏' }), await o.hire({ name: '刘静' })]
  const values = { name: '王秀英', kind: 'tuixiu', idNumber: NUMBER, incomeCents: 523_450 }
  const around = { phones: [{ number: PHONE, label: '本人' }], unitId: null, managingUnitId: null }
  const draft = { values, ...around, placeCode: PLACES.guangchang, tags: [], source: '登记' }
  await o.act((ctx) => registerPeople(ctx, [draft]))
})
after(() => o.close())

const desk = (worker: Worker) => o.as(worker).call(contract)
const asked = { selection: { question: {} }, columns: ['name', 'phone', 'idNumber'], purpose: '重阳节走访慰问' }
const cellsOf = async (bytes: Uint8Array) =>
  (await readXlsx(bytes)).sheets.flatMap(({ rows }) => rows.flat()).map(String)

test('without a second person what leaves at the terminal is masked, with its purpose on the sheet and not in the trail', async () => {
  const { bytes, count } = await o.act((ctx) => exportRoster(ctx, '年度核对'))
  assert.equal(count, 1)
  const cells = await cellsOf(bytes)
  assert.ok(cells.includes('王秀英') && cells.includes('139****5678'))
  for (const secret of [NUMBER, PHONE, '5234.5', '5234.50'])
    assert.ok(!cells.some((cell) => cell.includes(secret)), secret)
  const [note] = await asOwner(
    o.house,
    `select detail from audit_event where action = 'people.export' order by seq desc`,
  )
  assert.doesNotMatch(JSON.stringify(note), /年度核对/, 'the reason stands on the sheet')
  assert.ok(cells.some((cell) => cell.includes('年度核对')))
})

test('whole numbers leave only as the file that a second person agreed to, once', async () => {
  const { id } = await desk(maker).requestExport({ ...asked, isWhole: true })
  await assert.rejects(collectExport(o.house, o.county, id), { code: 'people.export_not_ready' })
  await desk(checker).approveExport({ id })
  const job = exportJobs.find((each) => each.task === 'people.make_export')
  await job?.run(o.house, { county: o.county, export: id, account: maker.id })
  const { bytes } = await collectExport(o.house, o.county, id)
  assert.ok((await cellsOf(bytes)).includes(NUMBER))
  const [note] = await asOwner(
    o.house,
    `select account_id, device, purpose from audit_event where action = 'people.export' and subject = '${id}'`,
  )
  assert.deepEqual(note, { account_id: maker.id, device: 'sangyu export', purpose: '其他' })
  await assert.rejects(collectExport(o.house, o.county, id), { code: 'people.export_not_ready' })
})

test('a request that is not there, is refused or is older than a day hands nothing over', async () => {
  for (const unknown of [randomUUID(), '1'])
    await assert.rejects(collectExport(o.house, o.county, unknown), { code: 'row.not_found' })
  const { id } = await desk(maker).requestExport({ ...asked, isWhole: true })
  await desk(checker).refuseExport({ id, note: '用途不清' })
  await assert.rejects(collectExport(o.house, o.county, id), { code: 'people.export_not_ready' })
})
