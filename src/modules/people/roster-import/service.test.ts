import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { readXlsx } from 'hucre'
import { foundUnit } from '#modules/units/index.ts'
import { Refused } from '#platform/client.ts'
import { type Office, office, type Worker } from '#test/office.ts'
import { contract as recordContract } from '../record/contract.ts'
import { recordRoutes } from '../record/index.ts'
import { contract as searchContract } from '../search/contract.ts'
import { routes as searchRoutes } from '../search/routes.ts'
import { contract } from './contract.ts'
import { importJobs, importRoutes } from './index.ts'

let o: Office
let staff: Worker

before(async () => {
  o = await office({ rooms: [importRoutes, recordRoutes, searchRoutes] })
  staff = await o.hire()
  await o.act((ctx) => foundUnit(ctx, { name: '临邑县教育局', kind: 'employer', nature: 'organ' }))
})
after(() => o.close())

const desk = (worker = staff) => o.as(worker).call(contract)
const people = () => o.as(staff).call(searchContract)

/** The queue of the test office: runs what the batch waits for. */
async function work(task: string, batch: string): Promise<void> {
  const job = importJobs.find((one) => one.task === task)
  assert.ok(job)
  await job.run(o.house, { county: o.county, batch })
}

async function upload(text: string, name = '名单.csv'): Promise<string> {
  const { id } = await desk().uploadRoster({
    name,
    bytes: new TextEncoder().encode(text),
    asOf: o.clock.now().toISOString().slice(0, 10),
  })
  await work('import.read', id)
  return id
}

async function apply(id: string): Promise<void> {
  await desk().applyImport({ id })
  await work('import.apply', id)
}

async function refusedWith(code: string, doing: Promise<unknown>): Promise<Refused> {
  const error = await doing.then(
    () => assert.fail(`not refused with ${code}`),
    (thrown: unknown) => thrown,
  )
  assert.ok(error instanceof Refused, String(error))
  assert.equal(error.code, code)
  return error
}

const HEAD = '姓名,性别,出生年月,身份证号,单位,职务,联系电话,社区\n'
const WANG = '王秀英,女,1931.05,37142419310502002X,教育局,局长,13912345678,广场社区'
const checked = (body: string) => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  return body + '10X98765432'[[...body].reduce((sum, digit, at) => sum + Number(digit) * (weights[at] ?? 0), 0) % 11]
}
const ROW = (name: string, body: string, more = '') => `${name},,,${checked(body)},教育局,${more},,广场社区`

test('a roster is read, planned, applied exactly as planned, and found', async () => {
  const id = await upload(
    `某局离退休干部名单,,,,,,,\n${HEAD}${ROW('赵一', '37142419400101001', '科员')}\n${ROW('钱二', '37142419410101002')}\n孙三,,1949.1,,教育局,,,\n合计,3人,,,,,,`,
  )
  const batch = await desk().readImport({ id })
  assert.equal(batch.status, 'planned')
  assert.deepEqual(
    { ...batch.counts, 'not-a-person': 0 },
    { new: 2, changed: 0, unchanged: 0, doubtful: 1, refused: 0, duplicate: 0, 'not-a-person': 0 },
  )
  assert.equal(batch.tables[0]?.columns.find((column) => column.header === '身份证号')?.field, 'id')
  const doubtful = await desk().listImportRows({ id, plan: 'doubtful' })
  assert.deepEqual(
    doubtful.items[0]?.reasons.map((reason) => reason.code),
    ['BIRTH_TRAILING_ZERO'],
  )
  await apply(id)
  assert.equal((await desk().readImport({ id })).status, 'applied')
  assert.deepEqual((await people().listPeople({ q: '教育局' })).items.map((item) => item.name).sort(), ['赵一', '钱二'])
  assert.equal((await people().listPeople({ q: '孙三' })).total, 0)
})

test('the same roster again changes nothing; an added cell is a change, an empty one erases nothing', async () => {
  const first = await upload(`${HEAD}${ROW('李四', '37142419420101003', '科长')}`)
  await apply(first)
  const again = await upload(`${HEAD}${ROW('李四', '37142419420101003')}`)
  assert.equal((await desk().readImport({ id: again })).counts.unchanged, 1)
  const changed = await upload(`${HEAD}${ROW('李四', '37142419420101003', '副局长')}`)
  const { items } = await desk().listImportRows({ id: changed, plan: 'changed' })
  assert.deepEqual(items[0]?.changes, [{ field: 'post', from: '科长', to: '副局长' }])
  await apply(changed)
  const [person] = (await people().listPeople({ q: '李四', columns: ['post'] })).items
  assert.equal(person?.fields.post, '副局长')
})

test('a batch is applied once, however often it is ordered', async () => {
  const id = await upload(`${HEAD}${ROW('周五', '37142419430101004')}`)
  const orders = await Promise.allSettled([1, 2, 3].map(() => desk().applyImport({ id })))
  assert.equal(orders.filter((order) => order.status === 'fulfilled').length, 1)
  await Promise.all([work('import.apply', id), work('import.apply', id)])
  assert.equal((await people().listPeople({ q: '周五' })).total, 1)
})

