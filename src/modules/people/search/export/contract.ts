import { z } from 'zod'
import { done, endpoint, fileAnswer, paging, rowId } from '#platform/contract.ts'
import { reference } from '../../record/reveal/contract.ts'
import { order, selection } from '../contract.ts'
import { exportKinds } from './rules.ts'
import * as no from './words.ts'

export const papers = ['list', 'ledger'] as const
export const exportStates = [
  'at_once',
  'waiting',
  'making',
  'ready',
  'refused',
  'withdrawn',
  'fetched',
  'expired',
  'failed',
] as const

/** A list as a file: whom, and exactly the columns shown, in their order. */
const list = z.object({
  selection,
  ...order,
  columns: z.array(z.string().max(40)).min(1, '至少选择一列').max(80),
  lang: z.enum(['zh', 'en']).default('zh'),
})
export type List = z.output<typeof list>

const purpose = z.string().trim().max(200).default('')
/** What the trail is told; the words of the purpose stand on the sheet and beside the request. */
const kind = z.enum(exportKinds).default('other')

const request = z.object({
  id: rowId,
  paper: z.enum(papers),
  status: z.enum(exportStates),
  requestedBy: z.string(),
  requestedAt: z.string(),
  purpose: z.string(),
  kind: z.enum(exportKinds),
  people: z.int(),
  isWhole: z.boolean(),
  whom: z.object({ zh: z.string(), en: z.string() }),
  columns: z.array(z.string()),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decisionNote: z.string().nullable(),
  fetchBy: z.string().nullable(),
  fetchedAt: z.string().nullable(),
  can: z.object({ decide: z.boolean(), withdraw: z.boolean(), fetch: z.boolean() }),
})

export const contract = {
  exportPeople: endpoint({
    method: 'post',
    path: '/people-export',
    permission: 'people.export',
    summary: { zh: '导出所见名单（xlsx，50 人以内）', en: 'Export the list as seen (xlsx, up to 50 people)' },
    input: list.extend({ purpose, kind, reference }),
    output: fileAnswer,
    answer: 'file',
    refusals: [no.purposeNeeded, no.approvalNeeded],
  }),
  requestExport: endpoint({
    method: 'post',
    path: '/people-exports',
    permission: 'people.export',
    summary: { zh: '申请导出名单（由另一人审批）', en: 'Ask for an export; a second person decides' },
    input: list.extend({ purpose, kind, reference, isWhole: z.boolean().default(false) }),
    output: z.object({ id: rowId }),
    refusals: [no.purposeNeeded],
  }),
  listExports: endpoint({
    method: 'get',
    path: '/people-exports',
    permission: 'people.read',
    summary: { zh: '导出与审批', en: 'Exports and their decisions' },
    input: z.object({ status: z.enum(exportStates).optional(), ...paging }),
    output: z.object({ items: z.array(request), total: z.int(), waitingForMe: z.int() }),
  }),
  approveExport: endpoint({
    method: 'post',
    path: '/people-exports/:id/approval',
    permission: 'people.approve',
    summary: { zh: '同意导出', en: 'Approve an export' },
    input: z.object({ id: rowId, note: z.string().trim().max(200).default('') }),
    output: done,
    refusals: [no.notWaiting, no.ownRequest],
  }),
  refuseExport: endpoint({
    method: 'post',
    path: '/people-exports/:id/refusal',
    permission: 'people.approve',
    summary: { zh: '不同意导出', en: 'Refuse an export' },
    input: z.object({ id: rowId, note: z.string().trim().min(2, '请写明原因').max(200) }),
    output: done,
    refusals: [no.notWaiting, no.ownRequest],
  }),
  withdrawExport: endpoint({
    method: 'post',
    path: '/people-exports/:id/withdrawal',
    permission: 'people.read',
    summary: { zh: '撤回自己的申请', en: 'Take back one’s own request' },
    input: z.object({ id: rowId }),
    output: done,
    refusals: [no.notWaiting],
  }),
  fetchExport: endpoint({
    method: 'post',
    path: '/people-exports/:id/file',
    permission: 'people.read',
    summary: { zh: '下载批准的导出（24 小时内，一次）', en: 'Fetch an approved export, once within 24 hours' },
    input: z.object({ id: rowId }),
    output: fileAnswer,
    answer: 'file',
    refusals: [no.notReady],
  }),
}
