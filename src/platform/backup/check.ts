import type { Migration } from '#platform/db/migrate.ts'
import { ensure } from '#platform/refuse.ts'
import { readArchive } from './archive/file.ts'
import type { Manifest } from './archive/sections.ts'
import type { BackupKey } from './keys/backup-key.ts'
import { backupNewer, backupOther, notABackup } from './refusals.ts'

/** Reads a backup from its first byte to its last and answers what it holds; nothing is written anywhere. */
export async function checkBackup(path: string, key: BackupKey | undefined): Promise<Manifest> {
  const manifest = await readArchive(path, key, async (_section, pieces) => {
    // Passing is enough: every chunk is authenticated and every digest compared on the way.
    for await (const _piece of pieces);
  })
  ensure(manifest.kind === 'backup', () => notABackup({ file: path }))
  return manifest
}

/** The migrations that the backup's database had run; refuses one that this version does not know or knows otherwise. */
export function migrationsOf(manifest: Manifest, all: readonly Migration[]): Migration[] {
  return manifest.migrations.map(({ name, sha256 }) => {
    const own = all.find((migration) => migration.name === name)
    ensure(own, () => backupNewer({ what: name }))
    ensure(own.sha256 === sha256, () => backupOther({ name }))
    return own
  })
}
