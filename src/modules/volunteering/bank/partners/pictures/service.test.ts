import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { openShop, type Shop } from '#test/office/bank.ts'
import { asOwner, tracesOf } from '#test/office/owner.ts'
import { type Office, office, type Worker } from '#test/office.ts'
import { photograph } from '#test/photograph.ts'
import { bankRoutes } from '../../index.ts'
import { contract as shelf } from '../contract.ts'
import { contract } from './contract.ts'
import { MOST_BYTES } from './rules.ts'

type Desk = Office & { bureau: Worker; shop: Shop }

async function open(t: TestContext): Promise<Desk> {
  const o = await office({ rooms: bankRoutes })
  t.after(() => o.close())
  return Object.assign(o, { bureau: await o.hire(), shop: await openShop(o) })
}
const at = (o: Desk, worker: Pick<Worker, 'token'> = o.bureau) => o.as(worker).call(contract)
const isShown = async (o: Desk) => (await o.as(o.bureau).call(shelf).listItems({})).items.map((one) => one.hasPicture)
const kept = async (o: Desk) => (await asOwner(o.house, 'select id from stored_file')).length

test('a picture of an item is kept without what its file carried besides, replaced by the next, and taken down', async (t) => {
  const o = await open(t)
  const id = o.shop.item
  assert.deepEqual(await isShown(o), [false])
  const bytes = takenAt('somewhere')
  await at(o).putItemPicture({ id, bytes })
  assert.deepEqual([await isShown(o), await kept(o)], [[true], 1])
  const shown = await at(o).readItemPicture({ id })
  assert.ok(!Buffer.from(shown.bytes).includes('somewhere'))
  assert.ok(shown.bytes.byteLength < bytes.byteLength)
  await at(o).putItemPicture({ id, bytes: photograph('elsewhere') })
  assert.equal(await kept(o), 1)
  await at(o).removeItemPicture({ id })
  assert.deepEqual([await isShown(o), await kept(o)], [[false], 0])
  await assert.rejects(at(o).readItemPicture({ id }), { status: 404 })
  await assert.rejects(at(o).removeItemPicture({ id }), { status: 404 })
})

test('what is no picture, or one too large for an old telephone, is refused and leaves no trace', async (t) => {
  const o = await open(t)
  const id = o.shop.item
  const traces = await tracesOf(o.house)
  for (const [bytes, code] of [
    [new TextEncoder().encode('<script>'), 'bank.not_a_picture'],
    [largePicture(), 'bank.picture_too_large'],
  ] as const)
    await assert.rejects(at(o).putItemPicture({ id, bytes }), { code })
  assert.deepEqual(await tracesOf(o.house), traces)
})

/** With the segment in which cameras write where they were. */
function takenAt(place: string): Uint8Array {
  const said = Buffer.from(`Exif\0\0${place}`)
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, said.length + 2]), said])
  const bytes = Buffer.from(photograph())
  return Buffer.concat([bytes.subarray(0, 2), segment, bytes.subarray(2)])
}

/** A picture of one point whose packed stream is longer than a shelf takes. */
function largePicture(): Uint8Array {
  const bytes = Buffer.from(photograph())
  const end = bytes.lastIndexOf(Buffer.from('ffd9', 'hex'))
  return Buffer.concat([bytes.subarray(0, end), Buffer.alloc(MOST_BYTES, 0x12), bytes.subarray(end)])
}

test('whoever is signed in sees the shelf, the bureau alone changes it', async (t) => {
  const o = await open(t)
  const id = o.shop.item
  await at(o).putItemPicture({ id, bytes: photograph() })
  const worker = await o.hire({ role: 'community_worker' })
  for (const one of [worker, o.shop.clerk]) {
    assert.ok((await at(o, one).readItemPicture({ id })).bytes.length)
    await assert.rejects(at(o, one).putItemPicture({ id, bytes: photograph() }), { status: 403 })
    await assert.rejects(at(o, one).removeItemPicture({ id }), { status: 403 })
  }
  await assert.rejects(o.as().call(contract).readItemPicture({ id }), { status: 401 })
})
