import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { type Office, office, type Worker } from '#test/office.ts'
import { checkIdNumber } from '../../codes/index.ts'
import { contract } from '../contract.ts'
import { importJobs, importRoutes } from '../index.ts'
import { SAME_STEM_ROWS } from './index.ts'

let o: Office

before(async () => {
  o = await office({ rooms: [importRoutes] })
})
after(() => o.close())

function citizen(order: number, born = '19380405'): string {
  const body = `371424${born}${String(order).padStart(3, '0')}`
  const last = Array.from('0123456789X').find((char) => checkIdNumber(body + char).result === 'valid')
  return body + last
}

const GIVEN = [...'国建明文志玉秀桂德春兰英华光荣']
const nameOf = (at: number) => `张${GIVEN[at % 15]}${GIVEN[Math.floor(at / 15) % 15]}`

async function brought(who: Worker, numbers: readonly string[]) {
  const lines = numbers.map((number, at) => `${nameOf(at)},${number},教育局`)
  const bytes = new TextEncoder().encode(['姓名,身份证号,单位', ...lines].join('\n'))
  const desk = o.as(who).call(contract)
  const { id } = await desk.uploadRoster({ name: '名单.csv', bytes })
  await importJobs.find(({ task }) => task === 'import.read')?.run(o.house, { county: o.county, batch: id })
  return { ...(await desk.readImport({ id })), rows: (await desk.listImportRows({ id })).total }
}

const orders = (from: number, count: number) => Array.from({ length: count }, (_, at) => citizen(from + at))
const alarms = (batch: string) =>
  o.act((ctx) =>
    ctx.db
      .selectFrom('audit_event')
      .select(['detail', 'result'])
      .where('action', '=', 'import.guessing_alarm')
      .where('subject', '=', batch)
      .execute(),
  )

test('a roster that tries one area and birthday out is not read: no row of it says who is registered', async () => {
  const who = await o.hire()
  const batch = await brought(who, orders(1, SAME_STEM_ROWS + 1))
  assert.deepEqual([batch.status, batch.refusal?.code, batch.rows], ['refused', 'FILE_GUESSES', 0])
  const detail = { by: who.id, most: SAME_STEM_ROWS + 1, allowed: SAME_STEM_ROWS }
  assert.deepEqual(await alarms(batch.id), [{ detail, result: 'refused' }])
})

test('the same trial over several files counts together for a day; a file brought again counts once', async () => {
  const who = await o.hire()
  assert.equal((await brought(who, orders(1, 6))).status, 'planned')
  for (let time = 0; time < 3; time++) assert.equal((await brought(who, orders(1, 6))).status, 'planned')
  assert.equal((await brought(who, orders(7, 6))).status, 'refused')
  assert.equal((await brought(await o.hire(), orders(7, 6))).status, 'planned')
  o.clock.pass(24 * 60 + 1)
  assert.equal((await brought(who, orders(20, 6))).status, 'planned')
})

test('a real roster, however long, names few of one birthday and is read', async () => {
  const days = Array.from({ length: 400 }, (_, at) => new Date(Date.UTC(1938, 0, 1 + at)).toISOString().slice(0, 10))
  const numbers = days.flatMap((day) => [citizen(11, day.replaceAll('-', '')), citizen(12, day.replaceAll('-', ''))])
  assert.equal((await brought(await o.hire(), numbers)).status, 'planned')
})
