import { z } from 'zod'
import { keysOf, needKinds, needStates } from '#modules/volunteering/codes/index.ts'
import { classed, done, endpoint, fileAnswer, rowId } from '#platform/contract.ts'
import { figureKeys } from './rules.ts'
import * as no from './words.ts'

const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, '月份请写成 2026-03')
const placeCode = z.string().regex(/^[1-8]\d{18}$/)
const cut = { month: month.optional(), place: placeCode.optional() }
const figure = z.enum(figureKeys)
const figures = z.record(figure, z.int())
const needKind = z.enum(keysOf(needKinds))
const bilingual = z.object({ zh: z.string(), en: z.string() })

const entry = z.object({
  id: rowId,
  number: z.string(),
  raisedOn: z.string(),
  personId: rowId.nullable(),
  name: z.string().nullable(),
  community: z.string().nullable(),
  kind: needKind,
  words: classed(z.string().nullable(), 'pi', 'hide'),
  helper: z.string().nullable(),
  /** As it stood when the month ended. */
  status: z.enum(keysOf(needStates)),
  endedOn: z.string().nullable(),
})
export type Entry = z.output<typeof entry>

const closing = z.object({
  figures,
  closedBy: z.string().nullable(),
  closedAt: z.string(),
  /** Figures that no longer say what was written down. */
  differing: z.array(figure),
})

const unknownPlace = { code: 'row.not_found', status: 404 }

export const contract = {
  readNeedLedger: endpoint({
    method: 'get',
    path: '/ledgers/needs',
    permission: 'ledger.read',
    summary: {
      zh: '社区需求台账：一个月的结转、新增、办结',
      en: 'Ledger of needs: what a month carried, raised and closed',
    },
    input: z.object(cut),
    output: z.object({
      title: bilingual,
      organisation: z.string().nullable(),
      month,
      isOver: z.boolean(),
      /** False: only the needs of the reader's own area are in the book. */
      isWhole: z.boolean(),
      figures,
      kinds: z.array(z.object({ kind: needKind, figures })),
      streets: z.array(z.object({ code: z.string(), name: z.string(), figures })),
      months: z.array(z.object({ month, figures, isClosed: z.boolean() })),
      closing: closing.nullable(),
      can: z.object({ close: z.boolean() }),
    }),
    refusals: [unknownPlace],
  }),
  readNeedLedgerEntries: endpoint({
    method: 'get',
    look: { people: ['items.personId'] },
    path: '/ledgers/needs/entries',
    permission: 'ledger.read',
    summary: { zh: '台账的条目：每个数字背后是哪些需求', en: 'Entries: which needs stand behind a number' },
    input: z.object({
      ...cut,
      figure: figure.optional(),
      kind: needKind.optional(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.object({ items: z.array(entry), total: z.int() }),
    refusals: [unknownPlace],
  }),
  closeNeedMonth: endpoint({
    method: 'post',
    path: '/ledgers/needs/closings',
    permission: 'volunteering.manage',
    summary: { zh: '月末结账：写下当月的数字', en: 'Close a month: its figures are written down' },
    input: z.object({ month, place: placeCode.optional() }),
    output: done,
    refusals: [unknownPlace, no.notOver, no.closedBefore, no.outsideArea],
  }),
  printNeedLedger: endpoint({
    method: 'post',
    path: '/ledgers/needs/print',
    permission: 'ledger.read',
    summary: { zh: '打印社区需求台账（xlsx 或 PDF）', en: 'Print the ledger of needs (xlsx or PDF)' },
    input: z.object({ ...cut, format: z.enum(['xlsx', 'pdf']), lang: z.enum(['zh', 'en']).default('zh') }),
    output: fileAnswer,
    answer: 'file',
    refusals: [unknownPlace, { code: 'people.approval_needed', status: 409 }],
  }),
}
