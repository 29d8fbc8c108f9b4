import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openTree } from './tree.mjs'

const HOUSE = join(import.meta.dirname, '../..')

function written(t, files) {
  const root = mkdtempSync(join(tmpdir(), 'sangyu-gate-'))
  t.after(() => rmSync(root, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

/** A small house of the given files (path → text), gone when the test ends. */
export function sampleHouse(t, files) {
  return openTree(written(t, files))
}

/** The same with the pinned tools at hand, and our own configuration. */
export function furnishedHouse(t, files) {
  const root = written(t, files)
  symlinkSync(join(HOUSE, 'node_modules'), join(root, 'node_modules'))
  for (const name of ['package.json', 'tsconfig.json', 'biome.json', '.oxlintrc.json', 'knip.json']) {
    if (!(name in files)) copyFileSync(join(HOUSE, name), join(root, name))
  }
  return openTree(root)
}
