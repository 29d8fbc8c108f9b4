import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from './installation.ts'

const root = join(import.meta.dirname, '../../..')

/** Builds the pages where their sources are newer than the last build. When that fails the office opens with the pages it has. */
export function buildPages(log: Log): void {
  const script = join(root, 'scripts/build.mjs')
  if (!existsSync(script)) return
  const built = spawnSync(process.execPath, [script], { stdio: 'inherit' })
  if (built.status === 0) return
  if (!existsSync(join(root, 'dist/console/index.html')))
    throw new Error('页面构建失败，请看上面的提示。 The pages could not be built; see above.')
  log('页面未能重新构建，先使用现有页面。 The pages could not be built anew; the present ones are used.')
}
