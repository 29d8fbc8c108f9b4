import { z } from 'zod'
import { done, endpoint, fileAnswer, listOf, rowId } from '#platform/contract.ts'
import { SETTLEMENT_STATES } from './rules.ts'
import * as no from './words.ts'

const status = z.enum(SETTLEMENT_STATES)
export const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, '月份请写成 2026-03')

export const settlementLine = z.object({
  id: rowId,
  partnerId: rowId,
  partner: z.string(),
  month: z.string(),
  opening: z.int(),
  redeemed: z.int(),
  reversed: z.int(),
  paidBefore: z.int(),
  closing: z.int(),
  /** Points this statement asks to be paid for; how much money that is stands in the contract with the partner. */
  due: z.int(),
  status,
  answerBy: z.string(),
  /** The holidays of that year are not announced: only Saturdays and Sundays were passed over. */
  isByWeekdays: z.boolean(),
  draftedAt: z.string(),
  draftedBy: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  confirmedBy: z.string().nullable(),
  dispute: z.string().nullable(),
  answer: z.string().nullable(),
  /** How the last dispute was answered; null where none was. */
  outcome: z.enum(['corrected', 'rejected']).nullable(),
  /** 1 as it was drawn up; each correction is one more. */
  version: z.int(),
  approvedAt: z.string().nullable(),
  approvedBy: z.string().nullable(),
  voucher: z.string().nullable(),
  paidAt: z.string().nullable(),
  can: z.object({
    confirm: z.boolean(),
    dispute: z.boolean(),
    correct: z.boolean(),
    answer: z.boolean(),
    approve: z.boolean(),
    pay: z.boolean(),
  }),
})

export const settlement = settlementLine.extend({
  lines: z.array(
    z.object({
      redemptionId: rowId,
      kind: z.enum(['redeemed', 'reversed']),
      at: z.string(),
      item: z.string(),
      quantity: z.int(),
      points: z.int(),
      /** Masked as the partner saw it. */
      name: z.string(),
      /** Reversed to put this statement right: the line stands, and is not paid for. */
      isStruck: z.boolean(),
    }),
  ),
})

export const format = z.enum(['xlsx', 'pdf']).default('xlsx')
const noRow = { code: 'row.not_found', status: 404 }

/** The refusal of accounts, by its name: its words are theirs. */
const NOT_PROVEN = { code: 'auth.not_proven', status: 403 }

export const contract = {
  listSettlements: endpoint({
    method: 'get',
    path: '/bank/settlements',
    permission: 'bank.read',
    summary: { zh: '结算单', en: 'Settlements' },
    input: z.object({ month: month.optional(), partnerId: rowId.optional(), status: status.optional() }),
    output: listOf(settlementLine),
  }),
  readSettlement: endpoint({
    method: 'get',
    path: '/bank/settlements/:id',
    permission: 'bank.read',
    summary: { zh: '一张结算单和它的每一笔', en: 'One settlement with every line' },
    input: z.object({ id: rowId }),
    output: settlement,
    refusals: [noRow],
  }),
  draftSettlements: endpoint({
    method: 'post',
    path: '/bank/settlements',
    permission: 'bank.manage',
    summary: { zh: '生成某月的结算单', en: 'Draw up the settlements of a month' },
    input: z.object({ month }),
    output: z.object({ drafted: z.int() }),
    refusals: [no.monthNotOver],
  }),
  correctSettlement: endpoint({
    method: 'post',
    path: '/bank/settlements/:id/correct',
    permission: 'bank.manage',
    summary: {
      zh: '异议成立：按冲正后的账更正结算单，请商户再次确认',
      en: 'The dispute is right: correct the statement by what was reversed and ask again',
    },
    input: z.object({ id: rowId, answer: z.string().trim().min(2, '请写明更正了什么').max(500) }),
    output: z.object({ version: z.int(), due: z.int() }),
    refusals: [noRow, no.notNow, no.nothingCorrected],
  }),
  answerDispute: endpoint({
    method: 'post',
    path: '/bank/settlements/:id/answer',
    permission: 'bank.manage',
    summary: { zh: '不采纳商户异议，写明理由，请其再次确认', en: 'Reject a dispute with the reason and ask again' },
    input: z.object({ id: rowId, answer: z.string().trim().min(2, '请写明核对情况').max(500) }),
    output: done,
    refusals: [noRow, no.notNow, no.correctFirst],
  }),
  approveSettlement: endpoint({
    method: 'post',
    path: '/bank/settlements/:id/approve',
    permission: 'bank.approve',
    summary: { zh: '审核结算单（第二人）', en: 'Approve a settlement, as the second person' },
    input: z.object({ id: rowId }),
    output: done,
    refusals: [noRow, no.notNow, no.ownDraft, NOT_PROVEN],
  }),
  paySettlement: endpoint({
    method: 'post',
    path: '/bank/settlements/:id/pay',
    permission: 'bank.manage',
    summary: { zh: '登记已付款和凭证号', en: 'Enter the payment with its voucher number' },
    input: z.object({ id: rowId, voucher: z.string().trim().min(1, '请填写凭证号').max(60) }),
    output: done,
    refusals: [noRow, no.notNow, NOT_PROVEN],
  }),
  downloadSettlement: endpoint({
    method: 'get',
    path: '/bank/settlements/:id/file',
    permission: 'bank.read',
    summary: { zh: '下载结算单', en: 'Download a settlement' },
    input: z.object({ id: rowId, format }),
    output: fileAnswer,
    answer: 'file',
    refusals: [noRow],
  }),
}
