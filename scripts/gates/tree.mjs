import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync } from 'vite'

const UNTRACKED = new Set(['.git', 'node_modules', 'dist', 'var', '.cache'])

function* walk(root, folder = '') {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = posix.join(folder, entry.name)
    if (entry.isDirectory() && !UNTRACKED.has(entry.name)) yield* walk(root, path)
    if (entry.isFile()) yield path
  }
}

/** What git would commit, so that a forgotten `git add` is judged too; a tree without git (an unpacked archive) is walked. */
function listFiles(root) {
  if (!existsSync(join(root, '.git'))) return [...walk(root)]
  const git = ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const listed = execFileSync('git', git, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
  return listed.split('\0').filter((path) => path !== '' && existsSync(join(root, path)))
}

function parse(path, text) {
  const { program, module, comments, errors } = parseSync(path, text)
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const line = (offset) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (starts[middle] <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
  return { program, module, comments, errors, line }
}

/** A picture of the working tree that every gate shares: each file is read once and parsed once. */
export function openTree(root) {
  const texts = new Map()
  const sources = new Map()
  const files = [...new Set(listFiles(root))].sort()
  const present = new Set(files)
  const text = (path) => {
    // A file that somebody moves away while the gates run is no failure of theirs.
    if (!texts.has(path)) texts.set(path, existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '')
    return texts.get(path)
  }
  const source = (path) => {
    if (!sources.has(path)) sources.set(path, parse(path, text(path)))
    return sources.get(path)
  }
  return { root, files, has: (path) => present.has(path), text, source }
}

export const isCode = (path) => /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith('.d.ts')
export const isTest = (path) => /\.test\.(ts|tsx|mjs)$/.test(path) || /^(test|trust)\//.test(path)
/** Written by a program or a list of words: long by nature, and nobody reads it from top to bottom. */
export const isListing = (path) =>
  path === 'src/platform/db/tables.ts' || path.startsWith('src/web/words/') || /(^|[/.])words\.ts$/.test(path)
export const baseName = (path) => posix.basename(path).replace(/\..*$/, '')
