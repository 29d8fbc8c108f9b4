import { statSync } from 'node:fs'
import { join } from 'node:path'
import { findCluster } from '#platform/postgres/place/location.ts'
import type { Bilingual } from '#platform/words.ts'
import { isBaseDue, spansOf } from './choose.ts'
import { momentFolder, readKept } from './names.ts'
import { writeMoment } from './office-moment.ts'
import { clusterOf, waitingIn } from './seal.ts'

const STUCK_MS = 15 * 60_000
const SETTLED_MS = 24 * 3_600_000

type Health = Bilingual & { ok: boolean }

export function archiveHealth(home: string, now: Date): Health | undefined {
  const cluster = findCluster(home)
  if (!cluster) return undefined
  const data = join(cluster, 'data')
  const kept = readKept(momentFolder(home))
  const stuck = oldestWaiting(data)
  if (stuck && now.getTime() - stuck.since > STUCK_MS)
    return {
      ok: false,
      zh: `归档停住了：${stuck.count} 段日志（每段 16 MiB）从 ${writeMoment(new Date(stuck.since))} 起没有归档，正占用数据库的磁盘。请看服务的日志`,
      en: `the archive stands still: ${stuck.count} segments of the log (16 MiB each) wait since ${writeMoment(new Date(stuck.since))} and take up the database's disk; see the log of the service`,
    }
  const isSettled = now.getTime() - statSync(join(data, 'PG_VERSION')).mtimeMs > SETTLED_MS
  if (
    isSettled &&
    isBaseDue(
      kept.find((one) => one.cluster === clusterOf(data)),
      now,
    )
  )
    return {
      ok: false,
      zh: '恢复到某一时刻：一天内没有做成基准副本。服务运行时会自动补做；若一直如此，请看“备份与恢复”页的记录',
      en: 'restoring to a moment: no base copy was made within a day. The running service makes up for it; if it stays so, see the page “Backup and restore”',
    }
  const spans = spansOf(kept).map(({ from, to }) => `${writeMoment(from)} – ${writeMoment(to)}`)
  return {
    ok: true,
    zh: spans.length ? `可恢复到的时段：${spans.join('；')}` : '恢复到某一时刻：第一份基准副本在服务启动五分钟左右做好',
    en: spans.length
      ? 'any moment of that time can be restored'
      : 'restoring to a moment: the first base copy is made about five minutes after the service starts',
  }
}

function oldestWaiting(data: string): { count: number; since: number } | undefined {
  const waiting = waitingIn(data)
  const times = waiting.map((name) => statSync(join(data, 'pg_wal', 'archive_status', `${name}.ready`)).mtimeMs)
  return times.length ? { count: times.length, since: Math.min(...times) } : undefined
}
