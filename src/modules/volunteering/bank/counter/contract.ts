import { z } from 'zod'
import { endpoint, listOf, rowId } from '#platform/contract.ts'
import * as redeeming from '../redeeming/words.ts'
import * as no from './words.ts'

const handing = z.object({
  id: rowId,
  itemId: rowId,
  item: z.string(),
  hasPicture: z.boolean(),
  quantity: z.int(),
  points: z.int(),
  /** Masked for good: a counter never learns more. */
  name: z.string(),
  status: z.enum(['reserved', 'handed_over', 'undone', 'expired', 'reversed']),
  expiresAt: z.string(),
  handedOverAt: z.string().nullable(),
})
const code = z.string().trim().min(8, '领取码是八位数字').max(40, '领取码是八位数字')

export const contract = {
  readCounter: endpoint({
    method: 'get',
    path: '/counter',
    permission: 'partner.use',
    summary: { zh: '我的柜台：今天核销了多少', en: 'My counter: what was handed over today' },
    input: z.object({}),
    output: z.object({
      partner: z.string(),
      isOpen: z.boolean(),
      clerk: z.string(),
      today: z.string(),
      count: z.int(),
      points: z.int(),
      /** Waiting for the partner's word on a statement. */
      statements: z.int(),
    }),
    refusals: [no.noCounter],
  }),
  lookUpCode: endpoint({
    method: 'post',
    path: '/counter/code',
    permission: 'partner.use',
    summary: { zh: '查领取码：该交付什么', en: 'What a code is good for' },
    input: z.object({ code }),
    output: handing,
    refusals: [no.noCounter, redeeming.wrongCode, redeeming.tooManyCodes, redeeming.notWaiting],
  }),
  handOver: endpoint({
    method: 'post',
    path: '/counter/hand-over',
    permission: 'partner.use',
    summary: { zh: '确认交付，只计一次', en: 'Handed over; counted once' },
    input: z.object({ code, key: rowId }),
    output: handing,
    refusals: [no.noCounter, redeeming.wrongCode, redeeming.tooManyCodes, redeeming.notWaiting, redeeming.keyUsed],
  }),
  listHandings: endpoint({
    method: 'get',
    path: '/counter/redemptions',
    permission: 'partner.use',
    summary: { zh: '某一天核销的', en: 'What was handed over on a day' },
    input: z.object({ on: z.iso.date().optional() }),
    output: listOf(handing),
    refusals: [no.noCounter],
  }),
}
