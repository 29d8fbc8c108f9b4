import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import test, { after, before } from 'node:test'
import { type BackupDesk, backupDesk } from '#test/backup-desk.ts'
import { settle } from '#test/office/settle.ts'
import { COUNTY } from '#test/office.ts'
import { checkBackup } from './check.ts'
import { beside, withOwner } from './database/place.ts'
import { digestTables } from './database/read.ts'
import { install } from './install.ts'
import { keyOf, openBackupKey } from './keys/backup-key.ts'
import { makeBackup } from './make.ts'
import { backupFolder } from './names.ts'
import { restore } from './restore.ts'

let desk: BackupDesk
before(async () => {
  desk = await backupDesk()
})
after(() => desk.close())

const quiet = { isReplacing: false, inspect: async () => [], log: () => undefined }

test('a backup of a working office is restored table by table into an empty database', async () => {
  const { source, at } = desk
  const { manifest, bytes } = await makeBackup(source, at('one.sangyu'))
  assert.equal(statSync(at('one.sangyu')).size, bytes)
  assert.equal(statSync(at('one.sangyu')).mode & 0o777, 0o600)
  const people = manifest.sections.find((section) => section.name === 'public.person')
  assert.equal(people?.rows, 4, 'four people, whatever line ends and tabs are in their names')
  assert.deepEqual(manifest.fieldKeys, ['abcd'])
  const key = openBackupKey(source.home)
  assert.deepEqual(await checkBackup(at('one.sangyu'), key), manifest)

  const target = await desk.empty()
  const placed: string[] = []
  await install(
    at('one.sangyu'),
    { key, manifest },
    {
      config: target,
      placeFile: async (path, pieces) => {
        for await (const piece of pieces) placed.push(`${path}: ${piece.toString()}`)
      },
    },
  )
  assert.deepEqual(placed, ['anchors/heads.log: one\n'])
  const [here, there] = await Promise.all([withOwner(source.config, digestTables), withOwner(target, digestTables)])
  assert.deepEqual(there, here)
  assert.deepEqual(await desk.ask(target, 'select key, task_identifier, max_attempts from graphile_worker.jobs'), [
    { key: 'once', task_identifier: 'nobody.does_this', max_attempts: 8 },
  ])
  const broken = `insert into outbox_heard values (${COUNTY}, gen_random_uuid(), 'x', now())`
  await assert.rejects(desk.ask(target, broken), { code: '23503' }, 'references hold again')
  await assert.rejects(desk.ask(target, 'truncate audit_event'), /./, 'and so do the triggers')
})

test('what is written while a backup is made is not in it, and nothing waits for it', async () => {
  const { o, source, at, ask } = desk
  const countTold = async () => Number((await ask(source.config, 'select count(*) as n from outbox'))[0]?.['n'])
  const before_ = await countTold()
  const said = { isMade: false }
  const making = makeBackup(source, at('busy.sangyu')).finally(() => {
    said.isMade = true
  })
  for (let turn = 0; turn < 50 && !said.isMade; turn++)
    await o.act(async (ctx) => ctx.emit({ type: 'test.during', data: { turn } }))
  const { manifest } = await making
  const rows = manifest.sections.find((section) => section.name === 'public.outbox')?.rows ?? -1
  assert.ok(rows >= before_ && rows <= (await countTold()), `${rows}`)
})

test('a backup that fails half-way leaves no file behind', async () => {
  const { source, at } = desk
  const nowhere = { ...source, config: beside(source.config, 'no_such_database') }
  await assert.rejects(makeBackup(nowhere, at('none', 'none.sangyu')))
  assert.deepEqual(readdirSync(at('none')), [])
})

test('a used target is refused unless it is to be replaced; then what was there is kept in a backup of its own', async () => {
  const { source, at, ask } = desk
  const [target, home] = [await desk.empty(), at('home')]
  const { manifest } = await makeBackup(source, at('two.sangyu'))
  const there = { ...source, config: target }
  const first = await restore(there, { ...quiet, file: at('two.sangyu') })
  assert.equal(first.restorePoint, undefined)
  await ask(target, `update county set name = '改名县'`)
  await assert.rejects(restore(there, { ...quiet, file: at('two.sangyu') }), { code: 'restore.target_used' })
  assert.deepEqual(await ask(target, 'select name from county'), [{ name: '改名县' }])
  writeFileSync(`${home}/anchors/heads.log`, 'one\ntwo\n')
  const again = await restore(there, { ...quiet, file: at('two.sangyu'), isReplacing: true })
  assert.deepEqual(await ask(target, 'select name from county'), [{ name: '临邑县' }])
  const book = readFileSync(`${home}/anchors/heads.log`, 'utf8')
  assert.equal(book, 'one\ntwo\n', 'what the home wrote down since is not forgotten')
  const point = again.restorePoint ?? assert.fail('no restore point')
  assert.ok(existsSync(point) && point.startsWith(backupFolder(home)))
  const back = await restore(there, { ...quiet, file: point, isReplacing: true })
  assert.equal(back.manifest.sections.length, manifest.sections.length)
  assert.deepEqual(await ask(target, 'select name from county'), [{ name: '改名县' }])
})

test('what does not pass the inspection is not switched to, and leaves nothing beside', async () => {
  const { source, at, ask } = desk
  const target = await desk.empty()
  await makeBackup(source, at('three.sangyu'))
  // Databases of tests that run at the same time come and go; what a restore sets up beside has another form of name.
  const databases = () =>
    ask(target, `select datname from pg_database where datname !~ '^sangyu_test(_[0-9a-z]+){3}$' order by 1`)
  const before_ = await databases()
  const wish = {
    ...quiet,
    file: at('three.sangyu'),
    inspect: async () => [{ zh: '链断了', en: 'the chain is broken' }],
  }
  await assert.rejects(restore({ ...source, config: target }, wish), { code: 'restore.unsound' })
  assert.deepEqual(await databases(), before_)
  assert.deepEqual(await ask(target, `select to_regclass('county') as county`), [{ county: null }])
})

test('a home with other field keys is refused, as nothing sealed could be read there', async () => {
  const { source, at } = desk
  await makeBackup(source, at('four.sangyu'))
  const key = openBackupKey(source.home)
  const elsewhere = { ...source, home: at('other'), config: await desk.empty() }
  const wish = { ...quiet, file: at('four.sangyu') }
  await assert.rejects(restore(elsewhere, wish), { code: 'backup.no_key' })
  await assert.rejects(restore(elsewhere, { ...wish, key: keyOf(Buffer.alloc(32, 1)) }), { code: 'backup.wrong_key' })
  await assert.rejects(restore(elsewhere, { ...wish, key }), { code: 'restore.no_field_keys' })
  const fieldKeys = { 'keys.json': JSON.stringify({ keys: [{ fingerprint: 'other' }] }) }
  await assert.rejects(restore(elsewhere, { ...wish, key, fieldKeys }), { code: 'restore.other_keys' })
  assert.equal(existsSync(at('other')), false, 'nothing was touched')
})

test('people who come while a restore runs are not in it: it is one moment', async () => {
  const { o, source, at, ask } = desk
  await makeBackup(source, at('five.sangyu'))
  await o.act((ctx) => settle(ctx, { name: '后来人' }))
  const target = await desk.empty()
  await restore({ ...source, config: target }, { ...quiet, file: at('five.sangyu') })
  assert.deepEqual(await ask(target, `select count(*)::int as n from person where name = '后来人'`), [{ n: 0 }])
})
