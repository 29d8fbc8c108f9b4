import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const STAMP = 'node_modules/.sangyu-installed'
const HIDDEN_LOCK = 'node_modules/.package-lock.json'

/** Judged by our stamp, or npm's record at the very end of an install; and every package must be there, because folders get copied by hand, in part. */
export function isInstalled(root) {
  const installed = readJson(join(root, HIDDEN_LOCK))?.packages
  if (!installed || !isComplete(root, installed)) return false
  if (readText(join(root, STAMP)) === stampOf(root)) return true
  if (!matches(root, installed) || missingForMachine(root).length > 0) return false
  stamp(root)
  return true
}

/** Our stamp also accepts an install in which an optional package could not be had. */
export function stamp(root) {
  try {
    writeFileSync(join(root, STAMP), stampOf(root))
  } catch {
    // A read-only installation is judged by npm's record each time.
  }
}

/** The project's own optional packages that fit this machine (the pinned Node, the built-in database) and are not there. */
export function missingForMachine(root) {
  const wanted = readJson(join(root, 'package-lock.json')).packages
  const names = Object.keys(wanted[''].optionalDependencies ?? {})
  return names.filter(
    (name) =>
      fits(wanted[`node_modules/${name}`] ?? {}) && !existsSync(join(root, 'node_modules', name, 'package.json')),
  )
}

function stampOf(root) {
  const digest = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  return `${digest} ${process.platform}-${process.arch}\n`
}

function isComplete(root, installed) {
  return Object.entries(installed).every(([path, entry]) => entry.link || existsSync(join(root, path, 'package.json')))
}

/** npm leaves out optional packages it cannot use; all others must be there in exactly the locked version. */
function matches(root, installed) {
  const wanted = readJson(join(root, 'package-lock.json')).packages
  return Object.entries(wanted)
    .filter(([path]) => path !== '')
    .every(([path, entry]) => {
      const there = installed[path]
      return there ? there.version === entry.version && there.integrity === entry.integrity : entry.optional === true
    })
}

const fits = (entry) => allows(entry.os, process.platform) && allows(entry.cpu, process.arch)

function allows(list, value) {
  const names = [list ?? []].flat()
  if (names.includes(`!${value}`)) return false
  const positive = names.filter((name) => !name.startsWith('!'))
  return positive.length === 0 || positive.includes(value)
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
