import { z } from 'zod'
import { classed, done, endpoint, listOf, paging, rowId } from '#platform/contract.ts'
import { FINDING_KINDS, NUMBER_NAMES } from './finding/limits.ts'
import * as no from './words.ts'

const kind = z.enum(FINDING_KINDS)
const status = z.enum(['waiting', 'harmless', 'wrong'])
const measure = z.enum(Object.keys(no.measures) as [keyof typeof no.measures]) // Object.keys widens the record's own keys to string
const what = z.enum(['redemption', 'service', 'gift', 'code'])
const numbers = z.partialRecord(z.enum(NUMBER_NAMES), z.int().min(0).max(1_000_000))
const limits = z.partialRecord(kind, z.object({ isOn: z.boolean(), numbers }))
const noRow = { code: 'row.not_found', status: 404 }
const words = z.string().trim().min(2, '请写明情况').max(500)

const line = z.object({
  id: rowId,
  kind,
  /** Whom it is about: one of the three. */
  personId: rowId.nullable(),
  name: classed(z.string().nullable(), 'pi', 'name'),
  partnerId: rowId.nullable(),
  partner: z.string().nullable(),
  accountId: rowId.nullable(),
  account: z.string().nullable(),
  status,
  foundAt: z.string(),
  grownAt: z.string(),
  /** Of the records it rests on: how many, of how many people, from the first to the last. */
  records: z.int(),
  people: z.int(),
  points: z.int(),
  minutes: z.int(),
  from: z.string(),
  to: z.string(),
  measures: z.int(),
})

const record = z.object({
  id: rowId,
  what,
  /** Null of a wrong code, which is nobody's. */
  personId: rowId.nullable(),
  name: classed(z.string().nullable(), 'pi', 'name'),
  about: z.string(),
  partner: z.string().nullable(),
  /** Who received a gift. */
  taker: classed(z.string().nullable(), 'pi', 'name'),
  takerId: rowId.nullable(),
  points: z.int().nullable(),
  minutes: z.int().nullable(),
  at: z.string(),
  endedAt: z.string().nullable(),
  onBehalf: z.enum(['self', 'family', 'clerk']).nullable(),
  /** Reserved, checked in, entered late, given. */
  by: z.string().nullable(),
  /** Handed over, confirmed. */
  endedBy: z.string().nullable(),
  state: z.enum(Object.keys(no.stateWords) as [keyof typeof no.stateWords]), // as above
  isReversed: z.boolean(),
  isAsked: z.boolean(),
})

export const contract = {
  listFindings: endpoint({
    method: 'get',
    path: '/bank/findings',
    permission: 'bank.read',
    look: { people: ['items.personId'] },
    summary: { zh: '异常线索', en: 'What stands out in the books' },
    input: z.object({ status: status.optional(), kind: kind.optional(), ...paging }),
    output: z.object({ items: z.array(line), total: z.int(), waiting: z.int() }),
  }),
  readFinding: endpoint({
    method: 'get',
    path: '/bank/findings/:id',
    permission: 'bank.read',
    look: { people: ['list.personId'] },
    summary: { zh: '一条线索及其依据的每一笔记录', en: 'A finding with every record it rests on' },
    input: z.object({ id: rowId }),
    output: z.object({
      ...line.shape,
      numbers,
      usual: z.int().nullable(),
      list: z.array(record),
      judgedBy: z.string().nullable(),
      judgedAt: z.string().nullable(),
      reason: z.string().nullable(),
      steps: z.array(z.object({ id: rowId, measure, words: z.string(), by: z.string().nullable(), at: z.string() })),
      can: z.object({ judge: z.boolean(), note: z.boolean() }),
      /** Why the one who reads may not judge: it is their own work. */
      isOwn: z.boolean(),
    }),
    refusals: [noRow],
  }),
  lookForAnomalies: endpoint({
    method: 'post',
    path: '/bank/findings/look',
    permission: 'bank.manage',
    summary: { zh: '现在查找异常', en: 'Look for what stands out now' },
    input: z.object({}),
    output: z.object({ raised: z.int(), grown: z.int() }),
  }),
  judgeFinding: endpoint({
    method: 'post',
    path: '/bank/findings/:id/judge',
    permission: 'bank.approve',
    summary: { zh: '对线索作出结论，写明理由', en: 'Judge a finding, with the reason' },
    input: z.object({ id: rowId, isWrong: z.boolean(), reason: words }),
    output: done,
    refusals: [noRow, no.judgedBefore, no.ownFinding],
  }),
  noteMeasure: endpoint({
    method: 'post',
    path: '/bank/findings/:id/measures',
    permission: 'bank.approve',
    summary: { zh: '登记对问题的处理情况', en: 'Note what was done about what was wrong' },
    /** `measureId` is from whoever asks: asking again notes nothing twice. */
    input: z.object({ id: rowId, measureId: rowId, measure, words }),
    output: done,
    refusals: [noRow, no.notWrong, no.ownFinding, no.nothingReversed, no.disputeMissing, no.notClosed],
  }),
  listLimits: endpoint({
    method: 'get',
    path: '/bank/limits',
    permission: 'bank.read',
    summary: { zh: '异常标准：现行的、将行的、以前的', en: 'Limits in force, to come and of before' },
    input: z.object({}),
    output: listOf(
      z.object({
        /** Null: the shipped limits, where the county has set none. */
        id: rowId.nullable(),
        fromOn: z.string(),
        limits,
        note: z.string().nullable(),
        setBy: z.string().nullable(),
        setAt: z.string().nullable(),
        standing: z.enum(['coming', 'in_force', 'past']),
      }),
    ),
  }),
  setLimits: endpoint({
    method: 'post',
    path: '/bank/limits',
    permission: 'bank.manage',
    summary: { zh: '制定异常标准，自某日起施行', en: 'Set the limits from a day on' },
    input: z.object({
      fromOn: z.iso.date('日期请写成 2026-03-01'),
      limits,
      note: z.string().trim().max(500).nullable().default(null),
    }),
    output: z.object({ id: rowId }),
    refusals: [no.limitsInThePast, no.limitsDaySet],
  }),
}
