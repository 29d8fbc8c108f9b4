import { z } from 'zod'
import { plainLivingFlags } from '#modules/people/codes/index.ts'
import { classed, endpoint, fileAnswer, listedBirth, listedPhone, rowId, withClass } from '#platform/contract.ts'
import * as no from './words.ts'

export const groupings = ['street', 'community', 'unit', 'none'] as const
export const kinds = ['all', 'lixiu', 'tuixiu'] as const

/** Which book: the whole county or one street, community or unit; its pages by street, community or unit. */
const cut = {
  place: z
    .string()
    .regex(/^[1-8]\d{18}$/)
    .optional(),
  unit: rowId.optional(),
  groupBy: z.enum(groupings).default('street'),
  kind: z.enum(kinds).default('all'),
}
const cutInput = z.object(cut)
export type Cut = z.output<typeof cutInput>

const printInput = z.object({
  ...cut,
  format: z.enum(['xlsx', 'pdf']),
  paper: z.enum(['A4', 'A3']).default('A4'),
  lang: z.enum(['zh', 'en']).default('zh'),
})
export type Printing = z.output<typeof printInput>

const totals = z.object({
  people: z.int(),
  lixiu: z.int(),
  tuixiu: z.int(),
  /** Kind not known yet, or neither of the two. */
  other: z.int(),
  women: z.int(),
  /** Who is in the Party is told to who may see it of each; of a small group the number would tell. */
  members: classed(z.int().nullable(), 'restricted', 'hide'),
  aged80: z.int(),
  livesAlone: z.int(),
})
export type Totals = z.output<typeof totals>

/** A condition as the people list takes it (GET /people, `where`), so that every number opens the people it counts. */
const condition = z.object({
  field: z.string(),
  op: z.enum(['is', 'not', 'in', 'under', 'atLeast', 'empty']),
  value: z.union([z.string(), z.number(), z.array(z.string()), z.null()]),
})
const conditions = z.array(condition)
export type Condition = z.output<typeof condition>

const entry = z.object({
  id: rowId,
  no: z.int(),
  name: z.string(),
  gender: z.string().nullable(),
  birthOn: listedBirth,
  age: z.int().nullable(),
  kind: z.string().nullable(),
  political: classed(z.string().nullable(), 'restricted', 'hide'),
  partyJoinedOn: classed(z.string().nullable(), 'restricted', 'hide'),
  education: z.string().nullable(),
  unit: z.string().nullable(),
  post: z.string().nullable(),
  rank: z.string().nullable(),
  rankTreatment: z.string().nullable(),
  workStartedOn: z.string().nullable(),
  retiredOn: z.string().nullable(),
  street: z.string().nullable(),
  community: z.string().nullable(),
  phone: listedPhone,
  /** How one lives is no secret; illness, disability and loss are. */
  livingFlags: withClass(z.array(z.string()), { fieldClass: 'restricted', mask: 'hide', keeps: plainLivingFlags }),
  health: classed(z.string().nullable(), 'restricted', 'hide'),
  remark: classed(z.string().nullable(), 'pi', 'hide'),
})
export type Entry = z.output<typeof entry>

const unknownPlaceOrUnit = { code: 'row.not_found', status: 404 }

export const contract = {
  readPersonLedger: endpoint({
    method: 'get',
    path: '/ledgers/people',
    permission: 'ledger.read',
    summary: { zh: '老干部信息台账：分组与合计', en: 'Cadre ledger: groups and totals' },
    input: cutInput,
    output: z.object({
      title: z.object({ zh: z.string(), en: z.string() }),
      organisation: z.string().nullable(),
      asOf: z.string(),
      /** False: only the people of the reader's own area are in the book. */
      isWhole: z.boolean(),
      /** What the people list is asked for the whole book; a group adds its `where`, a total its `opens`. */
      question: z.object({
        place: z.string().optional(),
        unit: z.string().optional(),
        status: z.literal('living'),
        where: conditions,
      }),
      opens: z.record(totals.keyof(), conditions),
      groups: z.array(z.object({ key: z.string(), name: z.string(), totals, where: conditions })),
      totals,
    }),
    refusals: [unknownPlaceOrUnit],
  }),
  readPersonLedgerGroup: endpoint({
    method: 'get',
    look: { people: ['items.id'] },
    path: '/ledgers/people/entries',
    permission: 'ledger.read',
    summary: { zh: '台账一组的条目', en: 'Entries of one group' },
    input: z.object({
      ...cut,
      key: z.string().max(60).default(''),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.object({ items: z.array(entry), total: z.int() }),
    refusals: [unknownPlaceOrUnit],
  }),
  printPersonLedger: endpoint({
    method: 'post',
    path: '/ledgers/people/print',
    permission: 'ledger.read',
    summary: {
      zh: '打印台账（xlsx 或 PDF，A4/A3 横向，带页小计）',
      en: 'Print the ledger (xlsx or PDF, A4/A3 landscape, page totals)',
    },
    input: printInput,
    output: fileAnswer,
    answer: 'file',
    refusals: [unknownPlaceOrUnit, no.tooLong, no.printersBusy, { code: 'people.approval_needed', status: 409 }],
  }),
  requestPersonLedger: endpoint({
    method: 'post',
    path: '/ledgers/people/requests',
    permission: 'ledger.read',
    summary: {
      zh: '申请打印超过 50 人的台账（由另一人审批）',
      en: 'Ask for a ledger of more than 50 people; a second person decides',
    },
    input: printInput.extend({ purpose: z.string().trim().max(200).default('') }),
    output: z.object({ id: rowId }),
    refusals: [unknownPlaceOrUnit, no.tooLong, { code: 'people.purpose_needed', status: 422 }],
  }),
}
