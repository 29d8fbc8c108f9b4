import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { beside } from '#platform/backup/database/place.ts'
import { drill, keepBackup } from '#platform/backup/index.ts'
import { openOwnerPool } from '#platform/db/pool.ts'
import { type BackupDesk, backupDesk } from '#test/backup-desk.ts'
import { asOwner } from '#test/office/owner.ts'
import { contract } from './contract.ts'
import { backupJobs } from './jobs.ts'
import { routes as backupRoutes } from './routes.ts'

let desk: BackupDesk
let owner: ReturnType<typeof openOwnerPool>
before(async () => {
  desk = await backupDesk({ rooms: [backupRoutes] })
  owner = openOwnerPool(desk.source.config, 2)
})
after(async () => {
  await owner.end()
  await desk.close()
})

const counter = async () => desk.o.as(await desk.o.hire({ role: 'system_administrator', name: '陈洁' })).call(contract)

test('a county without any backup is told so', async () => {
  const overview = await (await counter()).listBackups()
  assert.deepEqual([overview.lastBackup, overview.proof.isOverdue, overview.total], [null, true, 0])
  assert.deepEqual(overview.can, { backUp: true, prove: false })
  assert.equal(overview.moments, null, 'its log is not archived here')
  assert.deepEqual(overview.keeping, { days: 14, weeks: 8, months: 12, momentDays: 7 })
})

test('a backup that was asked for is made, read back, written down with who asked, and noted', async () => {
  const { o, source } = desk
  await (await counter()).backUpNow()
  const [job] = await asOwner<{ key: string }>(
    o.house,
    `select key from graphile_worker.jobs where key = 'backups.make'`,
  )
  assert.equal(job?.key, 'backups.make')
  const [make, prove] = backupJobs({ source, owner })
  await make?.run(o.house, { by: '陈洁' })
  await prove?.run(o.house, {})
  o.clock.set(new Date())
  const overview = await (await counter()).listBackups()
  assert.deepEqual(
    overview.items.map(({ kind, status, askedBy }) => [kind, status, askedBy]),
    [
      ['drill', 'done', null],
      ['backup', 'done', '陈洁'],
    ],
  )
  assert.equal(overview.proof.days, 0)
  assert.equal(overview.lastBackup?.isOverdue, false)
  assert.match(overview.items[0]?.note?.zh ?? '', /^已恢复到临时库并逐表核对一致：\d+ 张表$/)
  const noted = await asOwner(o.house, `select action from audit_event where action like 'backups.%' order by seq`)
  assert.deepEqual(noted, [{ action: 'backups.made' }, { action: 'backups.proven' }])
  const left = await asOwner(o.house, `select datname from pg_database where datname like '%\\_drill\\_%'`)
  assert.deepEqual(left, [], 'the scratch database is gone')
})

test('what failed stands there with its reason, and what a killed server left is not called running', async () => {
  const { source } = desk
  const nowhere = { ...source, config: beside(source.config, 'no_such_database') }
  await assert.rejects(keepBackup({ source: nowhere, owner }, null))
  await owner.query(`insert into backup_run (id, kind) values (gen_random_uuid(), 'drill')`)
  await assert.rejects((await counter()).proveBackup(), { code: 'backups.already_asked' })
  await drill({ source, owner }, null)
  const { items } = await (await counter()).listBackups()
  assert.match(
    items.find((run) => run.status === 'failed' && run.kind === 'backup')?.note?.en ?? '',
    /no_such_database/,
  )
  assert.match(items.find((run) => run.status === 'failed' && run.kind === 'drill')?.note?.zh ?? '', /服务中断/)
})

test('how long backups are kept is the system administrator’s to say, within bounds', async () => {
  const system = await counter()
  await system.keepBackups({ days: 30, weeks: 10, months: 24, momentDays: 3 })
  assert.deepEqual((await system.listBackups()).keeping, { days: 30, weeks: 10, months: 24, momentDays: 3 })
  await assert.rejects(system.keepBackups({ days: 1, weeks: 10, months: 24, momentDays: 7 }), { code: 'input.invalid' })
})

test('nobody else sees backups or asks for them; whether the disk is full everybody may know', async () => {
  for (const role of ['security_administrator', 'audit_administrator', 'bureau_staff', 'reader'] as const) {
    const other = desk.o.as(await desk.o.hire({ role })).call(contract)
    for (const act of [
      () => other.listBackups(),
      () => other.backUpNow(),
      () => other.proveBackup(),
      () => other.keepBackups({ days: 14, weeks: 8, months: 12, momentDays: 7 }),
    ])
      await assert.rejects(act(), { code: 'auth.forbidden' }, role)
    assert.deepEqual(await other.readDiskState(), { state: 'fine', backups: 'fine' })
  }
})
