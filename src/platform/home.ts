import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { takeLock } from './home/lock.ts'
import { refusal } from './refuse.ts'

export { type HomeKeys, openKeys, profileFrom } from './home/keys.ts'

/** Everything an installation keeps outside the database. `release` gives the home back; a killed process gives it back too. */
export type Home = { path: string; files: string; release: () => void }

const project = join(import.meta.dirname, '../..')

export const homeUnwritable = refusal('home.unwritable', 503, (p: { path: string; reason: string }) => ({
  zh: `无法在 ${p.path} 建立或写入数据目录（${p.reason}）。请改用有写权限的目录：SANGYU_HOME=/某个目录 npm start。`,
  en: `The home ${p.path} cannot be created or written (${p.reason}). Point SANGYU_HOME to a folder you may write to.`,
}))

/** SANGYU_HOME, or `var` inside the project whatever the current folder is. */
export function homePath(env: NodeJS.ProcessEnv): string {
  return env['SANGYU_HOME'] ? resolve(env['SANGYU_HOME']) : join(project, 'var')
}

const ofAnother = refusal('home.of_another', 403, (p: { path: string; owner: string }) => ({
  zh: `数据目录 ${p.path} 属于用户 ${p.owner}，不能以 root 使用：root 留下的文件服务以后读不了。请用 ${p.owner} 运行（按手册安装的，用 sangyu 命令）。`,
  en: `The home ${p.path} belongs to the user ${p.owner} and is not used as root, whose files the service could not read. Run as ${p.owner} (the sangyu command of the manual does).`,
}))

/** Root may write anywhere, and what it leaves in somebody else's home would stop that one's nightly backup. */
export function ensureOwnHome(path: string): void {
  const owner = statSync(path, { throwIfNoEntry: false })?.uid ?? 0
  if (process.getuid?.() !== 0 || owner === 0) return
  const name = spawnSync('id', ['-un', `${owner}`], { encoding: 'utf8' }).stdout?.trim()
  throw ofAnother({ path, owner: name || `${owner}` })
}

/** Opens the home for this process alone; refuses while another process has it. */
export async function openHome(env: NodeJS.ProcessEnv, log: (line: string) => void = () => undefined): Promise<Home> {
  ensureOwnHome(homePath(env))
  const path = createFolders(homePath(env))
  const release = await takeLock(path, log)
  return { path, files: join(path, 'files'), release }
}

// Root's database runs under another account, which must be able to pass through the home (not to list it) to reach its own folder.
const HOME_MODE = process.getuid?.() === 0 ? 0o711 : 0o700

function createFolders(wanted: string): string {
  try {
    const isNew = mkdirSync(wanted, { recursive: true }) !== undefined || readdirSync(wanted).length === 0
    if (isNew) chmodSync(wanted, HOME_MODE)
    const path = realpathSync(wanted)
    for (const name of ['keys', 'files']) mkdirSync(join(path, name), { recursive: true, mode: 0o700 })
    if (!statSync(path).isDirectory()) throw new Error('not a folder')
    return path
  } catch (error) {
    throw homeUnwritable({ path: wanted, reason: error instanceof Error ? error.message : String(error) })
  }
}
