import { userInfo } from 'node:os'
import { troubleOf } from '#platform/db/trouble.ts'
import { Refusal } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'

/** What somebody at a terminal reads when a command ends early: words for whatever the machine said no to, and for a fault of ours where it lies. */
export function wordsOf(error: unknown): Bilingual {
  if (error instanceof Refusal) return error.words
  if (!(error instanceof Error)) return fault(String(error))
  return known(error) ?? fault(stackFor(error))
}

/** A fault may be told by a fault that it caused. */
function known(error: Error): Bilingual | undefined {
  return ofSystem(error) ?? ofDatabase(error) ?? (error.cause instanceof Error ? known(error.cause) : undefined)
}

const REASONS: Readonly<Record<string, (path: string) => Bilingual>> = {
  EACCES: mayNot,
  EPERM: mayNot,
  EROFS: (path) => ({
    zh: `${path} 所在的磁盘或文件夹是只读的，请换一个位置。`,
    en: `${path} lies where nothing can be written; choose another place.`,
  }),
  ENOENT: (path) => ({ zh: `找不到 ${path}，请核对路径。`, en: `${path} is not there; check the path.` }),
  EEXIST: (path) => ({
    zh: `${path} 已经有了，不会覆盖。请换一个名字，或先把它移走。`,
    en: `${path} is there already and is not overwritten. Choose another name, or move it away.`,
  }),
  EISDIR: (path) => ({
    zh: `${path} 是文件夹，这里要的是文件。`,
    en: `${path} is a folder; a file is wanted here.`,
  }),
  ENOTDIR: (path) => ({ zh: `${path} 不在文件夹里，请核对路径。`, en: `${path} is not in a folder; check the path.` }),
  ENOSPC: full,
  EDQUOT: full,
}

function ofSystem(error: Error): Bilingual | undefined {
  if (!('code' in error && 'syscall' in error)) return undefined
  const path = 'path' in error ? String(error.path) : ''
  return REASONS[String(error.code)]?.(path)
}

function mayNot(path: string): Bilingual {
  const { username } = userInfo()
  return {
    zh: `用户 ${username} 无权使用 ${path}。请换一个该用户能读写的位置，或换用有权限的用户。`,
    en: `The user ${username} may not use ${path}. Choose a place that this user can read and write, or another user.`,
  }
}

function full(path: string): Bilingual {
  return {
    zh: `磁盘已满${path && `，写不了 ${path}`}。先运行 sangyu doctor --free-ballast 放出预留空间，再清理磁盘后重试。`,
    en: `The disk is full${path && `; ${path} cannot be written`}. Run sangyu doctor --free-ballast for the reserve, make room, and try again.`,
  }
}

function ofDatabase(error: Error): Bilingual | undefined {
  if ('code' in error && error.code === '53100') return full('')
  const trouble = troubleOf(error)
  if (trouble) return trouble.words
  if (!('severity' in error)) return undefined
  return {
    zh: `数据库拒绝了：${error.message}。请核对 DATABASE_URL 里的账号和权限；用自带数据库时请以数据目录的所有者运行。`,
    en: `The database refused: ${error.message}. Check user and rights in DATABASE_URL; with the built-in database run as the owner of the home.`,
  }
}

const fault = (what: string): Bilingual => ({
  zh: '程序出了差错，这一步没有办成。请把下面的内容告诉程序的提供者。',
  en: `Something went wrong in the program and this step was not done. Tell whoever gave you the program:\n${what}`,
})

/** In a journal the whole way to the fault is kept; at a terminal it frightens and helps nobody. */
function stackFor(error: Error): string {
  return process.stderr.isTTY ? error.message : (error.stack ?? error.message)
}
