import { spawnSync } from 'node:child_process'
import { userInfo } from 'node:os'
import { databaseRefused } from '../refusals.ts'

/**
 * Under whom the server runs; PostgreSQL itself refuses root. `uid` owns the files as everyone else sees them; `peerName` is the
 * name under which the server sees this process at its socket. In a `namespace` root wears another number and needs no account.
 */
export type ServiceAccount = {
  kind: 'self' | 'owner' | 'dedicated' | 'nobody' | 'namespace'
  uid: number
  gid: number
  peerName: string
  insideUid?: number
}

const DEDICATED = 'sangyu-db'
const USERADD = [
  '--system',
  '--user-group',
  '--no-create-home',
  '--home-dir',
  '/nonexistent',
  '--shell',
  '/usr/sbin/nologin',
  DEDICATED,
]

/** Who runs the server of a cluster: whoever owns its files already, else the first account that works on this machine. */
export function chooseAccount(fileOwner?: { uid: number; gid: number }): ServiceAccount {
  if (process.getuid?.() !== 0) return ownAccount()
  if (fileOwner?.uid === 0) return need(namespaceAccount())
  if (fileOwner) return need(asAccount('owner', fileOwner))
  return need(dedicatedAccount() ?? nobodyAccount() ?? namespaceAccount())
}

export function dedicatedAccount(): ServiceAccount | undefined {
  // Another first start may hold the password file's lock for a moment.
  for (let attempt = 0; attempt < 5 && !lookUp(DEDICATED); attempt++) {
    if (attempt > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
    if (spawnSync('useradd', USERADD).error) break
  }
  return asAccount('dedicated', lookUp(DEDICATED))
}

export const nobodyAccount = () => asAccount('nobody', lookUp('nobody'))

export function namespaceAccount(): ServiceAccount | undefined {
  const inside = lookUp('daemon') ?? lookUp('nobody')
  if (!inside) return undefined
  const account: ServiceAccount = { kind: 'namespace', uid: 0, gid: 0, insideUid: inside.uid, peerName: inside.name }
  return canEnter(account, '/') ? account : undefined
}

/** The program to spawn and the options that make it run as this account. */
export function underAccount(account: ServiceAccount, program: string, args: string[]) {
  if (account.kind === 'namespace') {
    const map = [
      '--user',
      `--map-user=${account.insideUid}`,
      `--map-group=${account.insideUid}`,
      '--',
      program,
      ...args,
    ]
    return { program: 'unshare', args: map, options: {} }
  }
  return { program, args, options: process.getuid?.() === 0 ? { uid: account.uid, gid: account.gid } : {} }
}

/** Asks the kernel instead of reading modes: access lists, mounts and namespaces count as well. */
export function canEnter(account: ServiceAccount, folder: string): boolean {
  const { program, args, options } = underAccount(account, '/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder])
  return spawnSync(program, args, { ...options, cwd: '/', stdio: 'ignore' }).status === 0
}

function ownAccount(): ServiceAccount {
  try {
    const { uid, gid, username } = userInfo()
    return { kind: 'self', uid, gid, peerName: username }
  } catch {
    throw databaseRefused({
      zh: `当前用户编号 ${process.getuid?.()} 在系统中没有用户名，内置数据库无法以它运行。请换用有名字的用户，或用 DATABASE_URL 指定外部 PostgreSQL。`,
      en: `User number ${process.getuid?.()} has no name on this machine, so the built-in database cannot run. Use a named user, or set DATABASE_URL.`,
    })
  }
}

function asAccount(
  kind: 'owner' | 'dedicated' | 'nobody',
  found: { uid: number; gid: number } | undefined,
): ServiceAccount | undefined {
  if (!found) return undefined
  const account: ServiceAccount = { kind, uid: found.uid, gid: found.gid, peerName: userInfo().username }
  return canEnter(account, '/') ? account : undefined
}

function lookUp(name: string): { uid: number; gid: number; name: string } | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }))
  if (uid?.status !== 0 || gid?.status !== 0) return undefined
  return { uid: Number(uid.stdout), gid: Number(gid.stdout), name }
}

function need(account: ServiceAccount | undefined): ServiceAccount {
  if (account) return account
  throw databaseRefused({
    zh: '内置数据库不能以 root 身份运行，本机也无法建立或切换到其他账号。请改用普通用户启动，或用 DATABASE_URL 指定外部 PostgreSQL。',
    en: 'The built-in database cannot run as root, and no other account can be made or used here. Start as an ordinary user, or set DATABASE_URL.',
  })
}
