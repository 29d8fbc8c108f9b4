import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after, before } from 'node:test'
import type { ConnectionConfig } from '#platform/db/pool.ts'
import { freshDatabase, type TestDatabase } from '#test/cluster.ts'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { COUNTY, type Office, office } from '#test/office.ts'
import { checkBackup } from './check.ts'
import { withOwner } from './database/place.ts'
import { digestTables } from './database/read.ts'
import { install } from './install.ts'
import { openBackupKey } from './keys/backup-key.ts'
import { makeBackup } from './make.ts'

let [o, folder, config]: [Office, string, ConnectionConfig] = [{} as Office, '', {}] // filled before the first test
const at = (...names: string[]) => join(folder, ...names)

before(async () => {
  o = await office()
  folder = mkdtempSync(join(tmpdir(), 'sangyu-backup-'))
  mkdirSync(at('home', 'keys'), { recursive: true })
  mkdirSync(at('home', 'anchors'))
  writeFileSync(at('home', 'keys', 'keys.json'), JSON.stringify({ keys: [{ id: 1, fingerprint: 'abcd' }] }))
  writeFileSync(at('home', 'anchors', 'heads.log'), 'one\n')
  await o.act(async (ctx) => {
    for (const name of ['王秀英', '李\t建\\国', '赵\n兴旺', '']) await settle(ctx, { name: name || '钱𠮷祥' })
    ctx.emit({ type: 'test.said', data: { words: '引号"与\\反斜杠' } })
    ctx.enqueue({ task: 'nobody.does_this', payload: { n: 1 }, key: 'once' })
  })
  const [{ name } = { name: '' }] = await asOwner<{ name: string }>(o.house, 'select current_database() as name')
  config = { ...o.house.pools.writers.options, options: undefined, database: name } as ConnectionConfig // what the pool was opened with
})
after(async () => {
  await o.close()
  rmSync(folder, { recursive: true })
})

const source = () => ({ home: at('home'), config, product: 'test' })
const empty = (): Promise<TestDatabase> => freshDatabase(async () => undefined)

test('a backup of a working office is restored table by table into an empty database', async () => {
  const { manifest, bytes } = await makeBackup(source(), at('one.sangyu'))
  assert.equal(statSync(at('one.sangyu')).size, bytes)
  assert.equal(statSync(at('one.sangyu')).mode & 0o777, 0o600)
  assert.deepEqual(
    manifest.sections.find((section) => section.name === 'public.person')?.rows,
    4,
    'four people, whatever line ends and tabs are in their names',
  )
  assert.deepEqual(manifest.fieldKeys, ['abcd'])
  const checked = await checkBackup(at('one.sangyu'), openBackupKey(at('home')))
  assert.deepEqual(checked, manifest)

  const target = await empty()
  const placed: string[] = []
  await install(
    at('one.sangyu'),
    { key: openBackupKey(at('home')), manifest },
    {
      config: target.config,
      placeFile: async (path, pieces) => {
        for await (const piece of pieces) placed.push(`${path}: ${piece.toString()}`)
      },
    },
  )
  assert.deepEqual(placed, ['anchors/heads.log: one\n'])
  const [here, there] = await Promise.all([withOwner(config, digestTables), withOwner(target.config, digestTables)])
  assert.deepEqual(there, here)
  await withOwner(target.config, async (client) => {
    const { rows } = await client.query('select key, task_identifier, max_attempts from graphile_worker.jobs')
    assert.deepEqual(rows, [{ key: 'once', task_identifier: 'nobody.does_this', max_attempts: 8 }])
    const broken = `insert into outbox_heard values (${COUNTY}, gen_random_uuid(), 'x', now())`
    await assert.rejects(client.query(broken), { code: '23503' }, 'references hold again')
    await assert.rejects(client.query(`insert into person (county, id) values (1, null)`))
  })
  await target.drop()
})

test('what is written while a backup is made is not in it, and nothing waits for it', async () => {
  const [before_] = await asOwner<{ n: number }>(o.house, 'select count(*)::int as n from outbox')
  const making = makeBackup(source(), at('busy.sangyu'))
  const said = { isMade: false }
  making
    .finally(() => {
      said.isMade = true
    })
    .catch(() => undefined)
  for (let turn = 0; turn < 50 && !said.isMade; turn++)
    await o.act(async (ctx) => ctx.emit({ type: 'test.during', data: { turn } }))
  const { manifest } = await making
  const rows = manifest.sections.find((section) => section.name === 'public.outbox')?.rows ?? -1
  const [now] = await asOwner<{ n: number }>(o.house, 'select count(*)::int as n from outbox')
  assert.ok(rows >= (before_?.n ?? 0) && rows <= (now?.n ?? 0), `${rows}`)
})

test('a backup that fails half-way leaves no file behind', async () => {
  const nowhere = { ...source(), config: { ...config, database: 'no_such_database' } }
  await assert.rejects(makeBackup(nowhere, at('none', 'none.sangyu')))
  assert.deepEqual(readdirSync(at('none')), [])
})