test('a job that died half-way goes on without loss or doubling', async () => {
  const two = (number: number) => String(number + 1).padStart(2, '0')
  const born = (at: number) => `195${at % 10}${two(at % 12)}${two(at % 28)}`
  const names = Array.from({ length: 1200 }, (_, at) =>
    ROW(`吴${at}`, `371424${born(at)}${String(at).padStart(3, '0')}`.slice(0, 17)),
  )
  const id = await upload(HEAD + names.join('\n'))
  await desk().applyImport({ id })
  let steps = 0
  const dying = {
    ...o.house,
    act: (...args: Parameters<typeof o.house.act>) =>
      ++steps > 1 ? Promise.reject(new Error('the machine died')) : o.house.act(...args),
  }
  const job = importJobs.find((one) => one.task === 'import.apply')
  await assert.rejects(async () => job?.run(dying as typeof o.house, { county: o.county, batch: id })) // a house whose second act fails
  assert.equal((await desk().readImport({ id })).doneCount, 500)
  await work('import.apply', id)
  const batch = await desk().readImport({ id })
  assert.equal(batch.status, 'applied')
  assert.equal((await people().listPeople({ q: '吴', status: 'all' })).total, batch.counts.new)
})

test('a corrected row is judged again and goes in', async () => {
  const id = await upload(`${HEAD}郑六,男,1944.02,371424194402010051,教育局,,,`)
  const [row] = (await desk().listImportRows({ id, plan: 'doubtful' })).items
  assert.ok(row?.record)
  const { unitName: _unit, placeName: _place, idStatus: _status, ...record } = row.record
  const edited = await desk().editImportRow({
    id,
    seq: row.seq,
    record: { ...record, values: { ...record.values, idNumber: checked('37142419440201005') } },
  })
  assert.equal(edited.plan, 'new')
  assert.equal(edited.cells[3], '371424194402010051')
  await apply(id)
  assert.equal((await people().listPeople({ q: '郑六' })).total, 1)
})

test('a doubtful row goes in on somebody’s word, one by one or for a reason', async () => {
  const id = await upload(`${HEAD}冯七,,1949.1,,教育局,,,\n陈八,,1950.1,,教育局,,,`)
  assert.equal((await desk().decideImportRows({ id, reason: 'BIRTH_TRAILING_ZERO', decision: 'accept' })).decided, 2)
  await desk().decideImportRows({ id, seqs: [2], decision: 'skip' })
  await apply(id)
  assert.equal((await people().listPeople({ q: '冯七' })).total, 1)
  assert.equal((await people().listPeople({ q: '陈八' })).total, 0)
})

test('a batch is undone, people and changes alike, and its raw rows stay', async () => {
  o.clock.pass(5)
  const earlier = (await people().listPeople({ status: 'all' })).total
  const id = await upload(`${HEAD}${ROW('褚九', '37142419450101006')}\n${ROW('李四', '37142419420101003', '巡视员')}`)
  await apply(id)
  await desk().undoImport({ id })
  await work('import.undo', id)
  assert.equal((await people().listPeople({ status: 'all' })).total, earlier)
  const [person] = (await people().listPeople({ q: '李四', columns: ['post'] })).items
  assert.equal(person?.fields.post, '副局长')
  assert.equal((await desk().readImport({ id })).status, 'undone')
  assert.ok((await desk().listImportRows({ id })).total >= 2)
})

test('a batch that somebody has built on is not undone, and it says on whose record and what', async () => {
  const id = await upload(`${HEAD}${ROW('卫十', '37142419460101007')}`)
  await apply(id)
  const [person] = (await people().listPeople({ q: '卫十' })).items
  assert.ok(person)
  o.clock.pass(5)
  await o
    .as(staff)
    .call(recordContract)
    .changeSection({ id: person.id, section: 'talent', version: 0, values: { skills: '书法' } })
  const refused = await refusedWith('import.built_upon', desk().undoImport({ id }))
  assert.match(refused.words.zh, /卫十/)
  assert.equal((await people().listPeople({ q: '卫十' })).total, 1)
})

test('the bad rows come back as a spreadsheet with a reason column, and corrected they go in', async () => {
  const id = await upload(
    `${HEAD}蒋一一,,,${checked('37142419470101008').replace(/.$/, (last) => (last === '5' ? '6' : '5'))},教育局,,,\n张××,男,1949.03,,教育局,,,`,
  )
  const file = await desk().downloadBadRows({ id })
  const rows = (await readXlsx(file.bytes)).sheets[0]?.rows ?? []
  assert.equal(rows[0]?.[0], '问题说明')
  assert.equal(rows.length, 3)
  assert.match(String(rows[1]?.[0]), /校验/)
})

