import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { contract as record } from '#modules/people/record/contract.ts'
import { recordRoutes } from '#modules/people/record/index.ts'
import { HOURLY_REVEALS } from '#modules/people/record/reveal/rules.ts'
import { Refused } from '#platform/client.ts'
import { asOwner } from '#test/office/owner.ts'
import { type Office, office, type Worker } from '#test/office.ts'
import { privacyRoutes } from '../index.ts'
import { contract } from './contract.ts'

let o: Office
let clerk: Worker
let id: string

before(async () => {
  o = await office({ rooms: [...privacyRoutes, recordRoutes] })
  clerk = await o.hire({ name: '周敏' })
  id = await someone()
})
after(() => o.close())

const desk = (worker = clerk) => o.as(worker).call(contract)
const records = () => o.as(clerk).call(record)
const refused = (code: string) => (error: unknown) => error instanceof Refused && error.code === code
const OTHERS = ['单志强', '16012345678', '李桂兰', '16112345678', '采集员赵六', '13800001111', '周敏', '王五领取']

async function someone(): Promise<string> {
  const { id: own } = await records().registerPerson({
    values: {
      name: '孔令芳',
      idNumber: '37142419380405011X',
      collectedBy: '采集员赵六',
      collectorPhone: '13800001111',
    },
    phones: [{ number: '13905340001', label: '本人' }],
    tags: ['书画'],
  })
  await records().changeContacts({
    id: own,
    version: 0,
    contacts: [{ relation: '2', name: '单志强', mobile: '16012345678' }],
  })
  await records().changeFamily({
    id: own,
    version: 0,
    family: [{ relation: '1', name: '李桂兰', phone: '16112345678' }],
  })
  await records().changeSection({ id: own, section: 'work', version: 0, values: { post: '科长' } })
  await records().changeSection({ id: own, section: 'work', version: 1, values: { post: '局长' } })
  return own
}

test('the file tells everything kept of the person and nothing of anybody else', async () => {
  const { bytes } = await desk().takeOwnFile({ id, format: 'json' })
  const text = new TextDecoder().decode(bytes)
  for (const other of OTHERS) assert.ok(!text.includes(other), other)
  for (const own of ['孔令芳', '37142419380405011X', '13905340001', '书画', '局长', '科长'])
    assert.ok(text.includes(own), own)
  const file = JSON.parse(text) as { relations: { as: string; relation: string }[]; fields: { key: string }[] } // made by this very door
  assert.deepEqual(
    file.relations.map(({ as, relation }) => [as, relation]),
    [
      ['contact', '2'],
      ['family', '1'],
    ],
  )
  assert.ok(file.fields.every((field) => !['collectedBy', 'collectorPhone'].includes(field.key)))
})

test('every filled column of the record is in the file or known to be nobody’s business', async () => {
  const { bytes } = await desk().takeOwnFile({ id, format: 'json' })
  const text = new TextDecoder().decode(bytes)
  const [row] = await asOwner(o.house, 'select * from person where id = $1', [id])
  const plain = Object.entries(row ?? {}).filter(([, value]) => typeof value === 'string' && value !== '')
  const ours = new Set(['name_sort', 'collected_by', 'county', 'verified_on'])
  for (const [column, value] of plain) if (!ours.has(column)) assert.ok(text.includes(String(value)), column)
})

test('who asked is kept in the audit trail, and somebody who collects it is named', async () => {
  await assert.rejects(desk().takeOwnFile({ id, format: 'json', askedBy: 'family' }), refused('privacy.asker_needed'))
  await desk().takeOwnFile({ id, format: 'json', askedBy: 'family', asker: '女儿 王小兰' })
  const rows = await asOwner<{ detail: { askedBy: string } }>(
    o.house,
    `select detail from audit_event where action = 'privacy.own_file' and subject = $1`,
    [id],
  )
  assert.deepEqual(
    rows.map((row) => row.detail.askedBy),
    ['elder', 'elder', 'family'],
  )
})

test('the paper is a PDF, and only who may see whole numbers hands it out', async () => {
  for (const lang of ['zh', 'en'] as const) {
    const { bytes, name } = await desk().takeOwnFile({ id, format: 'pdf', lang })
    assert.equal(new TextDecoder().decode(bytes.slice(0, 5)), '%PDF-')
    assert.match(name, /\.pdf$/)
  }
  const worker = await o.hire({ role: 'community_worker' })
  await assert.rejects(desk(worker).takeOwnFile({ id, format: 'pdf' }), refused('auth.forbidden'))
  await assert.rejects(
    desk(await o.hire({ place: '3714240021900000000' })).takeOwnFile({ id, format: 'json' }),
    refused('row.not_found'),
  )
})

test('own files count among the whole numbers of the hour, and are given to who has just proven who they are', async () => {
  const busy = await o.hire()
  for (let look = 0; look < HOURLY_REVEALS; look++) await desk(busy).takeOwnFile({ id, format: 'json' })
  await assert.rejects(desk(busy).takeOwnFile({ id, format: 'json' }), refused('people.too_many_reveals'))
  const look = { field: 'idNumber', purpose: 'check', note: '核对' } as const
  await assert.rejects(
    o
      .as(busy)
      .call(record)
      .revealField({ id, ...look }),
    refused('people.too_many_reveals'),
  )
  const late = await o.hire()
  const past = new Date(o.clock.now().getTime() - 15 * 60_000).toISOString()
  await asOwner(o.house, 'update session set proven_at = $1 where account_id = $2', [past, late.id])
  await assert.rejects(desk(late).takeOwnFile({ id, format: 'json' }), refused('auth.not_proven'))
})
