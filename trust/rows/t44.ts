import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { migrate, readMigrations } from '#platform/db/migrate.ts'
import { type ConnectionConfig, openOwner } from '#platform/db/pool.ts'
import { urlOf } from '#test/backup-desk.ts'
import { freshDatabase } from '#test/cluster.ts'
import { begin, type Place, sangyu } from '#test/commands/sangyu.ts'
import { noneOf, type Row } from '../row.ts'

const KILLS = 20
/** What the former version had not got; what is upgraded to is this version. */
const BACK = 4
const ROWS = 20_000

/** A county of the former version, with something in it that an upgrade must not lose. */
async function former(config: ConnectionConfig): Promise<void> {
  const owner = await openOwner(config)
  await migrate(owner, (await readMigrations()).slice(0, -BACK))
  await owner.query(`insert into county (county, name, set_up_at) values (371424, '临邑县', now())`)
  await owner.query(
    `insert into outbox (county, id, type, data, at, delivered_at)
     select 371424, gen_random_uuid(), 'test.said', jsonb_build_object('n', n), now(), now() from generate_series(1, $1::int) n`,
    [ROWS],
  )
  await owner.end()
}

async function stateOf(config: ConnectionConfig): Promise<{ migrations: string; rows: number }> {
  const owner = await openOwner(config)
  const { rows } = await owner.query<{ migrations: string; rows: number }>(
    `select (select string_agg(name, ' ' order by name) from schema_migration) as migrations, (select count(*)::int from outbox) as rows`,
  )
  await owner.end()
  return rows[0] ?? { migrations: '', rows: -1 }
}

async function killAtTimes(home: string, faults: string[]): Promise<{ old: number; new: number }> {
  const names = (await readMigrations()).map((migration) => migration.name)
  const [before, after] = [names.slice(0, -BACK).join(' '), names.join(' ')]
  const seen = { old: 0, new: 0 }
  let database = await freshDatabase(former)
  const place = (): Place => ({ home, database: urlOf(database.config) })
  const started = performance.now()
  const whole = await sangyu(['upgrade'], place())
  const takes = performance.now() - started
  if (whole.status !== 0) faults.push(`an upgrade that nobody stops: ${whole.err}`)
  for (let kill = 0; kill < KILLS; kill++) {
    const state = await stateOf(database.config)
    if (state.migrations === after) {
      await database.drop()
      database = await freshDatabase(former)
    }
    const running = begin(['upgrade'], place())
    await wait(randomInt(Math.round(takes * 0.3), Math.round(takes)))
    await running.kill()
    // The server needs a moment to see that its client is gone.
    await wait(100)
    const { migrations, rows } = await stateOf(database.config)
    if (migrations !== before && migrations !== after) faults.push(`neither old nor new: ${migrations}`)
    if (rows !== ROWS) faults.push(`${rows} rows instead of ${ROWS}`)
    seen[migrations === after ? 'new' : 'old']++
  }
  const last = await sangyu(['upgrade'], place())
  if (last.status !== 0) faults.push(`after all kills: ${last.err}`)
  if ((await stateOf(database.config)).migrations !== after) faults.push('the last upgrade did not finish')
  await database.drop()
  return seen
}

/** What cannot be upgraded is refused in words, and is as it was. */
async function refuse(folder: string, faults: string[]): Promise<string> {
  const database = await freshDatabase(former)
  const place = { home: join(folder, 'home'), database: urlOf(database.config) }
  const small = join(folder, 'small')
  mkdirSync(small)
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', small]).status === 0
  const before = await stateOf(database.config)
  const expect = async (what: string, where: Place, words: RegExp) => {
    const { status, err } = await sangyu(['upgrade'], where)
    if (status !== 1 || !words.test(err)) faults.push(`${what}: ${status} ${err}`)
  }
  try {
    if (isMounted) await expect('no space', { ...place, home: small }, /空间不够[\s\S]*too little room/)
    if (JSON.stringify(await stateOf(database.config)) !== JSON.stringify(before))
      faults.push('no space changed something')
    const owner = await openOwner(database.config)
    await owner.query(`insert into schema_migration values ('9999_later.sql', 'x')`)
    await owner.end()
    await expect('a newer database', place, /由更新的版本升级过[\s\S]*newer version/)
  } finally {
    if (isMounted) spawnSync('umount', [small])
    await database.drop()
  }
  return isMounted ? '' : ' (no space: not tried, only root can mount a small disk)'
}

export const row: Row = {
  id: 'T44',
  about: {
    zh: '升级中 20 次 kill -9；不支持的路径；空间不足',
    en: 'kill -9 at 20 points of an upgrade; unsupported path; no space',
  },
  threshold: 'the old or the new version, never neither; 0 rows different',
  blocksMerge: false,
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sangyu-upgrade-'))
    try {
      const faults: string[] = []
      const seen = await killAtTimes(join(folder, 'home'), faults)
      const skipped = await refuse(folder, faults)
      return noneOf(faults, `${KILLS} kills (${seen.old} left the old, ${seen.new} the new)${skipped}`)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
