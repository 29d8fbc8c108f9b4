import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { INVARIANTS } from '#modules/ledger/index.ts'
import { BANK_INVARIANTS, serviceInvariants } from '#modules/volunteering/index.ts'
import { archiveHealth, sizeInWords } from '#platform/backup/index.ts'
import { readMigrations } from '#platform/db/migrate.ts'
import { freeBallast, lookAtBackups } from '#platform/disk/index.ts'
import { homePath } from '#platform/home.ts'
import { type CodedTable, findBroken } from '#platform/integrity/index.ts'
import { auditFindings } from './audit/findings.ts'
import type { Command } from './command.ts'
import { type Beside, withHouse } from './serve/beside.ts'

type Finding = { ok: boolean; zh: string; en: string }
const MIN_FREE_BYTES = 2 * 1024 ** 3

export const doctor: Command = {
  name: 'doctor',
  summary: { zh: '检查安装是否完好', en: 'Check that the installation is sound' },
  usage: `sangyu doctor
sangyu doctor --free-ballast

  不改动任何东西，服务不必停止 / changes nothing; the server may go on

  --free-ballast  磁盘满时先运行它：删除预留文件，腾出空间；服务不必停止
                  when the disk is full: gives back the reserve; the server may go on`,
  options: { 'free-ballast': { type: 'boolean' } },
  run: async ({ parts, env, flags, log }) => {
    if (flags.has('free-ballast')) return giveBack(homePath(env), log)
    const ofDatabase = await withHouse(parts, env, (place) => database(place, parts.codes))
    const archive = env.DATABASE_URL ? undefined : archiveHealth(homePath(env), new Date())
    const backups = await backupDisk(homePath(env))
    const findings = [pages(), disk(homePath(env)), ...backups, ...(archive ? [archive] : []), ...ofDatabase]
    for (const finding of findings) log(`${finding.ok ? '✓' : '✗'} ${finding.zh} / ${finding.en}`)
    const failed = findings.filter((finding) => !finding.ok).length
    log(failed ? `发现 ${failed} 个问题。 ${failed} problems found.` : '一切正常。 Everything is in order.')
    return failed ? 1 : 0
  },
}

function giveBack(home: string, log: (line: string) => void): number {
  const size = sizeInWords(freeBallast(home))
  log(`已腾出 ${size}。请清理磁盘；服务几秒内恢复可写，空间宽裕后下次启动会重新预留。`)
  log(
    `${size} given back. Make room on the disk; the server takes writing again within seconds, and a later start lays a new reserve.`,
  )
  return 0
}

