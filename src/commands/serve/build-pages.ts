import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')

/** Builds the pages where their sources are newer than the last build; a shipped installation has them built already. */
export function buildPages(): void {
  const script = join(root, 'scripts/build.mjs')
  if (!existsSync(script)) return
  const built = spawnSync(process.execPath, [script], { stdio: 'inherit' })
  if (built.status !== 0) throw new Error('页面构建失败，请看上面的提示。 The pages could not be built; see above.')
}
