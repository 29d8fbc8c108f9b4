import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openTestRun } from './ensure/test-run.mjs'
import { ensureChromium } from './ensure.mjs'
import { onPinnedNode, PROJECT } from './pinned-node.mjs'

const run = (words, env) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, words, { cwd: PROJECT, env, stdio: 'inherit' })
    for (const stop of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(stop, () => child.kill(stop))
    child.on('exit', (code) => resolve(code))
  })

async function trust(words) {
  const isLong = words.includes('--long')
  const rows = words.filter((word) => word !== '--long')
  const isBuilt = existsSync(join(PROJECT, 'dist/console/index.html'))
  if (!isBuilt || rows.length === 0) await run([join(PROJECT, 'scripts/build.mjs')], process.env)
  const testRun = openTestRun()
  try {
    const env = { ...process.env, ...testRun.env, CHROMIUM_PATH: ensureChromium() }
    return (
      (await run([join(PROJECT, 'trust/run.ts'), ...rows], isLong ? { ...env, SANGYU_TRUST_LONG: '1' } : env)) === 0
    )
  } finally {
    testRun.close()
  }
}

await onPinnedNode(import.meta.url, trust)
