import { momentsSeen } from '#platform/backup/index.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { backupDiskSeen, diskSeen } from '#platform/disk/index.ts'
import type { Service } from '#platform/http/bind.ts'
import { ensure } from '#platform/refuse.ts'
import type { contract } from './contract.ts'
import { daysSince, isBackupOverdue, isProofOverdue } from './rules.ts'
import { alreadyAsked } from './words.ts'

type Overview = Output<typeof contract.listBackups>
type Run = Overview['items'][number]

const SHOWN = 60

async function listBackups(ctx: Ctx): Promise<Overview> {
  const found = await ctx.db.selectFrom('backup_run').selectAll().orderBy('started_at', 'desc').limit(SHOWN).execute()
  const items = found.map(
    (row): Run => ({
      id: row.id,
      kind: row.kind as Run['kind'], // the table allows no other
      status: row.status as Run['status'], // as above
      askedBy: row.asked_by,
      startedAt: row.started_at,
      endedAt: row.ended_at,
      file: row.file,
      bytes: row.bytes === null ? null : Number(row.bytes),
      rows: row.row_count === null ? null : Number(row.row_count),
      note: row.note_zh === null || row.note_en === null ? null : { zh: row.note_zh, en: row.note_en },
    }),
  )
  const [backup, drill, keeping] = [await lastDone(ctx, 'backup'), await lastDone(ctx, 'drill'), await keepingOf(ctx)]
  const provenAt = drill?.ended_at ?? null
  const isIdle = (kind: Run['kind']) => !items.some((one) => one.kind === kind && one.status === 'running')
  return {
    items,
    total: items.length,
    lastBackup: backup && {
      at: backup.started_at,
      bytes: Number(backup.bytes),
      isOverdue: isBackupOverdue(backup.started_at, ctx.now),
    },
    proof: { at: provenAt, days: daysSince(provenAt, ctx.now), isOverdue: isProofOverdue(provenAt, ctx.now) },
    keeping,
    moments: momentsAt(ctx.now),
    disk: diskSeen() ?? null,
    backupDisk: backupDiskSeen() ?? null,
    can: { backUp: isIdle('backup'), prove: isIdle('drill') && backup !== null },
  }
}

function momentsAt(now: Date): Overview['moments'] {
  const seen = momentsSeen(now)
  if (!seen) return null
  const spans = seen.spans.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() }))
  return { ...seen, spans, fault: seen.fault ?? null }
}

async function lastDone(ctx: Ctx, kind: Run['kind']) {
  const row = await ctx.db
    .selectFrom('backup_run')
    .select(['started_at', 'ended_at', 'bytes'])
    .where('kind', '=', kind)
    .where('status', '=', 'done')
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

async function keepingOf(ctx: Ctx): Promise<Overview['keeping']> {
  const row = await ctx.db.selectFrom('backup_setting').selectAll().executeTakeFirstOrThrow()
  return { days: row.keep_days, weeks: row.keep_weeks, months: row.keep_months, momentDays: row.keep_moment_days }
}

/** Asks for the work; it is done after the commit, by the owner, who alone can read every row. */
function ask(ctx: Ctx, task: 'backups.make' | 'backups.prove'): { ok: true } {
  ctx.enqueue({ task, payload: { by: ctx.actor.name }, key: task })
  return { ok: true }
}

async function backUpNow(ctx: Ctx): Promise<{ ok: true }> {
  await ensureIdle(ctx, 'backup')
  return ask(ctx, 'backups.make')
}

async function proveBackup(ctx: Ctx): Promise<{ ok: true }> {
  await ensureIdle(ctx, 'drill')
  return ask(ctx, 'backups.prove')
}

async function ensureIdle(ctx: Ctx, kind: Run['kind']): Promise<void> {
  const running = await ctx.db
    .selectFrom('backup_run')
    .select('id')
    .where('kind', '=', kind)
    .where('status', '=', 'running')
    .executeTakeFirst()
  ensure(!running, alreadyAsked)
}

async function keepBackups(
  ctx: Ctx,
  { days, weeks, months, momentDays }: Input<typeof contract.keepBackups>,
): Promise<{ ok: true }> {
  const kept = { keep_days: days, keep_weeks: weeks, keep_months: months, keep_moment_days: momentDays }
  await ctx.db
    .updateTable('backup_setting')
    .set({ ...kept, set_by: ctx.actor.name, set_at: ctx.now.toISOString() })
    .execute()
  return { ok: true }
}

async function readDiskState(): Promise<Output<typeof contract.readDiskState>> {
  return { state: diskSeen()?.state ?? 'fine', backups: backupDiskSeen()?.state ?? 'fine' }
}

export const service: Service<typeof contract> = { listBackups, backUpNow, proveBackup, keepBackups, readDiskState }
