import { z } from 'zod'
import { classed, done, endpoint, listOf, paging, rowId } from '#platform/contract.ts'
import { grantGrounds, onBehalves, redemptionStates } from '../codes/index.ts'
import * as estates from '../estates/words.ts'
import * as pool from '../pool/words.ts'
import * as redeeming from '../redeeming/words.ts'
import * as no from './words.ts'

const keysOf = <K extends string>(words: Record<K, unknown>) => Object.keys(words) as [K, ...K[]] // Object.keys widens the record's own keys to string

const status = z.enum(keysOf(redemptionStates))
const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, '月份请写成 2026-03')

const line = z.object({
  id: rowId,
  personId: rowId,
  name: classed(z.string(), 'pi', 'name'),
  partnerId: rowId,
  partner: z.string(),
  item: z.string(),
  quantity: z.int(),
  points: z.int(),
  status,
  onBehalf: z.enum(keysOf(onBehalves)),
  by: z.string().nullable(),
  reservedAt: z.string(),
  expiresAt: z.string(),
  handedOverAt: z.string().nullable(),
  handedOverBy: z.string().nullable(),
  endedAt: z.string().nullable(),
  reason: z.string().nullable(),
  isAsked: z.boolean(),
  can: z.object({ undo: z.boolean(), renew: z.boolean(), reverse: z.boolean() }),
})

const reserved = z.object({
  id: rowId,
  code: z.string(),
  payload: z.string(),
  points: z.int(),
  item: z.string(),
  partner: z.string(),
  expiresAt: z.string(),
  undoUntil: z.string(),
})

/** `lapsed`: what it rests on has ended, so there is nothing to decide. */
const requestStatus = z.enum(['asked', 'done', 'refused', 'lapsed'])

const request = z.object({
  id: rowId,
  kind: z.enum(['reversal', 'inheritance', 'inheritance_return', 'grant', 'grant_reversal']),
  personId: rowId,
  name: classed(z.string().nullable(), 'pi', 'name'),
  heir: classed(z.string().nullable(), 'pi', 'name'),
  about: z.string().nullable(),
  points: z.int(),
  reason: z.string(),
  /** Of the pool: on what ground, why in words, and whether the record says it too. */
  ground: classed(z.enum(keysOf(grantGrounds)).nullable(), 'restricted', 'hide'),
  need: classed(z.string().nullable(), 'restricted', 'hide'),
  isOnRecord: classed(z.boolean().nullable(), 'restricted', 'hide'),
  status: requestStatus,
  askedBy: z.string().nullable(),
  askedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  can: z.object({ decide: z.boolean() }),
})

const noRow = { code: 'row.not_found', status: 404 }
const notEnough = { code: 'ledger.not_enough', status: 409 }
const frozen = { code: 'ledger.frozen', status: 409 }

export const contract = {
  listRedemptions: endpoint({
    method: 'get',
    path: '/bank/redemptions',
    permission: 'bank.read',
    look: { people: ['items.personId'] },
    summary: { zh: '兑换记录', en: 'Redemptions' },
    input: z.object({
      status: status.optional(),
      partnerId: rowId.optional(),
      personId: rowId.optional(),
      month: month.optional(),
      ...paging,
    }),
    output: listOf(line),
  }),
  reserveRedemption: endpoint({
    method: 'post',
    path: '/bank/redemptions',
    permission: 'bank.act',
    summary: { zh: '代老同志兑换，当面交给领取码', en: 'Redeem for somebody at the desk and hand them the code' },
    input: z.object({ id: rowId, personId: rowId, itemId: rowId, quantity: z.int().min(1).max(99).default(1) }),
    output: reserved,
    refusals: [
      noRow,
      notEnough,
      frozen,
      redeeming.keyUsed,
      redeeming.notLiving,
      redeeming.soldOut,
      redeeming.dayLimit,
      redeeming.monthLimit,
    ],
  }),
  renewRedemptionCode: endpoint({
    method: 'post',
    path: '/bank/redemptions/:id/code',
    permission: 'bank.act',
    summary: { zh: '重新出领取码，原码作废', en: 'Another code; the former is void' },
    input: z.object({ id: rowId }),
    output: reserved,
    refusals: [noRow, redeeming.notWaiting],
  }),
  cancelRedemption: endpoint({
    method: 'post',
    path: '/bank/redemptions/:id/cancel',
    permission: 'bank.act',
    summary: { zh: '代为撤销还没领取的兑换', en: 'Take back what was not collected, at the person’s word' },
    input: z.object({ id: rowId }),
    output: done,
    refusals: [noRow, redeeming.handedOver, redeeming.notWaiting],
  }),
  reverseRedemption: endpoint({
    method: 'post',
    path: '/bank/redemptions/:id/reverse',
    permission: 'bank.manage',
    summary: {
      zh: '冲正已领取的兑换，写明原因；超过限额要第二人同意',
      en: 'Reverse what was handed over, with the reason; above the limit a second person agrees',
    },
    input: z.object({
      id: rowId,
      reason: z.string().trim().min(2, '请写明原因').max(200),
      /** Whether the goods came back to the shelf. */
      isReturned: z.boolean().default(false),
    }),
    output: z.object({ status: z.enum(['asked', 'done']) }),
    refusals: [noRow, redeeming.notHandedOver, no.askedBefore, redeeming.inSettlement],
  }),
  listBankRequests: endpoint({
    method: 'get',
    look: true,
    path: '/bank/requests',
    permission: 'bank.read',
    summary: { zh: '等第二人决定的申请', en: 'What waits for a second person' },
    input: z.object({ status: requestStatus.optional() }),
    output: listOf(request),
  }),
  decideBankRequest: endpoint({
    method: 'post',
    path: '/bank/requests/:id/decide',
    permission: 'bank.approve',
    summary: { zh: '同意或不同意冲正、继承、公益池送出', en: 'Agree to a reversal, an inheritance or a grant, or not' },
    input: z.object({ id: rowId, agrees: z.boolean() }),
    output: done,
    refusals: [
      noRow,
      notEnough,
      frozen,
      no.ownRequest,
      no.decidedBefore,
      redeeming.notHandedOver,
      redeeming.inSettlement,
      estates.notDeceased,
      estates.noHeir,
      estates.heirNotFamily,
      estates.nothingLeft,
      estates.heirHasNone,
      estates.deceasedAgain,
      pool.notHere,
      pool.groundOff,
      pool.noBirth,
      pool.tooYoung,
      pool.yearFull,
      pool.poolShort,
      pool.notGiven,
    ],
  }),
}
