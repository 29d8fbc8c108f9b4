import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import test, { after, before } from 'node:test'
import { asOwner } from '#test/office/owner.ts'
import { type Office, office } from '#test/office.ts'
import { fileName, readFile, storeFile } from './files.ts'
import { newId } from './ids.ts'

let o: Office
before(async () => {
  o = await office()
})
after(() => o.close())

const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => at % 251)
const FILE = { name: '花名册 2026.xlsx', mediaType: 'application/octet-stream', bytes }

test('a file is kept byte for byte, with its name, size and fingerprint', async () => {
  const id = await o.act((ctx) => storeFile(ctx, FILE))
  const found = await o.act((ctx) => readFile(ctx, id))
  assert.deepEqual({ ...found, bytes: new Uint8Array(found.bytes) }, { id, ...FILE })
  const [row] = await asOwner(o.house, 'select byte_count, sha256, stored_by from stored_file where id = $1', [id])
  assert.deepEqual(row, { byte_count: 100_000, sha256: createHash('sha256').update(bytes).digest(), stored_by: null })
})

test('an empty file, and a part of a larger piece of memory, are kept as they are', async () => {
  for (const part of [new Uint8Array(), bytes.subarray(10, 20)]) {
    const id = await o.act((ctx) => storeFile(ctx, { ...FILE, bytes: part }))
    assert.deepEqual(new Uint8Array((await o.act((ctx) => readFile(ctx, id))).bytes), new Uint8Array(part))
  }
})

test('who brought it is kept', async () => {
  const worker = await o.hire()
  const who = { account: worker.id, county: o.county }
  const id = await o.house.act(who, { readOnly: false }, (ctx) => storeFile(ctx, FILE))
  const [row] = await asOwner(o.house, 'select stored_by from stored_file where id = $1', [id])
  assert.equal(row?.['stored_by'], worker.id)
})

test('a file of another county, or one that is not there, is not found', async () => {
  const id = await o.act((ctx) => storeFile(ctx, FILE))
  await assert.rejects(
    o.house.act({ system: 371425 }, { readOnly: true }, (ctx) => readFile(ctx, id)),
    { code: 'row.not_found' },
  )
  await assert.rejects(
    o.act((ctx) => readFile(ctx, newId())),
    { code: 'row.not_found' },
  )
})

test('a file that is taken back was never there', async () => {
  let id = ''
  const failing = o.act(async (ctx) => {
    id = await storeFile(ctx, FILE)
    throw new Error('taken back')
  })
  await assert.rejects(failing)
  assert.deepEqual(await asOwner(o.house, 'select 1 from stored_file where id = $1', [id]), [])
})

test('a download is named by what it is and the office’s day', () => {
  assert.equal(fileName({ now: new Date('2026-03-01T16:00:00Z') }, '老干部台账', 'xlsx'), '老干部台账-2026-03-02.xlsx')
})
