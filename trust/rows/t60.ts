import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { contract as sessions } from '#modules/accounts/sessions/contract.ts'
import { contract as setup } from '#modules/accounts/setup/contract.ts'
import { Refused } from '#platform/client.ts'
import { startOffice } from '#test/commands/sangyu.ts'
import { type Afterwards, trialHome } from '#test/trial-home.ts'
import { noneOf, type Row } from '../row.ts'

const PROJECT = join(import.meta.dirname, '../..')
const MINUTES = 15

/** What people try first on any new machine. */
const KNOWN: [login: string, password: string][] = [
  ['admin', 'admin'],
  ['admin', '123456'],
  ['admin', 'admin123'],
  ['admin', 'Admin@123'],
  ['administrator', 'password'],
  ['root', 'root'],
  ['system', 'system'],
  ['sysadmin', 'sysadmin'],
  ['secadmin', 'secadmin'],
  ['auditadmin', 'auditadmin'],
  ['sangyu', 'sangyu'],
  ['demo', 'demo'],
  ['test', 'test'],
  ['wangjing', 'Haitang-7-chuang'],
  ['liwen', 'Haitang-7-chuang'],
  ['postgres', 'postgres'],
  ['guest', ''],
]

/** Ports that the processes below a folder listen on, off this machine or on it. */
function listening(): string[] {
  const lines = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => readFileSync(file, 'utf8').split('\n').slice(1))
  return lines.flatMap((line) => {
    const [, local = '', , state] = line.trim().split(/\s+/)
    return state === '0A' ? [local] : []
  })
}

/** They say who may connect to the embedded database (its own account), and hold no secret. */
const SILENT = new Set(['hba.conf', 'ident.conf'])

/** Files of the home that others than their owner may read or write; the folder of the database's socket lets nobody else in either. */
function open(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0
    const isOpen = (mode & 0o077) !== 0
    if (entry.isDirectory()) return isOpen ? open(path) : []
    return isOpen && !entry.isSocket() && !SILENT.has(entry.name)
      ? [`${entry.name} may be read by others (${(mode & 0o777).toString(8)})`]
      : []
  })
}

async function fresh(t: Afterwards): Promise<string[]> {
  const home = trialHome(t)
  const before = new Set(listening())
  const started = performance.now()
  const office = await startOffice(t, { home })
  const minutes = (performance.now() - started) / 60_000
  const port = Number(new URL(office.url).port).toString(16).toUpperCase().padStart(4, '0')
  await wait(500)
  const opened = listening().filter((one) => !before.has(one) && !one.endsWith(`:${port}`))
  const faults = minutes > MINUTES ? [`the first start took ${minutes.toFixed(1)} minutes`] : []
  // Others on this machine may open ports of their own meanwhile; those of ours are the embedded database's, which has none.
  if (opened.some((one) => one.endsWith(':1538'))) faults.push('the embedded database listens on a port')
  for (const [login, password] of KNOWN) {
    const code = await office
      .call(sessions)
      .signIn({ login, password })
      .then(
        () => 'let in',
        (error: unknown) => (error instanceof Refused ? error.code : 'broke'),
      )
    if (code === 'let in' || code === 'broke') faults.push(`${login}/${password}: ${code}`)
  }
  const state = await office.call(setup).setupState()
  if (!state.needed || office.code() === '') faults.push('a new home is not waiting for its set-up code')
  for (const path of ['/api/metrics', '/.git/config', '/package.json', '/var/trust.json'])
    if ((await fetch(`${office.url}${path}`, { headers: { 'x-forwarded-for': '203.0.113.1' } })).status === 200)
      faults.push(`${path} is for everybody`)
  faults.push(...open(home))
  await office.stop()
  return faults
}

/** What the papers promise for the machine: retention, ports, no core files. */
function papers(): string[] {
  const text = (path: string) => readFileSync(join(PROJECT, path), 'utf8')
  const [manual, unit, proxy] = [
    text('docs/manual/operations.md'),
    text('deploy/sangyu.service'),
    text('deploy/nginx.conf'),
  ]
  const days = Number(/MaxRetentionSec=(\d+)day/.exec(manual)?.[1] ?? 0)
  return [
    ...(days >= 365 ? [] : [`the journal is kept ${days} days`]),
    ...(/rotate (\d+)/.exec(manual)?.[1] === '400' ? [] : ['the proxy’s log has no year']),
    ...(/HOST=127\.0\.0\.1/.test(unit) && /LimitCORE=0/.test(unit) && /User=sangyu/.test(unit)
      ? []
      : ['the unit is open']),
    ...(/ssl_protocols TLSv1\.2 TLSv1\.3;/.test(proxy) && /X-Forwarded-For \$remote_addr;/.test(proxy)
      ? []
      : ['the proxy is open']),
    ...(tracked().some((path) => /(^|\/)(\.env|id_rsa|.*\.pem)$/.test(path)) ? ['a key lies among the sources'] : []),
  ]
}

const tracked = (): string[] =>
  execFileSync('git', ['-c', 'safe.directory=*', 'ls-files'], {
    cwd: PROJECT,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  }).split('\n')

export const row: Row = {
  id: 'T60',
  about: {
    zh: '全新安装：时间、端口、默认账号、文件权限、日志保留（另需在干净的 Debian 12 上照手册装一次）',
    en: 'a fresh installation: time, ports, default accounts, file modes, retention (a clean Debian 12 by the manual is done by hand)',
  },
  threshold: '≤ 15 min; only allowed ports; 0 defaults; ≥ 365 d',
  blocksMerge: false,
  run: async () => {
    const undo: (() => void | Promise<void>)[] = []
    try {
      const faults = [...papers(), ...(await fresh({ after: (one) => undo.push(one) }))]
      return noneOf(faults, `${KNOWN.length} known accounts and what a new home shows`)
    } finally {
      for (const one of undo.toReversed()) await one()
    }
  },
}
