import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { contract as gatherings } from '../contract.ts'
import { routes } from '../index.ts'
import { contract as signUps } from '../sign-up/contract.ts'
import { contract } from './contract.ts'

type Desk = Office & { worker: Worker; bureau: Worker }

async function open(t: TestContext): Promise<Desk> {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  const worker = await o.hire({ role: 'community_worker', place: PLACES.guangchang })
  const bureau = await o.hire()
  for (const [title, placeCode] of [
    ['健步走', PLACES.guangchang],
    ['象棋赛', PLACES.xinyuan],
  ] as const)
    await o.as(bureau).call(gatherings).planGathering({
      kind: 'activity',
      title,
      placeCode,
      startsAt: '2026-03-10T09:00:00+08:00',
      endsAt: '2026-03-10T11:00:00+08:00',
    })
  return Object.assign(o, { worker, bureau })
}

const desk = (o: Desk, worker: Worker) => o.as(worker).call(contract)
const tokenOf = (path: string) => path.split('/').at(-1) ?? ''
async function read(o: Desk, token: string): Promise<string[]> {
  const { bytes } = await o.as().call(contract).readCalendar({ token })
  return new TextDecoder().decode(bytes).split('\r\n')
}
const titles = (lines: string[]) => lines.filter((line) => line.startsWith('SUMMARY:'))

test('a telephone reads the gatherings of its holder’s area with the address alone', async (t) => {
  const o = await open(t)
  const { path } = await desk(o, o.worker).makeFeed()
  assert.deepEqual(titles(await read(o, tokenOf(path))), ['SUMMARY:健步走'])
  const county = await desk(o, o.bureau).makeFeed()
  assert.deepEqual(titles(await read(o, tokenOf(county.path))), ['SUMMARY:健步走', 'SUMMARY:象棋赛'])
  assert.ok((await desk(o, o.worker).readFeed()).madeAt)
})

test('the calendar names nobody, and the database does not hold the address', async (t) => {
  const o = await open(t)
  const { items } = await o.as(o.bureau).call(gatherings).listGatherings({ q: '健步' })
  const personId = await o.act((ctx) => settle(ctx, { name: '尉迟秀英', place: PLACES.guangchang }))
  await o
    .as(o.bureau)
    .call(signUps)
    .signUp({ id: items[0]?.id ?? '', personId })
  const token = tokenOf((await desk(o, o.bureau).makeFeed()).path)
  assert.ok(!(await read(o, token)).join('').includes('尉迟'))
  const rows = await asOwner<{ text: string }>(o.house, 'select row_to_json(f)::text as text from calendar_feed f')
  assert.ok(rows.every(({ text }) => !text.includes(token)))
})

test('an address stops when it is taken back, when another is made, and when its holder loses their account', async (t) => {
  const o = await open(t)
  const first = tokenOf((await desk(o, o.worker).makeFeed()).path)
  const second = tokenOf((await desk(o, o.worker).makeFeed()).path)
  await assert.rejects(read(o, first), { code: 'row.not_found' })
  await desk(o, o.worker).revokeFeed()
  await assert.rejects(read(o, second), { code: 'row.not_found' })
  assert.equal((await desk(o, o.worker).readFeed()).madeAt, null)
  const third = tokenOf((await desk(o, o.worker).makeFeed()).path)
  assert.equal(titles(await read(o, third)).length, 1)
  await asOwner(o.house, `update account set status = 'disabled' where id = $1`, [o.worker.id])
  await assert.rejects(read(o, third), { code: 'row.not_found' })
  await assert.rejects(read(o, 'a1'.repeat(32)), { code: 'row.not_found' })
})

test('what was called off says so in the calendar', async (t) => {
  const o = await open(t)
  const { items } = await o.as(o.bureau).call(gatherings).listGatherings({ q: '健步' })
  await o
    .as(o.bureau)
    .call(gatherings)
    .cancelGathering({ id: items[0]?.id ?? '', reason: '暴雨' })
  const lines = await read(o, tokenOf((await desk(o, o.worker).makeFeed()).path))
  assert.ok(lines.includes('STATUS:CANCELLED') && lines.includes('SEQUENCE:2'))
})

test('the calendar of a place where nothing happens is empty, and no error', async (t) => {
  const o = await open(t)
  const elsewhere = await o.hire({ role: 'community_worker', place: PLACES.ruiheng })
  const lines = await read(o, tokenOf((await desk(o, elsewhere).makeFeed()).path))
  assert.deepEqual([lines[0], titles(lines), lines.at(-2)], ['BEGIN:VCALENDAR', [], 'END:VCALENDAR'])
})
