import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import test from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { momentDesk } from '#test/moment-desk.ts'
import { startProgram, trialHome } from '#test/trial-home.ts'
import { readArchive } from '../archive/file.ts'
import { openBackupKey } from '../keys/backup-key.ts'
import { spansOf } from './choose.ts'

/** Commits rows and closes segments without a rest, so that something is being sealed whenever the kill comes. */
const archiveForever = `import { startArchived } from '#platform/backup/moment/archived.ts'
import pg from 'pg'
const server = await startArchived({ home: process.argv[1], product: 'test', log: console.error })
const client = new pg.Client(server.connection())
await client.connect()
for (;;) {
  const { rows } = await client.query("insert into backup_run (id, kind, file) values (gen_random_uuid(), 'drill', gen_random_uuid()::text) returning file")
  console.log(rows[0].file)
  await client.query('select pg_switch_wal()')
}`

test('kill -9 while segments are sealed: the archive has no gap, nothing half-written, and every acknowledged row', async (t) => {
  const home = trialHome(t)
  const first = await momentDesk(t, home)
  await first.base()
  await first.stop()
  const acknowledged: string[] = []
  for (const moment of [300, 700]) {
    const program = startProgram(archiveForever, home)
    const printed: Buffer[] = []
    program.stdout?.on('data', (piece: Buffer) => printed.push(piece))
    while (printed.length === 0) await wait(20)
    await wait(moment)
    program.kill('SIGKILL')
    await once(program, 'close')
    acknowledged.push(...Buffer.concat(printed).toString().split('\n').slice(0, -1))
  }
  const desk = await momentDesk(t, home)
  await desk.sealer.flush(desk.config)
  const [own] = desk.kept()
  assert.equal(spansOf(desk.kept()).length, 1)
  const segments = own?.pieces.map(({ segment }) => segment) ?? []
  assert.equal(new Set(segments).size, segments.length, 'each segment once')
  assert.deepEqual(
    readdirSync(own?.folder ?? '').filter((name) => !name.endsWith('.sealed')),
    [],
  )
  for (const { path } of own?.pieces ?? [])
    await readArchive(path, openBackupKey(home), async (_, pieces) => {
      for await (const _piece of pieces);
    })
  const to = spansOf(desk.kept()).at(-1)?.to ?? assert.fail()
  await desk.ask('delete from backup_run')
  await desk.restoreTo(to)
  const there = new Set(await desk.written())
  assert.ok(acknowledged.length > 2)
  assert.deepEqual(
    acknowledged.filter((one) => !there.has(one)),
    [],
  )
  await desk.stop()
})
