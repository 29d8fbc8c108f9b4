import { z } from 'zod'
import { done, endpoint, rowId } from '#platform/contract.ts'
import { onBehalves, partnerKinds } from '../codes/index.ts'
import * as redeeming from '../redeeming/words.ts'
import * as wallets from '../wallets/words.ts'

const keysOf = <K extends string>(words: Record<K, unknown>) => Object.keys(words) as [K, ...K[]] // Object.keys widens the record's own keys to string
const noRow = { code: 'row.not_found', status: 404 }
const notEnough = { code: 'ledger.not_enough', status: 409 }
const frozen = { code: 'ledger.frozen', status: 409 }
const aPerson = { personId: rowId }
const points = z.int().min(1, '至少 1 分').max(1_000_000)

/** For so long it can still be taken back, by the server's clock: that of an old telephone may be years off. */
const undoSeconds = z.int()

const reserved = z.object({
  id: rowId,
  code: z.string(),
  /** The code as rows of a QR symbol. */
  qr: z.array(z.string()),
  points: z.int(),
  item: z.string(),
  partner: z.string(),
  expiresAt: z.string(),
  undoUntil: z.string(),
  undoSeconds,
})

export const contract = {
  myBank: endpoint({
    method: 'get',
    path: '/own/:personId/bank',
    permission: 'own.use',
    summary: { zh: '我的时长和积分', en: 'My hours and points' },
    input: z.object(aPerson),
    output: z.object({
      minutes: z.int(),
      points: z.int(),
      held: z.int(),
      free: z.int(),
      isFrozen: z.boolean(),
      month: z.object({ minutes: z.int(), points: z.int() }),
      waiting: z.array(
        z.object({
          id: rowId,
          item: z.string(),
          quantity: z.int(),
          partner: z.string(),
          points: z.int(),
          expiresAt: z.string(),
          undoUntil: z.string(),
          undoSeconds,
        }),
      ),
      /** To whom points can be given. */
      family: z.array(z.object({ personId: rowId, name: z.string() })),
      /** What can still be taken back, the latest first; without a name where it went to the pool. */
      given: z.array(
        z.object({
          id: rowId,
          kind: z.enum(['gift', 'donation']),
          taker: z.string().nullable(),
          points: z.int(),
          undoUntil: z.string(),
          undoSeconds,
        }),
      ),
    }),
    refusals: [noRow],
  }),
  myBankStatement: endpoint({
    method: 'get',
    path: '/own/:personId/bank/statement',
    permission: 'own.use',
    summary: { zh: '我的明细', en: 'My movements' },
    input: z.object({ ...aPerson, unit: z.enum(['points', 'minutes']).default('points') }),
    output: z.object({
      items: z.array(
        z.object({
          id: rowId,
          at: z.string(),
          code: z.enum([
            'earn',
            'award',
            'redeem',
            'gift',
            'donate',
            'grant',
            'inherit',
            'expire',
            'pay',
            'merge',
            'reverse',
          ]),
          about: z.string().nullable(),
          refKind: z.string(),
          reason: z.string().nullable(),
          amount: z.int(),
          after: z.int(),
          isReversed: z.boolean(),
        }),
      ),
    }),
    refusals: [noRow],
  }),
  myBankItems: endpoint({
    method: 'get',
    path: '/own/:personId/bank/items',
    permission: 'own.use',
    summary: { zh: '可以换什么', en: 'What I can have' },
    input: z.object(aPerson),
    output: z.object({
      items: z.array(
        z.object({
          id: rowId,
          name: z.string(),
          description: z.string().nullable(),
          points: z.int(),
          partner: z.string(),
          partnerKind: z.enum(keysOf(partnerKinds)),
          address: z.string().nullable(),
          hasPicture: z.boolean(),
          /** Whether my free points suffice and there is one left. */
          isWithin: z.boolean(),
        }),
      ),
    }),
    refusals: [noRow],
  }),
  redeemPoints: endpoint({
    method: 'post',
    path: '/own/:personId/bank/redemptions',
    permission: 'own.use',
    summary: { zh: '换东西：得到领取码', en: 'Redeem: get the code for the counter' },
    input: z.object({ ...aPerson, id: rowId, itemId: rowId, quantity: z.int().min(1).max(99).default(1) }),
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
  showMyRedemptionCode: endpoint({
    method: 'post',
    path: '/own/:personId/bank/redemptions/:id/code',
    permission: 'own.use',
    summary: { zh: '再看一次领取码', en: 'The code again' },
    input: z.object({ ...aPerson, id: rowId }),
    output: reserved,
    refusals: [noRow, redeeming.noSuchRedemption, redeeming.notWaiting],
  }),
  undoMyRedemption: endpoint({
    method: 'post',
    path: '/own/:personId/bank/redemptions/:id/undo',
    permission: 'own.use',
    summary: { zh: '撤销：十分钟内、还没领取的', en: 'Take it back within ten minutes, before it is handed over' },
    input: z.object({ ...aPerson, id: rowId }),
    output: done,
    refusals: [noRow, redeeming.noSuchRedemption, redeeming.handedOver, redeeming.tooLate, redeeming.notWaiting],
  }),
  giveMyPoints: endpoint({
    method: 'post',
    path: '/own/:personId/bank/gifts',
    permission: 'own.use',
    summary: { zh: '把积分送给家人', en: 'Give points to family' },
    input: z.object({ ...aPerson, id: rowId, takerId: rowId, points }),
    output: done.extend({ undoSeconds }),
    refusals: [noRow, wallets.notFamily, wallets.keyUsed, notEnough, frozen],
  }),
  donateMyPoints: endpoint({
    method: 'post',
    path: '/own/:personId/bank/donations',
    permission: 'own.use',
    summary: { zh: '把积分捐给公益池', en: 'Donate points to the pool' },
    input: z.object({ ...aPerson, id: rowId, points }),
    output: done.extend({ undoSeconds }),
    refusals: [noRow, wallets.keyUsed, notEnough, frozen],
  }),
  undoMyGift: endpoint({
    method: 'post',
    path: '/own/:personId/bank/gifts/:id/undo',
    permission: 'own.use',
    summary: {
      zh: '撤销转赠或捐赠：十分钟内、积分还没用掉的',
      en: 'Take a gift or donation back within ten minutes, while the points are there',
    },
    input: z.object({ ...aPerson, id: rowId }),
    output: done,
    refusals: [noRow, wallets.noSuchGift, wallets.giftTooLate, wallets.spent],
  }),
  myNaming: endpoint({
    method: 'get',
    path: '/own/:personId/bank/naming',
    permission: 'own.use',
    summary: { zh: '每月公示里列不列我的名字', en: 'Whether I am named in the monthly notices' },
    input: z.object(aPerson),
    output: z.object({
      isNamed: z.boolean(),
      /** The name as a notice prints it. */
      shown: z.string(),
      since: z.string().nullable(),
      onBehalf: z.enum(keysOf(onBehalves)).nullable(),
    }),
    refusals: [noRow],
  }),
  setMyNaming: endpoint({
    method: 'post',
    path: '/own/:personId/bank/naming',
    permission: 'own.use',
    summary: { zh: '每月公示里列名或不列名', en: 'Be named in the monthly notices or not' },
    input: z.object({ ...aPerson, isNamed: z.boolean() }),
    output: done,
    refusals: [noRow],
  }),
}
