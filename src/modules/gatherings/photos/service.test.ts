import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { tracesOf } from '#test/office/owner.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { photograph } from '#test/photograph.ts'
import { contract as gatherings } from '../contract.ts'
import { routes } from '../index.ts'
import { contract } from './contract.ts'

type Desk = Office & { worker: Worker; id: string }

async function open(t: TestContext): Promise<Desk> {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  const worker = await o.hire({ role: 'community_worker', place: PLACES.guangchang, name: '李芳' })
  const { ids } = await o.as(worker).call(gatherings).planGathering({
    kind: 'activity',
    title: '健步走',
    placeCode: PLACES.guangchang,
    startsAt: '2026-03-10T09:00:00+08:00',
    endsAt: '2026-03-10T11:00:00+08:00',
  })
  return Object.assign(o, { worker, id: ids[0] ?? '' })
}

const at = (o: Desk, worker = o.worker) => o.as(worker).call(contract)

test('a photograph is kept without what its file carried besides, shown, and taken down', async (t) => {
  const o = await open(t)
  const { photoId } = await at(o).addGatheringPhoto({ id: o.id, caption: '出发', bytes: photograph() })
  const { items, can } = await at(o).listGatheringPhotos({ id: o.id })
  assert.deepEqual(
    items.map(({ id, caption, by }) => [id, caption, by]),
    [[photoId, '出发', '李芳']],
  )
  assert.deepEqual(can, { add: true, see: true })
  const { bytes } = await at(o).readGatheringPhoto({ id: o.id, photoId })
  assert.deepEqual(bytes.subarray(0, 2), Buffer.from('ffd8', 'hex'))
  await at(o).removeGatheringPhoto({ id: o.id, photoId })
  await assert.rejects(at(o).readGatheringPhoto({ id: o.id, photoId }), { code: 'row.not_found' })
  assert.deepEqual((await at(o).listGatheringPhotos({ id: o.id })).items, [])
})

test('what is no picture leaves no trace, and the twenty-first is refused', async (t) => {
  const o = await open(t)
  const traces = await tracesOf(o.house)
  const bytes = new TextEncoder().encode('<script>')
  await assert.rejects(at(o).addGatheringPhoto({ id: o.id, bytes }), { code: 'gatherings.not_a_photo' })
  assert.deepEqual(await tracesOf(o.house), traces)
  for (let n = 0; n < 20; n++) await at(o).addGatheringPhoto({ id: o.id, bytes: photograph(`${n}`) })
  await assert.rejects(at(o).addGatheringPhoto({ id: o.id, bytes: photograph() }), {
    code: 'gatherings.too_many_photos',
  })
})

test('faces are for who works with people; a neighbour looks and changes nothing', async (t) => {
  const o = await open(t)
  const { photoId } = await at(o).addGatheringPhoto({ id: o.id, bytes: photograph() })
  const leader = await o.hire({ role: 'reader', place: PLACES.county })
  assert.deepEqual((await at(o, leader).listGatheringPhotos({ id: o.id })).can, { add: false, see: false })
  await assert.rejects(at(o, leader).readGatheringPhoto({ id: o.id, photoId }), { code: 'row.not_found' })
  const neighbour = await o.hire({ role: 'community_worker', place: PLACES.xinyuan })
  await at(o, neighbour).readGatheringPhoto({ id: o.id, photoId })
  const refused = { code: 'gatherings.outside_area' }
  await assert.rejects(at(o, neighbour).addGatheringPhoto({ id: o.id, bytes: photograph() }), refused)
  await assert.rejects(at(o, neighbour).removeGatheringPhoto({ id: o.id, photoId }), refused)
})
