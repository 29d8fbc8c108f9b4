import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { readXlsx } from 'hucre'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { contract as gatherings } from '../../contract.ts'
import { routes } from '../../index.ts'
import { contract as signUps } from '../contract.ts'
import { contract } from './contract.ts'

type Desk = Office & { worker: Worker; people: string[]; id: string }

async function open(t: TestContext, names: readonly string[]): Promise<Desk> {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  const worker = await o.hire({ role: 'community_worker', place: PLACES.guangchang, name: '李芳' })
  const people: string[] = []
  for (const name of names) people.push(await o.act((ctx) => settle(ctx, { name, place: PLACES.guangchang })))
  const { ids } = await o.as(worker).call(gatherings).planGathering({
    kind: 'lecture',
    title: '防诈骗讲座',
    placeCode: PLACES.guangchang,
    startsAt: '2026-03-10T09:00:00+08:00',
    endsAt: '2026-03-10T10:30:00+08:00',
  })
  const id = ids[0] ?? ''
  for (const personId of people) await o.as(worker).call(signUps).signUp({ id, personId, companion: '=1+1' })
  return Object.assign(o, { worker, people, id })
}

const take = (o: Desk, worker = o.worker) => o.as(worker).call(contract).takeSignUps({ id: o.id })

test('the list leaves as a sheet: counted as what leaves the house, with who is in it and who took it', async (t) => {
  const o = await open(t, ['赵桂英', '钱守义'])
  const file = await take(o)
  assert.match(file.name, /^防诈骗讲座 报名名单 2026-03-10.*xlsx$/)
  const book = await readXlsx(file.bytes)
  const text = JSON.stringify(book.sheets[0]?.rows)
  assert.match(text, /赵桂英.*钱守义/)
  assert.match(text, /李芳/, 'who took it stands on it')
  assert.ok(text.includes("'=1+1") && !text.includes('"=1+1'), 'what looks like a formula stays text')
  const [left] = await asOwner<{ people: number; status: string }>(o.house, 'select people, status from people_export')
  assert.deepEqual([left?.people, left?.status], [2, 'at_once'])
  const [note] = await asOwner<{ people: string[] }>(
    o.house,
    `select detail -> 'people' as people from audit_event where action = 'reports.print'`,
  )
  assert.deepEqual(note?.people.toSorted(), o.people.toSorted())
})

test('who does not sign people up takes no list; of another area nobody is on it', async (t) => {
  const o = await open(t, ['赵桂英'])
  await assert.rejects(take(o, await o.hire({ role: 'reader', place: PLACES.county })), { status: 403 })
  const neighbour = await o.hire({ role: 'community_worker', place: PLACES.xinyuan })
  const book = await readXlsx((await take(o, neighbour)).bytes)
  assert.doesNotMatch(JSON.stringify(book.sheets[0]?.rows), /赵桂英/)
})
