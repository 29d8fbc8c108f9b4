import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { fingerprint } from './fingerprint.mjs'
import { precompress } from './precompress.mjs'

const MARK = '.built-from'
/** Pages with a bundle of their own, served under their own name. */
const LIGHT = ['elder', 'partner']

/** True when dist/console is what today's sources make. */
export function isBuilt(root, print = fingerprint(root)) {
  const mark = join(root, 'dist/console', MARK)
  return existsSync(mark) && readFileSync(mark, 'utf8') === print
}

/** Built beside the old console and swapped: a server running meanwhile never serves half a build, and one that fails leaves the old pages. */
export async function buildPages(root, { force = false } = {}) {
  const print = fingerprint(root)
  if (!force && isBuilt(root, print)) return
  const started = performance.now()
  const fresh = join(root, 'dist', `.console-${process.pid}`)
  mkdirSync(join(root, 'dist'), { recursive: true })
  try {
    const configFile = join(root, 'src/web/vite.config.ts')
    await build({ configFile, logLevel: 'warn', mode: 'production', build: { outDir: fresh } })
    for (const name of LIGHT) await buildLight(root, fresh, name)
    await precompress(fresh)
    writeFileSync(join(fresh, MARK), print)
    rmSync(join(root, 'dist/console'), { recursive: true, force: true })
    renameSync(fresh, join(root, 'dist/console'))
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
  console.log(`页面已构建（${((performance.now() - started) / 1000).toFixed(1)} 秒）。 Pages built.`)
}

async function buildLight(root, fresh, name) {
  const from = join(root, 'src/web', name)
  if (!existsSync(join(from, 'index.html'))) return
  const configFile = join(root, 'src/web/light.config.ts')
  const into = { outDir: join(fresh, name) }
  await build({ configFile, root: from, base: `/${name}/`, logLevel: 'warn', mode: 'production', build: into })
}