test('columns are corrected by hand, and the bureau’s word is remembered', async () => {
  const odd = '姓名,职衔说明,单位\n沈二二,调研员,教育局\n韩三三,科员,教育局'
  const id = await upload(odd)
  const earlier = await desk().readImport({ id })
  const column = earlier.tables[0]?.columns.find((one) => one.header === '职衔说明')
  assert.ok(column)
  await desk().remapImport({ id, columns: [{ sheet: '', table: 0, index: column.index, field: 'post' }] })
  await work('import.read', id)
  const again = await upload(odd)
  assert.equal((await desk().readImport({ id: again })).tables[0]?.columns[1]?.field, 'post')
})

test('a file that is no roster is refused with a sentence, and nothing is half done', async () => {
  const { id } = await desk().uploadRoster({ name: '坏.xlsx', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]) })
  await work('import.read', id)
  const batch = await desk().readImport({ id })
  assert.equal(batch.status, 'refused')
  assert.ok(batch.refusal?.zh)
  await refusedWith('import.not_planned', desk().applyImport({ id }))
  await refusedWith('import.empty_file', desk().uploadRoster({ name: '空.csv', bytes: new Uint8Array() }))
})

test('a roster that bears the marking of a state secret is refused and destroyed, and the trail does not repeat it', async () => {
  const id = await upload('姓名,密级\n王秀英,机密★1年\n', '机要名册.csv')
  const { status, refusal, fileName } = await desk().readImport({ id })
  assert.deepEqual([status, refusal?.code, fileName], ['refused', 'FILE_SECRET', '已拒绝的文件'])
  const kept = await o.act((ctx) =>
    ctx.db
      .selectFrom('import_batch as b')
      .innerJoin('stored_file as f', 'f.id', 'b.file_id')
      .select(['f.name', 'f.byte_count'])
      .where('b.id', '=', id)
      .executeTakeFirst(),
  )
  assert.deepEqual(kept, { name: '-', byte_count: 0 })
  const noted = await o.act((ctx) =>
    ctx.db.selectFrom('audit_event').select('detail').where('action', '=', 'privacy.secret_refused').execute(),
  )
  assert.equal(noted.length, 1)
  assert.doesNotMatch(JSON.stringify(noted), /王秀英|机密|机要/)
})

test('a community worker prepares but does not apply, and sees only the batches brought by themselves', async () => {
  const id = await upload(`${HEAD}${WANG}`)
  const worker = await o.hire({ role: 'community_worker', place: '3714240010230000000' })
  await refusedWith('row.not_found', desk(worker).readImport({ id }))
  const own = await desk(worker).uploadRoster({ name: '社区.csv', bytes: new TextEncoder().encode(`${HEAD}${WANG}`) })
  await work('import.read', own.id)
  await refusedWith('auth.forbidden', desk(worker).applyImport({ id: own.id }))
  assert.deepEqual(
    (await desk(worker).listImports()).items.map((batch) => batch.id),
    [own.id],
  )
})

test('a batch that moved somebody home and added a unit is undone: the old home stands again, no duty was touched', async () => {
  const first = await upload(`${HEAD}${ROW('沈十一', '37142419480101011')}`)
  await apply(first)
  await o.act((ctx) => foundUnit(ctx, { name: '临邑县财政局', kind: 'employer', nature: 'organ' }))
  o.clock.pass(60 * 24 * 30)
  const second = await upload(
    `${HEAD}${ROW('沈十一', '37142419480101011').replace('广场社区', '馨园社区').replace('教育局', '财政局')}`,
  )
  await apply(second)
  const [moved] = (await people().listPeople({ q: '沈十一' })).items
  assert.equal(moved?.community, '馨园社区')
  assert.equal(moved?.unit, '临邑县教育局')
  o.clock.pass(5)
  await desk().undoImport({ id: second })
  await work('import.undo', second)
  const [back] = (await people().listPeople({ q: '沈十一' })).items
  assert.equal(back?.community, '广场社区')
  assert.equal((await people().listPeople({ q: '财政局' })).total, 0)
})

test('a survivor brought in the row below a dead cadre stands in the family of the cadre, and leads to a record of their own', async () => {
  const [cadre, widow] = [checked('37142419300101003'), checked('37142419320202004')]
  const id = await upload(
    `姓名,性别,身份证号,类别,单位,备注\n韩十二,男,${cadre},离休,教育局,2012年去世\n遗属：尤十三,女,${widow},,,享受遗属补助\n`,
  )
  await apply(id)
  const tied = await o.act((ctx) =>
    ctx.db
      .selectFrom('family_member as f')
      .innerJoin('person as owner', (on) =>
        on.onRef('owner.county', '=', 'f.county').onRef('owner.id', '=', 'f.person_id'),
      )
      .innerJoin('person as survivor', (on) =>
        on.onRef('survivor.county', '=', 'f.county').onRef('survivor.id', '=', 'f.linked_person_id'),
      )
      .select(['owner.name as owner', 'survivor.name as survivor', 'survivor.kind'])
      .execute(),
  )
  assert.deepEqual(tied, [{ owner: '韩十二', survivor: '尤十三', kind: 'survivor' }])
})
