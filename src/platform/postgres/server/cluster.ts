import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { isAlive } from '#platform/host/process-state.ts'
import { underAccount } from '../place/account.ts'
import type { ClusterPlace } from '../place/location.ts'
import { program, type Runtime } from '../place/runtime.ts'
import { databaseRefused } from '../refusals.ts'
import type { Profile } from './settings.ts'

export const OWNER_ROLE = 'sangyu_owner'

// LC_CTYPE must know Chinese letters: under plain C the trigram extension finds none in 王小明. Kylin and older systems lack C.UTF-8.
const LOCALES = ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'zh_CN.UTF-8']
const FLAGS = [
  '-E',
  'UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--data-checksums',
  '--auth=peer',
  '--no-instructions',
]

export const serverEnvironment = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/** Makes the data folder on first start, and sees that this release can read an existing one. */
export function openCluster(place: ClusterPlace, runtime: Runtime, profile: Profile): void {
  sweepDrafts(place)
  if (!existsSync(join(place.data, 'PG_VERSION'))) initialise(place, runtime, profile)
  const major = readFileSync(join(place.data, 'PG_VERSION'), 'utf8').trim()
  if (major === runtime.major) return
  throw databaseRefused({
    zh: `数据库是 PostgreSQL ${major} 的，本版桑榆带的是 ${runtime.major}，不能直接打开，什么也没有改动。请换回原版本运行 sangyu backup，再用本版本 sangyu restore 恢复到一个新的数据目录（步骤见 docs/manual/backup.zh-CN.md“换 PostgreSQL 大版本”）。`,
    en: `The database was made by PostgreSQL ${major} and this Sangyu carries ${runtime.major}; nothing was changed. Run sangyu backup with the former version, then sangyu restore with this one into a new home: docs/manual/backup.md, "Another major version of PostgreSQL".`,
  })
}

/** initdb works in a draft folder that is renamed when it is done, so a half-made cluster is never opened. */
function initialise(place: ClusterPlace, runtime: Runtime, profile: Profile): void {
  const draft = `${place.data}.new-${process.pid}`
  for (const locale of LOCALES) {
    const said = runInitdb(draft, { place, runtime, locale, profile })
    if (said === '') return settle(draft, place)
    rmSync(draft, { recursive: true, force: true })
    if (!said.includes('invalid locale')) throw cannotInitialise(place, said)
  }
  throw cannotInitialise(place, `no UTF-8 locale of ${LOCALES.join(', ')}`)
}

type Work = { place: ClusterPlace; runtime: Runtime; locale: string; profile: Profile }

/** Returns what initdb complained about, nothing if it is done. */
function runInitdb(draft: string, { place, runtime, locale, profile }: Work): string {
  mkdirSync(draft, { mode: 0o700 })
  if (process.getuid?.() === 0) chownSync(draft, place.account.uid, place.account.gid)
  const flags = [
    '-D',
    draft,
    '-U',
    OWNER_ROLE,
    ...FLAGS,
    `--locale=${locale}`,
    ...(profile === 'test' ? ['--no-sync'] : []),
  ]
  const run = underAccount(place.account, program(runtime, 'initdb'), flags)
  const done = spawnSync(run.program, run.args, { ...run.options, cwd: '/', env: serverEnvironment, encoding: 'utf8' })
  return done.status === 0 ? '' : `${done.error?.message ?? ''} ${done.stderr ?? ''}`.trim()
}

/** Two first starts at once both make a cluster; the second one drops its own and uses the first's. */
function settle(draft: string, place: ClusterPlace): void {
  try {
    renameSync(draft, place.data)
  } catch (error) {
    if (!existsSync(join(place.data, 'PG_VERSION'))) throw error
    rmSync(draft, { recursive: true, force: true })
  }
}

function sweepDrafts(place: ClusterPlace): void {
  for (const name of readdirSync(place.dir)) {
    const maker = /^data\.new-(\d+)$/.exec(name)?.[1]
    if (maker && !isAlive(Number(maker))) rmSync(join(place.dir, name), { recursive: true, force: true })
  }
}

/**
 * The kernel tells the server who is at the other end of the socket, so neither a password nor trust is needed: only the account
 * that started this process may connect. Written by us beside the data folder, where the service account cannot change them.
 * Returns whether anything changed.
 */
export function writeAccess(place: ClusterPlace): boolean {
  const name = place.account.peerName.replaceAll('"', '""')
  const hba = writeIfOther(join(place.dir, 'hba.conf'), 'local all all peer map=sangyu\n')
  const ident = writeIfOther(join(place.dir, 'ident.conf'), `sangyu "${name}" ${OWNER_ROLE}\n`)
  return hba || ident
}

function writeIfOther(path: string, text: string): boolean {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return false
  writeFileSync(`${path}.new`, text)
  chmodSync(`${path}.new`, 0o644)
  renameSync(`${path}.new`, path)
  return true
}

function cannotInitialise(place: ClusterPlace, said: string): Error {
  return databaseRefused({
    zh: `无法在 ${place.dir} 建立数据库。请检查磁盘空间和权限后重试。系统提示：${said}`,
    en: `The database could not be created in ${place.dir}. Check free space and permissions, then start again. It said: ${said}`,
  })
}
