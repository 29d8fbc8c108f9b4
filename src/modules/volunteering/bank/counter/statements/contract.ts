import { z } from 'zod'
import { done, endpoint, fileAnswer, listOf, rowId } from '#platform/contract.ts'
import { format, settlement, settlementLine } from '../../settlement/contract.ts'
import * as settling from '../../settlement/words.ts'
import * as no from '../words.ts'

const noRow = { code: 'row.not_found', status: 404 }

export const contract = {
  listStatements: endpoint({
    method: 'get',
    path: '/counter/statements',
    permission: 'partner.use',
    summary: { zh: '本店的结算单', en: 'The settlements of this partner' },
    input: z.object({}),
    output: listOf(settlementLine),
    refusals: [no.noCounter],
  }),
  readStatement: endpoint({
    method: 'get',
    path: '/counter/statements/:id',
    permission: 'partner.use',
    summary: { zh: '一张结算单', en: 'One settlement' },
    input: z.object({ id: rowId }),
    output: settlement,
    refusals: [no.noCounter, noRow],
  }),
  confirmStatement: endpoint({
    method: 'post',
    path: '/counter/statements/:id/confirm',
    permission: 'partner.use',
    summary: { zh: '确认结算单', en: 'Confirm a settlement' },
    input: z.object({ id: rowId }),
    output: done,
    refusals: [no.noCounter, noRow, settling.notNow],
  }),
  disputeStatement: endpoint({
    method: 'post',
    path: '/counter/statements/:id/dispute',
    permission: 'partner.use',
    summary: { zh: '对结算单提出异议', en: 'Dispute a settlement' },
    input: z.object({ id: rowId, reason: z.string().trim().min(2, '请写明哪里不对').max(500) }),
    output: done,
    refusals: [no.noCounter, noRow, settling.notNow],
  }),
  downloadStatement: endpoint({
    method: 'get',
    path: '/counter/statements/:id/file',
    permission: 'partner.use',
    summary: { zh: '下载本店结算单', en: 'Download a settlement of this partner' },
    input: z.object({ id: rowId, format }),
    output: fileAnswer,
    answer: 'file',
    refusals: [no.noCounter, noRow],
  }),
}
