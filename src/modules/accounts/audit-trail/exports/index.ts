import type { FileAnswer, Input } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { fileName } from '#platform/files.ts'
import { ensure } from '#platform/refuse.ts'
import { writeWorkbook } from '#platform/spreadsheet/workbook.ts'
import { isRole } from '../../rules.ts'
import { roleWords } from '../../words.ts'
import type { AuditEvent, contract } from '../contract.ts'
import { conditionOf, countOf, eventsOf } from '../events/index.ts'
import { resultWords, tooManyRows } from '../words.ts'

const MOST = 50_000
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const HEADER = [
  '序号',
  '时间',
  '操作人',
  '登录名',
  '角色',
  '代表',
  '动作',
  '对象类别',
  '对象',
  '结果',
  '用途',
  '改动字段',
  '改前摘要',
  '改后摘要',
  '明细',
  '地址',
  '设备',
  '会话',
  '请求号',
  '散列',
]

/** In the order of the chain, so that the export can be laid beside it. */
export async function exportAuditEvents(
  ctx: Ctx,
  input: Input<(typeof contract)['exportAuditEvents']>,
): Promise<FileAnswer> {
  const where = conditionOf(ctx, input)
  const count = await countOf(ctx, where)
  ensure(count <= MOST, () => tooManyRows({ count, most: MOST }))
  const events = await eventsOf(ctx, where, { limit: MOST, offset: 0, oldestFirst: true })
  ctx.note({ action: 'audit.export', detail: { count, format: input.format } })
  return input.format === 'jsonl'
    ? jsonLines(fileName(ctx, '审计记录', 'jsonl'), events)
    : { name: fileName(ctx, '审计记录', 'xlsx'), mediaType: XLSX, bytes: await sheetOf(events) }
}

export function jsonLines(name: string, rows: readonly unknown[]): FileAnswer {
  const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('')
  return { name, mediaType: 'application/x-ndjson', bytes: Buffer.from(text, 'utf8') }
}

function sheetOf(events: readonly AuditEvent[]): Promise<Uint8Array> {
  const rows = events.map((event) => [
    event.seq,
    officeTime(event.at),
    event.account?.name ?? '',
    event.account?.login ?? '',
    event.roles.map((role) => (isRole(role) ? roleWords[role].zh : role)).join('、'),
    event.onBehalfOf?.name ?? '',
    event.what.zh,
    event.subjectKind,
    event.subject,
    resultWords[event.result].zh,
    event.purpose,
    event.changed.join('、'),
    event.before,
    event.after,
    Object.keys(event.detail).length ? JSON.stringify(event.detail) : '',
    event.address,
    event.device,
    event.session,
    event.requestId,
    event.hash,
  ])
  return writeWorkbook([{ name: '审计记录', header: HEADER, rows }])
}

/** 2026-03-02 09:00:00 by the office's clock. */
export function officeTime(at: string): string {
  const local = new Date(new Date(at).getTime() + 8 * 3_600_000)
  return local.toISOString().slice(0, 19).replace('T', ' ')
}
