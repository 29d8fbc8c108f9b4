import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test, { after, before } from 'node:test'
import { contract as record } from '#modules/people/record/contract.ts'
import { recordRoutes } from '#modules/people/record/index.ts'
import { type ConnectionConfig, type OwnerPool, openOwner, openOwnerPool } from '#platform/db/pool.ts'
import { clearTraces } from '#platform/traces/index.ts'
import { asOwner } from '#test/office/owner.ts'
import { type Office, office, type Worker } from '#test/office.ts'
import { privacyRoutes } from '../index.ts'
import { contract } from './contract.ts'

let o: Office
let owner: OwnerPool
let config: ConnectionConfig = {}
let clerk: Worker
let chief: Worker

before(async () => {
  const line = async (found: ConnectionConfig) => {
    config = found
    return found
  }
  o = await office({ rooms: [...privacyRoutes, recordRoutes], line })
  owner = openOwnerPool(config, 2)
  clerk = await o.hire({ name: '周敏' })
  chief = await o.hire({ name: '郑局长' })
})
after(async () => {
  await owner.end()
  await o.close()
})

// The files of somebody else's server are not ours to read.
const skip = process.env['SANGYU_TEST_DATABASE_URL'] !== undefined
const NAME = '欧阳金丝雀鸣'

/** Which files of this database hold the name, when everything has been written out. */
async function filesWith(name: string): Promise<string[]> {
  await owner.query('checkpoint')
  const [at] = await asOwner<{ folder: string; oid: string }>(
    o.house,
    `select current_setting('data_directory') as folder, oid::text from pg_database where datname = current_database()`,
  )
  assert.ok(at)
  const folder = join(at.folder, 'base', at.oid)
  return readdirSync(folder).filter((file) => readFileSync(join(folder, file)).includes(name))
}

async function erase(name: string): Promise<void> {
  const desk = (worker: Worker) => o.as(worker).call(contract)
  const { id } = await o.as(clerk).call(record).registerPerson({ values: { name } })
  await owner.query('analyze person')
  const { requestId } = await desk(clerk).requestErasure({ id, ground: 'unlawful', reason: '本人要求' })
  assert.equal((await desk(chief).decideErasure({ id: requestId, approve: true })).status, 'erased')
}

const isLeft = async () => (await asOwner(o.house, 'select from trace_left')).length > 0

test('after an erasure the name stands in no file of the database, neither in a freed page nor in an index', {
  skip,
}, async () => {
  await erase(NAME)
  assert.ok((await filesWith(NAME)).length > 0)
  assert.ok(await isLeft())
  assert.ok((await clearTraces({ ...o.house, owner }, 'all')) > 0)
  assert.deepEqual(await filesWith(NAME), [])
  assert.ok(!(await isLeft()))
  assert.equal(await clearTraces({ ...o.house, owner }, 'all'), 0)
})

test('minutes after an erasure the small tables are written anew, and the night still comes back to it', {
  skip,
}, async () => {
  await erase(`${NAME}二`)
  const asked = await asOwner(o.house, `select from graphile_worker.jobs where task_identifier = 'traces.soon'`)
  assert.equal(asked.length, 1)
  await clearTraces({ ...o.house, owner }, 'small')
  assert.deepEqual(await filesWith(`${NAME}二`), [])
  assert.ok(await isLeft())
})

test('a table in use is left for a later try, and it is not said that the traces are gone', { skip }, async () => {
  await erase(`${NAME}三`)
  const reader = await openOwner(config)
  try {
    await reader.query('begin; lock table person in access share mode')
    await clearTraces({ ...o.house, owner }, 'small')
    assert.notDeepEqual(await filesWith(`${NAME}三`), [])
  } finally {
    await reader.end()
  }
  await clearTraces({ ...o.house, owner }, 'all')
  assert.deepEqual(await filesWith(`${NAME}三`), [])
  assert.ok(!(await isLeft()))
})
