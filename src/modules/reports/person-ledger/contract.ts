import { z } from 'zod'
import { classed, endpoint, fileAnswer, rowId } from '#platform/contract.ts'

/** The cut of the book: the whole county, or one street, community or unit; one group of pages per street, community or unit. */
const cut = {
  place: z
    .string()
    .regex(/^\d{19}$/)
    .optional(),
  unit: rowId.optional(),
  groupBy: z.enum(['street', 'community', 'unit', 'none']).default('street'),
  kind: z.enum(['lixiu', 'tuixiu', 'all']).default('all'),
}
const totals = z.object({
  people: z.int(),
  lixiu: z.int(),
  tuixiu: z.int(),
  women: z.int(),
  members: z.int(),
  aged80: z.int(),
  livesAlone: z.int(),
})

const entry = z.object({
  id: rowId,
  no: z.int(),
  name: z.string(),
  gender: z.string().nullable(),
  birthOn: z.string().nullable(),
  age: z.int().nullable(),
  kind: z.string().nullable(),
  political: z.string().nullable(),
  unit: z.string().nullable(),
  post: z.string().nullable(),
  rank: z.string().nullable(),
  rankTreatment: z.string().nullable(),
  retiredOn: z.string().nullable(),
  community: z.string().nullable(),
  phone: classed(z.string().nullable(), 'pi', 'phone'),
  livingFlags: z.array(z.string()),
  health: classed(z.string().nullable(), 'restricted', 'hide'),
  remark: z.string().nullable(),
})

export const contract = {
  readPersonLedger: endpoint({
    method: 'get',
    path: '/ledgers/people',
    permission: 'ledger.read',
    summary: { zh: '老干部信息台账：分组与合计', en: 'Cadre ledger: groups and totals' },
    input: z.object(cut),
    output: z.object({
      title: z.string(),
      asOf: z.string(),
      groups: z.array(z.object({ key: z.string().nullable(), name: z.string(), totals })),
      totals,
    }),
  }),
  readPersonLedgerGroup: endpoint({
    method: 'get',
    path: '/ledgers/people/entries',
    permission: 'ledger.read',
    summary: { zh: '台账一组的条目', en: 'Entries of one group' },
    input: z.object({
      ...cut,
      key: z.string().max(60).nullable().default(null),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.object({ items: z.array(entry), total: z.int() }),
  }),
  printPersonLedger: endpoint({
    method: 'post',
    path: '/ledgers/people/print',
    permission: 'ledger.read',
    summary: {
      zh: '打印台账（xlsx 或 PDF，A4/A3 横向，带页小计）',
      en: 'Print the ledger (xlsx or PDF, A4/A3 landscape, page totals)',
    },
    input: z.object({ ...cut, format: z.enum(['xlsx', 'pdf']), paper: z.enum(['A4', 'A3']).default('A4') }),
    output: fileAnswer,
    answer: 'file',
  }),
}
