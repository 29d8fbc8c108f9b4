import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './ensure.mjs'

export const PROJECT = dirname(dirname(fileURLToPath(import.meta.url)))
const PINNED = join(PROJECT, 'node_modules/.bin/node')
const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Node 26 is the one we ship; a machine it does not run on may bring its own of that age. */
function isRecent() {
  return Number(process.versions.node.split('.')[0]) >= 26
}

function again(script) {
  return new Promise((resolve) => {
    const child = spawn(PINNED, [script, ...process.argv.slice(2)], { stdio: 'inherit' })
    for (const stop of STOPS) process.on(stop, () => child.kill(stop))
    child.on('error', (error) => resolve(console.error(error.message) ?? 1))
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/** Installs what is missing, then runs `work(words)` on the pinned Node; it answers whether all went well. */
export async function onPinnedNode(url, work) {
  try {
    await ensureInstalled()
    if (!isRecent() && existsSync(PINNED)) process.exitCode = await again(fileURLToPath(url))
    else if (!(await work(process.argv.slice(2)))) process.exitCode = 1
  } catch (error) {
    console.error(error.name === 'CannotGoOn' ? error.message : error.stack)
    process.exitCode = 1
  }
}
