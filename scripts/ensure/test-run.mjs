import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { quickFolder } from './quick-folder.mjs'

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

export function openTestRun() {
  const folder = mkdtempSync(join(quickFolder(), `sangyu-test-${process.pid}-`))
  if (process.getuid?.() === 0) chmodSync(folder, 0o711)
  const close = () => {
    const node = join(project, 'node_modules', '.bin', 'node')
    spawnSync(node, [join(project, 'test', 'cluster', 'discard.ts'), folder], { stdio: 'inherit' })
  }
  return { env: { ...process.env, SANGYU_TEST_RUN: folder }, close }
}
