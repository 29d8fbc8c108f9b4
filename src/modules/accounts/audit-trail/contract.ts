import { z } from 'zod'
import { done, endpoint, fileAnswer, listOf, paging, rowId } from '#platform/contract.ts'
import { notProven } from '../proof/words.ts'
import * as no from './words.ts'

const words = z.object({ zh: z.string(), en: z.string() })
/** A day of the office, or a minute of it. */
const moment = z
  .string()
  .regex(
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d)?$/,
    '请写成 2026-01-31 或 2026-01-31T08:30',
  )

export const results = ['done', 'refused', 'failed'] as const
const filter = {
  from: moment.optional(),
  until: moment.optional(),
  account: rowId.optional(),
  action: z.string().max(80).optional(),
  subject: z.string().max(80).optional(),
  result: z.enum(results).optional(),
  address: z.string().max(60).optional(),
  /** As a row names it, or as the list of devices does. */
  session: z.string().max(64).optional(),
}
const asked = z.object(filter)
export type Filter = z.output<typeof asked>

const event = z.object({
  seq: z.string(),
  at: z.string(),
  account: z.object({ id: rowId, name: z.string(), login: z.string() }).nullable(),
  onBehalfOf: z.object({ id: rowId, name: z.string() }).nullable(),
  roles: z.array(z.string()),
  session: z.string().nullable(),
  address: z.string().nullable(),
  device: z.string().nullable(),
  action: z.string(),
  what: words,
  subjectKind: z.string().nullable(),
  subject: z.string().nullable(),
  result: z.enum(results),
  purpose: z.string().nullable(),
  changed: z.array(z.string()),
  /** Keyed digests of what stood there before and after. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  requestId: z.string().nullable(),
  hash: z.string(),
})
export type AuditEvent = z.output<typeof event>

const fault = z.object({ seq: z.string(), kind: z.string(), words })

/** Whose trace is followed: an account, a session or an address, in a stretch of time. */
const trace = z.object({
  account: rowId.optional(),
  session: z.string().max(64).optional(),
  address: z.string().max(60).optional(),
  from: moment,
  until: moment,
})
export type Trace = z.output<typeof trace>

const touched = z.object({
  id: z.string(),
  times: z.int(),
  firstAt: z.string(),
  lastAt: z.string(),
  actions: z.array(z.object({ action: z.string(), what: words })),
  /** Fields that were shown whole; without any, only masked values were seen. */
  fields: z.array(z.string()),
})
/** An act that reached many people at once whose ids were not kept one by one. */
const bulk = z.object({ seq: z.string(), at: z.string(), what: words, count: z.int().nullable() })

export const contract = {
  listAuditEvents: endpoint({
    method: 'get',
    path: '/audit/events',
    permission: 'accounts.self',
    summary: {
      zh: '操作记录（审计管理员看全部，其他人看自己的）',
      en: 'What was done (all for the audit administrator, one’s own for others)',
    },
    input: z.object({ ...filter, ...paging }),
    output: listOf(event),
  }),
  countAuditEvents: endpoint({
    method: 'get',
    path: '/audit/counts',
    permission: 'accounts.self',
    summary: { zh: '操作记录计数', en: 'Counts of what was done' },
    input: z.object({ ...filter, by: z.enum(['action', 'account', 'result', 'address']) }),
    output: z.object({ items: z.array(z.object({ key: z.string(), name: words, count: z.int() })), total: z.int() }),
  }),
  exportAuditEvents: endpoint({
    method: 'post',
    path: '/audit/export',
    permission: 'audit.read',
    summary: { zh: '导出审计记录（xlsx 或 JSON 行）', en: 'Export audit rows (xlsx or JSON lines)' },
    input: z.object({ ...filter, format: z.enum(['xlsx', 'jsonl']).default('xlsx') }),
    output: fileAnswer,
    answer: 'file',
    refusals: [no.tooManyRows],
  }),
  readIncident: endpoint({
    method: 'post',
    path: '/audit/incident',
    permission: 'audit.read',
    summary: { zh: '事件追查：谁的信息被看过', en: 'Incident: whose data was seen' },
    input: trace,
    output: z.object({ people: z.array(touched), bulk: z.array(bulk), acts: z.int() }),
  }),
  exportIncident: endpoint({
    method: 'post',
    path: '/audit/incident/export',
    permission: 'audit.read',
    summary: { zh: '导出事件追查结果', en: 'Export an incident' },
    input: trace.extend({ format: z.enum(['xlsx', 'jsonl']).default('xlsx') }),
    output: fileAnswer,
    answer: 'file',
  }),
  readAuditState: endpoint({
    method: 'get',
    path: '/audit/state',
    permission: 'accounts.read',
    summary: { zh: '审计链的状态', en: 'The state of the audit chain' },
    input: z.object({}),
    output: z.object({
      rows: z.int(),
      head: z.object({ seq: z.string(), hash: z.string() }).nullable(),
      since: z.string().nullable(),
      keepDays: z.int(),
      lastCut: z.object({ seq: z.string(), at: z.string() }).nullable(),
      lastVerified: z.object({ at: z.string(), faults: z.int() }).nullable(),
      lastAnchored: z.string().nullable(),
      /** The last nightly check of the codes over grants, consents and treatment grades; ids by table. */
      codes: z
        .object({ at: z.string(), rows: z.int(), faults: z.int(), broken: z.record(z.string(), z.array(z.string())) })
        .nullable(),
      /** Another time of keeping that was asked for and is not decided. */
      wish: z.object({ id: rowId, keepDays: z.int(), askedBy: z.string(), askedAt: z.string() }).nullable(),
      can: z.object({ verify: z.boolean(), askRetention: z.boolean(), decideRetention: z.boolean() }),
    }),
  }),
  verifyAudit: endpoint({
    method: 'post',
    path: '/audit/verify',
    permission: 'audit.read',
    summary: { zh: '立即核验审计链', en: 'Verify the audit chain now' },
    input: z.object({}),
    output: z.object({ rows: z.int(), faults: z.array(fault) }),
  }),
  askAuditRetention: endpoint({
    method: 'put',
    path: '/audit/retention',
    permission: 'audit.read',
    summary: {
      zh: '申请修改审计记录保存天数；安全管理员同意前照旧',
      en: 'Ask for another time of keeping; the former holds until the security administrator says yes',
    },
    input: z.object({ keepDays: z.int().min(1).max(36_500) }),
    output: done,
    refusals: [no.keptTooShort, notProven],
  }),
  approveAuditRetention: endpoint({
    method: 'post',
    path: '/audit/retention/:id/approve',
    permission: 'policy.manage',
    summary: { zh: '同意所申请的审计保存天数', en: 'Approve the time of keeping that was asked for' },
    input: z.object({ id: rowId }),
    output: done,
    refusals: [no.retentionGone, no.ownRetention, notProven],
  }),
  refuseAuditRetention: endpoint({
    method: 'post',
    path: '/audit/retention/:id/refuse',
    permission: 'policy.manage',
    summary: { zh: '不同意所申请的审计保存天数', en: 'Refuse the time of keeping that was asked for' },
    input: z.object({ id: rowId }),
    output: done,
    refusals: [no.retentionGone, no.ownRetention, notProven],
  }),
}
