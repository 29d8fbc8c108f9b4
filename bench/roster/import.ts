import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { doorkeeper } from '#modules/accounts/index.ts'
import { applyJob } from '#modules/people/roster-import/applying/jobs.ts'
import { receiveRoster } from '#modules/people/roster-import/batches/service.ts'
import { readJob } from '#modules/people/roster-import/planning/jobs.ts'
import { type ConnectionConfig, closePools, openOwner, openPools } from '#platform/db/pool.ts'
import { openHouse } from '#platform/house/house.ts'
import { allParts } from '../../src/main.ts'
import { benchVault } from '../servers/keys.ts'
import { roster } from './roster.ts'

export type ImportTimes = {
  rows: number
  megabytes: number
  preview: number
  apply: number
  copy: number
  created: number
}

/** Times (seconds) of previewing and applying a roster in an empty county, and of COPY with the same rows into the same table with its indexes. */
export async function timeImport(config: ConnectionConfig, rows: number): Promise<ImportTimes> {
  const owner = await openOwner(config)
  const county = 371424
  await owner.query(
    `insert into county (county, name, set_up_at, settings) values ($1, '试验县', now(), '{"areaCode":"0534"}')`,
    [county],
  )
  await owner.query(
    `insert into unit (county, id, name, kind) select $1, gen_random_uuid(), '试验单位' || u, 'employer' from generate_series(1, 66) u`,
    [county],
  )
  await owner.query(
    `insert into unit_name (county, id, unit_id, kind, name, match_key) select county, gen_random_uuid(), id, 'name', name, name from unit`,
  )
  const pools = openPools(config, 4)
  const house = openHouse({
    pools,
    vault: benchVault(),
    clock: () => new Date(),
    doorkeeper,
    listeners: allParts().listeners,
  })
  const bytes = await roster(rows)
  const batch = await house.act({ system: county }, { readOnly: false }, (ctx) =>
    receiveRoster(ctx, { name: 'roster.xlsx', bytes, asOf: '2026-01-01' }),
  )
  const preview = await timed(() => readJob.run(house, { county, batch }))
  await owner.query(`update import_row set decision = 'new' where plan in ('doubtful', 'duplicate')`)
  await owner.query(`update import_batch set status = 'applying', applied_at = now(), done_count = 0`)
  const apply = await timed(() => applyJob.run(house, { county, batch }))
  const created = await owner.query<{ n: number }>('select count(*)::int as n from person')
  await closePools(pools)
  const copy = await timeCopy(owner)
  await owner.end()
  return { rows, megabytes: bytes.byteLength / 1e6, preview, apply, copy, created: created.rows[0]?.n ?? 0 }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

async function timeCopy(owner: Awaited<ReturnType<typeof openOwner>>): Promise<number> {
  await owner.query(`create table person_copy (like person including indexes including defaults)`)
  const file = join(tmpdir(), `sangyu-bench-${process.pid}`)
  await owner.query(`copy person to '${file}' (format binary)`)
  const seconds = await timed(() => owner.query(`copy person_copy from '${file}' (format binary)`))
  await owner.query('drop table person_copy')
  return seconds
}
