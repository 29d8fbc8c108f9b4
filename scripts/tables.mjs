// Generates src/platform/db/tables.ts from a freshly migrated database; --check compares instead of writing.
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureInstalled } from './ensure.mjs'

await ensureInstalled()
const root = join(import.meta.dirname, '..')
const target = join(root, 'src/platform/db/tables.ts')
const out = process.argv.includes('--check') ? join(tmpdir(), `sangyu-tables-${process.pid}.ts`) : target
const run = spawnSync(join(root, 'node_modules/.bin/node'), [join(root, 'scripts/tables.ts'), out], {
  stdio: 'inherit',
})
if (run.status) process.exit(run.status ?? 1)
if (out !== target) {
  const isSame = readFileSync(out, 'utf8') === readFileSync(target, 'utf8')
  rmSync(out)
  if (!isSame) {
    console.error('src/platform/db/tables.ts is not what the migrations make: run node scripts/tables.mjs')
    process.exitCode = 1
  }
}
