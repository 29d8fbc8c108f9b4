import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { databaseRefused } from '../refusals.ts'
import { canEnter, chooseAccount, type ServiceAccount } from './account.ts'

/** Where a home's cluster lies and who runs it. `dir` belongs to us; only what lies in it belongs to the service account. */
export type ClusterPlace = { dir: string; data: string; account: ServiceAccount; runtimes: string }

// Only root puts anything here: a place that any service account can reach, whatever the modes above the home are.
const SHARED = '/var/lib/sangyu'
const POINTER = 'elsewhere'
const OWNER = 'home'

/** The cluster of a home, wherever it lies; undefined before the first start. */
export function findCluster(home: string): string | undefined {
  const pointed = readLine(join(home, 'postgres', POINTER))
  if (pointed !== '') return followPointer(home, pointed)
  const inside = join(home, 'postgres', 'cluster')
  return existsSync(join(inside, 'data')) ? inside : undefined
}

/** Finds the cluster's place or decides it once for this home. `account` is only given where a test asks for a certain one. */
export function placeCluster(home: string, account?: ServiceAccount): ClusterPlace {
  const base = openFolder(join(home, 'postgres'))
  const found = findCluster(home)
  const owner = found === undefined ? undefined : statSync(join(found, 'data'), { throwIfNoEntry: false })
  const runner = account ?? chooseAccount(owner)
  const dir = found ?? newPlace(home, base, runner)
  if (!canEnter(runner, dir)) throw unreachable(dir)
  return {
    dir,
    data: join(dir, 'data'),
    account: runner,
    runtimes: join(isShared(runner, base) ? openFolder(SHARED) : base, 'runtime'),
  }
}

function newPlace(home: string, base: string, account: ServiceAccount): string {
  if (canEnter(account, base)) return openFolder(join(base, 'cluster'))
  const dir = openFolder(join(openFolder(SHARED), freeName(home)))
  writeFileSync(join(dir, OWNER), `${realpathSync(home)}\n`)
  writeWhole(join(base, POINTER), `${dir}\n`)
  return dir
}

/** A home that was deleted and begun again must not find its old data, encrypted with keys that are gone: that stays where it is. */
function freeName(home: string): string {
  const name = createHash('sha256').update(realpathSync(home)).digest('hex').slice(0, 12)
  for (let turn = 1; ; turn++) {
    const candidate = turn === 1 ? name : `${name}-${turn}`
    if (!existsSync(join(SHARED, candidate, 'data'))) return candidate
  }
}

/** A copied home still points to the original's cluster; two homes on one cluster would mix two installations. */
function followPointer(home: string, dir: string): string {
  if (!existsSync(dir)) {
    throw databaseRefused({
      zh: `数据目录 ${home} 的数据库应在 ${dir}，但那里没有。请把它从备份或原机器恢复到该位置后再启动。`,
      en: `The database of the home ${home} should be in ${dir}, but it is not there. Restore it from a backup or the former machine.`,
    })
  }
  const owner = readLine(join(dir, OWNER))
  if (owner !== realpathSync(home) && readLine(join(owner, 'postgres', POINTER)) === dir) {
    throw databaseRefused({
      zh: `${home} 是 ${owner} 的复制件，两者指向同一个数据库 ${dir}。请在原目录启动，或把数据库一并复制后修改 ${join(home, 'postgres', POINTER)}。`,
      en: `${home} is a copy of ${owner}; both point to the database ${dir}. Start the original, or copy the database too and edit ${join(home, 'postgres', POINTER)}.`,
    })
  }
  if (owner !== realpathSync(home)) writeFileSync(join(dir, OWNER), `${realpathSync(home)}\n`)
  return dir
}

function isShared(account: ServiceAccount, base: string): boolean {
  if (process.getuid?.() !== 0) return false
  try {
    openFolder(SHARED)
    return true
  } catch (error) {
    if (canEnter(account, base)) return false
    throw error
  }
}

const MODE = process.getuid?.() === 0 ? 0o711 : 0o700

export function openFolder(path: string): string {
  if (mkdirSync(path, { recursive: true, mode: MODE }) !== undefined) chmodSync(path, MODE)
  return path
}

const readLine = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8').trim() : '')

function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.new`, text)
  renameSync(`${path}.new`, path)
}

function unreachable(dir: string): Error {
  return databaseRefused({
    zh: `数据库账号进不去 ${dir}：上级目录的权限变了。请恢复（例如 chmod 711 数据目录及其上级）后再启动。`,
    en: `The database's account cannot enter ${dir}: a folder above it has changed its mode. Restore it (such as chmod 711 on the home and above).`,
  })
}