function pages(): Finding {
  const program = join(import.meta.dirname, '../..')
  if (existsSync(join(program, 'dist/console/index.html'))) return { ok: true, zh: '页面已构建', en: 'pages are built' }
  return mayWrite(program)
    ? { ok: true, zh: '页面将在下次启动时构建', en: 'pages are built at the next start' }
    : {
        ok: false,
        zh: `页面尚未构建：请以 ${program} 的所有者运行 node scripts/build.mjs`,
        en: `pages are not built: run node scripts/build.mjs as the owner of ${program}`,
      }
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function disk(home: string): Finding {
  const { bavail, bsize } = statfsSync(existsSync(home) ? home : '.')
  const free = bavail * bsize
  const gib = (free / 1024 ** 3).toFixed(1)
  return {
    ok: free > MIN_FREE_BYTES,
    zh: `数据目录所在磁盘剩余 ${gib} GiB`,
    en: `${gib} GiB free on the disk of the home`,
  }
}

/** Nothing where they lie on the same disk, or nowhere yet. */
async function backupDisk(home: string): Promise<Finding[]> {
  const seen = await lookAtBackups(home).catch(() => undefined)
  if (!seen) return []
  const gib = (seen.free / 1024 ** 3).toFixed(1)
  const [zh, en] = [`备份所在磁盘剩余 ${gib} GiB`, `${gib} GiB free on the disk of the backups`]
  return [{ ok: seen.state === 'fine', zh, en }]
}

const checks: { zh: string; en: string; sql: string }[] = [
  {
    zh: '最近两天内有备份',
    en: 'there is a backup of the last two days',
    sql: `select count(*)::int as bad from (select min(set_up_at) as since from county) c where c.since < now() - interval '2 days'
            and not exists (select 1 from backup_run where kind = 'backup' and status = 'done' and started_at > now() - interval '2 days')`,
  },
  {
    zh: '最近 35 天内演练过恢复',
    en: 'a restore was tried within 35 days',
    sql: `select count(*)::int as bad from (select min(set_up_at) as since from county) c where c.since < now() - interval '35 days'
            and not exists (select 1 from backup_run where kind = 'drill' and status = 'done' and started_at > now() - interval '35 days')`,
  },
  {
    zh: '每个人的当前单位都有归属记录',
    en: 'every current unit of a person stands in the affiliations',
    sql: `select count(*)::int as bad from person p where p.status <> 'merged' and p.unit_id is not null and not exists (
            select 1 from affiliation a where a.county = p.county and a.person_id = p.id and a.kind = 'original_unit' and a.unit_id = p.unit_id and upper_inf(a.during))`,
  },
  {
    zh: '每个人的现居住地与归属记录一致',
    en: 'every home on a record stands in the affiliations',
    sql: `select count(*)::int as bad from person p where p.status <> 'merged' and p.place_code is not null and not exists (
            select 1 from affiliation a where a.county = p.county and a.person_id = p.id and a.kind = 'home' and a.place_code = p.place_code and upper_inf(a.during))`,
  },
  {
    zh: '每个人都有检索键',
    en: 'every person can be found by name',
    sql: `select count(*)::int as bad from person where keys = '{}' or name_sort is null`,
  },
  {
    zh: '没有滞留的事件',
    en: 'no event waits untold',
    sql: `select count(*)::int as bad from outbox where delivered_at is null and at < now() - interval '10 minutes'`,
  },
]

/** The ledgers of hours and points, each invariant over all counties. */
const booksChecks = [...INVARIANTS, ...BANK_INVARIANTS, ...serviceInvariants].map(({ id, zh, en, query }) => ({
  zh: `${id} ${zh}`,
  en,
  sql: `select count(*)::int as bad from (${query}) broken`,
}))

async function database({ owner, home, house }: Beside, tables: readonly CodedTable[]): Promise<Finding[]> {
  const known = await owner.query<{ name: string }>('select name from schema_migration')
  const all = await readMigrations()
  const waiting = all.length - known.rows.length
  if (waiting !== 0) return [otherSchema(waiting)]
  const findings: Finding[] = [
    {
      ok: true,
      zh: `数据库结构为最新（${all.length} 个迁移），数据目录 ${home}`,
      en: `schema up to date (${all.length} migrations)`,
    },
  ]
  const counties = await owner.query('select 1 from county limit 1')
  if (!counties.rows.length)
    findings.push({ ok: true, zh: '尚未设置：库里还没有任何县', en: 'not set up yet: no county' })
  for (const check of [...checks, ...booksChecks]) {
    const answer = await owner.query<{ bad: number }>(check.sql)
    const bad = answer.rows[0]?.bad ?? 0
    findings.push({
      ok: bad === 0,
      zh: bad ? `${check.zh}：${bad} 处不符` : check.zh,
      en: bad ? `${check.en}: ${bad} not so` : check.en,
    })
  }
  for (const coded of tables) findings.push(await codes(owner, house, coded))
  return [...findings, ...(await auditFindings(house))]
}

/** Nothing else can be asked of a database of another version. */
function otherSchema(waiting: number): Finding {
  return waiting > 0
    ? {
        ok: false,
        zh: `数据库比程序旧，差 ${waiting} 个迁移：请运行 sangyu upgrade 或重新启动服务`,
        en: `the database is older than the program by ${waiting} migrations: run sangyu upgrade, or start the service again`,
      }
    : {
        ok: false,
        zh: '数据库比程序新：请换用较新的程序',
        en: 'the database is newer than the program: use the newer program',
      }
}

/** Rows that stand otherwise than the office wrote them. */
async function codes(owner: Beside['owner'], { vault }: Beside['house'], coded: CodedTable): Promise<Finding> {
  const { rows, broken } = await findBroken(owner, vault, { coded })
  const [zh, en] = [`${coded.words.zh}与校验码一致（${rows}）`, `${coded.words.en} stand under their codes (${rows})`]
  if (!broken.length) return { ok: true, zh, en }
  const told = broken.slice(0, 5).join(', ')
  return {
    ok: false,
    zh: `${coded.words.zh}有 ${broken.length} 项与校验码不符，可能被人在数据库中改动（${told}）`,
    en: `${broken.length} ${coded.words.en} do not stand under their codes: changed past the office? (${told})`,
  }
}
