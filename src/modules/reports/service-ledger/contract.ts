import { z } from 'zod'
import { done, endpoint, fileAnswer } from '#platform/contract.ts'
import * as no from './words.ts'

const cut = {
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '请选择月份'),
  place: z
    .string()
    .regex(/^[1-8]\d{18}$/)
    .optional(),
}
const cutInput = z.object(cut)
export type Cut = z.output<typeof cutInput>

const figures = z.object({ services: z.int(), people: z.int(), minutes: z.int(), late: z.int(), reversed: z.int() })
export type Figures = z.output<typeof figures>

/** What was entered and what was reversed since a closing: services, not people. */
const corrections = z.object({ entered: z.int(), reversed: z.int() })
export type Corrections = z.output<typeof corrections>

const noRow = { code: 'row.not_found', status: 404 }

export const contract = {
  readServiceLedger: endpoint({
    method: 'get',
    path: '/ledgers/service',
    permission: 'ledger.read',
    summary: { zh: '志愿服务台账：一个月的合计，按社区分组', en: 'Book of volunteer service: a month by community' },
    input: cutInput,
    output: z.object({
      title: z.object({ zh: z.string(), en: z.string() }),
      organisation: z.string().nullable(),
      isWhole: z.boolean(),
      /** First and last day: the records of a number are those between them in its place. */
      from: z.string(),
      to: z.string(),
      groups: z.array(figures.extend({ placeCode: z.string(), name: z.string() })),
      totals: figures,
      /** The month as it stood when it was closed. */
      closing: z.object({ at: z.string(), by: z.string().nullable(), figures, corrections }).nullable(),
      can: z.object({ close: z.boolean() }),
    }),
    refusals: [noRow],
  }),
  closeServiceLedger: endpoint({
    method: 'post',
    path: '/ledgers/service/close',
    permission: 'volunteering.manage',
    summary: { zh: '志愿服务台账月末结账', en: 'Close a month of the book of service' },
    input: z.object({ ...cut, place: z.string().regex(/^[1-8]\d{18}$/, '请选择地点') }),
    output: done,
    refusals: [noRow, no.notOver, no.closedBefore, no.outsideArea],
  }),
  printServiceLedger: endpoint({
    method: 'post',
    path: '/ledgers/service/print',
    permission: 'ledger.read',
    summary: { zh: '打印志愿服务台账（xlsx 或 PDF）', en: 'Print the book of service (xlsx or PDF)' },
    input: z.object({ ...cut, format: z.enum(['xlsx', 'pdf']), lang: z.enum(['zh', 'en']).default('zh') }),
    output: fileAnswer,
    answer: 'file',
    refusals: [noRow, { code: 'people.approval_needed', status: 409 }],
  }),
}
