import { migrate, readMigrations } from '#platform/db/migrate.ts'
import { type ConnectionConfig, openOwnerPool } from '#platform/db/pool.ts'
import { migrateJobs } from '#platform/house/jobs.ts'
import { ensure } from '#platform/refuse.ts'
import { readArchive } from './archive/file.ts'
import type { Manifest } from './archive/sections.ts'
import { migrationsOf } from './check.ts'
import { beginLoading } from './database/load.ts'
import { withOwner } from './database/place.ts'
import { digestTables } from './database/read.ts'
import type { BackupKey } from './keys/backup-key.ts'
import { notEqual } from './refusals.ts'

export type Target = {
  config: ConnectionConfig
  placeFile: (path: string, pieces: AsyncGenerator<Buffer>) => Promise<unknown>
}

/** Loads a checked backup into an empty database as it was, and proves table by table that it is the same. */
export async function install(
  file: string,
  { key, manifest }: { key: BackupKey; manifest: Manifest },
  target: Target,
): Promise<void> {
  const migrations = migrationsOf(manifest, await readMigrations())
  await withOwner(target.config, (client) => migrate(client, migrations))
  await prepareJobs(target.config)
  await withOwner(target.config, async (client) => {
    const loading = await beginLoading(client)
    await readArchive(file, key, (section, pieces) =>
      section.kind === 'file'
        ? target.placeFile(section.name, pieces).then(() => undefined)
        : loading.take(section, pieces),
    )
    await loading.finish(manifest)
  })
  await prove(target.config, manifest)
}

async function prepareJobs(config: ConnectionConfig): Promise<void> {
  const owner = openOwnerPool(config, 1)
  try {
    await migrateJobs(owner)
  } finally {
    await owner.end()
  }
}

/** Every table is read out again and must give the very bytes that the backup was made from. */
async function prove(config: ConnectionConfig, manifest: Manifest): Promise<void> {
  const there = await withOwner(config, digestTables)
  const tables = manifest.sections.filter((section) => section.kind === 'table')
  const other = tables.filter(({ name, rows, sm3 }) => there.get(name)?.sm3 !== sm3 || there.get(name)?.rows !== rows)
  const strange = [...there.keys()].filter((name) => !tables.some((table) => table.name === name))
  const places = [...other.map((table) => table.name), ...strange]
  ensure(places.length === 0, () => notEqual({ places: places.join(', ') }))
}
