import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { asAdmin, type Connection, connectionFor, testCluster } from './server.ts'

const migrations = join(import.meta.dirname, '../../migrations')
// Any constant of our own: one process at a time prepares a template.
const TEMPLATE_LOCK = 371_425
// Somebody is connected; or it is autovacuum, which only a superuser may send away.
const IN_USE: ReadonlySet<unknown> = new Set(['55006', '42501'])
const DAY_MS = 86_400_000

type Prepare = (config: Connection) => Promise<void>

/** The template's name; prepares it if nobody of this run has. It appears under its name only when it is finished. */
export async function openTemplate(prepare: Prepare): Promise<string> {
  const key = await keyOf(prepare)
  return asAdmin(async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const found = await admin.query<{ name: string }>(
      'select datname as name from pg_database where right(datname, $1) = $2',
      [key.length, key],
    )
    const name = found.rows[0]?.name
    if (name) return name
    await sweep(admin)
    return build(admin, { name: await newName(key), prepare })
  })
}

async function build(admin: pg.Client, { name, prepare }: { name: string; prepare: Prepare }): Promise<string> {
  const draft = await newName()
  await admin.query(`create database ${draft}`)
  try {
    await prepare(await connectionFor(draft))
    await whenUnused(() => admin.query(`alter database ${draft} rename to ${name}`))
    return name
  } catch (error) {
    await admin.query(`drop database if exists ${draft} with (force)`)
    throw error
  }
}

export async function createFrom(template: string): Promise<string> {
  const name = await newName()
  await asAdmin((admin) =>
    whenUnused(() => admin.query(`create database ${name} template ${template} strategy file_copy`)),
  )
  return name
}

export async function dropDatabase(name: string): Promise<void> {
  await asAdmin((admin) => whenUnused(() => admin.query(`drop database if exists ${name} with (force)`)))
}

/** Same migrations, same preparation, same run: same template. A later run never meets a template of older code. */
async function keyOf(prepare: Prepare): Promise<string> {
  const hash = createHash('sha256')
    .update((await testCluster()).run)
    .update(String(prepare))
  for (const file of readdirSync(migrations).sort()) hash.update(file).update(readFileSync(join(migrations, file)))
  return `tpl_${hash.digest('hex').slice(0, 12)}`
}

/** A connection that was just closed, or autovacuum, may still be leaving. */
async function whenUnused(work: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await work()
      return
    } catch (error) {
      const isInUse = error instanceof Error && 'code' in error && IN_USE.has(error.code)
      if (!isInUse || attempt === 50) throw error
      await wait(100)
    }
  }
}

/** When it was made and by which run, so that leftovers can be told from what is in use. */
async function newName(end = randomBytes(4).toString('hex')): Promise<string> {
  return `sangyu_test_${Date.now().toString(36)}_${tagOf((await testCluster()).run)}_${end}`
}

const tagOf = (run: string) => createHash('sha256').update(run).digest('hex').slice(0, 8)

/** What a run that is over left on an external server. */
export async function dropDatabasesOf(run: string): Promise<void> {
  await asAdmin(async (admin) => {
    const found = await admin.query<{ name: string }>('select datname as name from pg_database where datname like $1', [
      `sangyu\\_test\\_%\\_${tagOf(run)}\\_%`,
    ])
    for (const { name } of found.rows) await admin.query(`drop database if exists ${name} with (force)`)
  })
}

/** On an external server, what killed runs left behind goes after a day. */
async function sweep(admin: pg.Client): Promise<void> {
  if (!(await testCluster()).isExternal) return
  const found = await admin.query<{ name: string }>(
    `select datname as name from pg_database where datname like 'sangyu\\_test\\_%'`,
  )
  for (const { name } of found.rows) {
    const madeAt = Number.parseInt(name.split('_')[2] ?? '', 36)
    if (Date.now() - madeAt > DAY_MS)
      await admin.query(`drop database if exists ${name} with (force)`).catch(() => undefined)
  }
}
