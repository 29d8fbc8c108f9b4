import { z } from 'zod'
import { classed, done, endpoint, listOf, paging, rowId } from '#platform/contract.ts'
import * as estates from './estates/words.ts'
import * as redeeming from './redeeming/words.ts'
import * as wallets from './wallets/words.ts'

const noRow = { code: 'row.not_found', status: 404 }
const notEnough = { code: 'ledger.not_enough', status: 409 }
const frozen = { code: 'ledger.frozen', status: 409 }

const line = z.object({
  personId: rowId,
  name: classed(z.string(), 'pi', 'name'),
  community: z.string().nullable(),
  minutes: z.int(),
  points: z.int(),
  held: z.int(),
  isFrozen: z.boolean(),
  /** The last time it moved. */
  movedAt: z.string().nullable(),
})

const movement = z.object({
  id: rowId,
  at: z.string(),
  code: z.enum(['earn', 'award', 'redeem', 'gift', 'donate', 'grant', 'inherit', 'expire', 'pay', 'merge', 'reverse']),
  about: z.string().nullable(),
  refKind: z.string(),
  reason: z.string().nullable(),
  amount: z.int(),
  after: z.int(),
  isReversed: z.boolean(),
})

const cut = z.object({
  cap: z.enum(['day', 'stock', 'event', 'month', 'budget', 'frozen']),
  unit: z.enum(['minutes', 'points']),
  amount: z.int(),
})

const wallet = z.object({
  personId: rowId,
  name: classed(z.string(), 'pi', 'name'),
  isLiving: z.boolean(),
  minutes: z.int(),
  points: z.int(),
  held: z.int(),
  free: z.int(),
  isFrozen: z.boolean(),
  month: z.object({ minutes: z.int(), points: z.int() }),
  statement: z.object({ points: z.array(movement), minutes: z.array(movement) }),
  /** What caps kept back, with the reason. */
  cuts: z.array(z.object({ recordId: rowId, servedOn: z.string(), minutes: z.int(), cuts: z.array(cut) })),
  family: z.array(z.object({ personId: rowId, name: classed(z.string(), 'pi', 'name') })),
  /** Gifts and donations of the last ten minutes, which can still be taken back. */
  given: z.array(
    z.object({
      id: rowId,
      kind: z.enum(['gift', 'donation']),
      taker: classed(z.string(), 'pi', 'name').nullable(),
      points: z.int(),
      givenAt: z.string(),
      undoUntil: z.string(),
    }),
  ),
  /** What heirs have of somebody whose death was taken back. */
  inherited: z.array(z.object({ heir: classed(z.string(), 'pi', 'name'), points: z.int(), isAsked: z.boolean() })),
  can: z.object({ redeem: z.boolean(), give: z.boolean(), undo: z.boolean(), inherit: z.boolean() }),
})

const points = z.int().min(1, '至少 1 分').max(1_000_000)

export const contract = {
  listWallets: endpoint({
    method: 'get',
    path: '/bank/wallets',
    permission: 'bank.read',
    look: { people: ['items.personId'] },
    summary: { zh: '时长与积分账户', en: 'Accounts of hours and points' },
    input: z.object({
      q: z.string().trim().max(40).optional(),
      sort: z.enum(['points', 'minutes', 'name']).default('points'),
      ...paging,
    }),
    output: z.object({
      items: z.array(line),
      total: z.int(),
      /** Of all that are listed, not of this page. */
      sums: z.object({ minutes: z.int(), points: z.int(), held: z.int() }),
    }),
  }),
  readWallet: endpoint({
    method: 'get',
    path: '/bank/wallets/:personId',
    permission: 'bank.read',
    look: { people: ['personId'] },
    summary: { zh: '一个人的账户和逐笔明细', en: 'One account with every movement' },
    input: z.object({ personId: rowId }),
    output: wallet,
    refusals: [noRow],
  }),
  givePoints: endpoint({
    method: 'post',
    path: '/bank/wallets/:personId/gifts',
    permission: 'bank.act',
    summary: { zh: '代老同志转赠给家人', en: 'Give points to family, at the person’s word' },
    input: z.object({ id: rowId, personId: rowId, takerId: rowId, points }),
    output: done,
    refusals: [noRow, wallets.notFamily, wallets.keyUsed, notEnough, frozen],
  }),
  donatePoints: endpoint({
    method: 'post',
    path: '/bank/wallets/:personId/donations',
    permission: 'bank.act',
    summary: { zh: '代老同志捐给公益池', en: 'Donate points to the pool, at the person’s word' },
    input: z.object({ id: rowId, personId: rowId, points }),
    output: done,
    refusals: [noRow, wallets.keyUsed, notEnough, frozen],
  }),
  undoGift: endpoint({
    method: 'post',
    path: '/bank/wallets/:personId/gifts/:id/undo',
    permission: 'bank.act',
    summary: {
      zh: '代老同志撤销转赠或捐赠：十分钟内、积分还没用掉的',
      en: 'Take a gift or donation back at the person’s word, within ten minutes',
    },
    input: z.object({ id: rowId, personId: rowId }),
    output: done,
    refusals: [noRow, redeeming.notLiving, wallets.noSuchGift, wallets.giftTooLate, wallets.spent],
  }),
  askInheritance: endpoint({
    method: 'post',
    path: '/bank/wallets/:personId/inheritance',
    permission: 'bank.manage',
    summary: { zh: '申请由家人继承积分，第二人同意后办结', en: 'Ask that an heir inherits; a second person decides' },
    input: z.object({ personId: rowId, heirId: rowId, reason: z.string().trim().min(2, '请写明依据').max(200) }),
    output: z.object({ id: rowId }),
    refusals: [
      noRow,
      estates.notDeceased,
      estates.noHeir,
      estates.heirNotFamily,
      estates.nothingLeft,
      estates.askedBefore,
    ],
  }),
  readLiability: endpoint({
    method: 'get',
    path: '/bank/liability',
    permission: 'bank.read',
    summary: { zh: '未兑付总量：全部在账时长和积分，按年龄段', en: 'What is outstanding: all hours and points by age' },
    input: z.object({}),
    output: z.object({
      minutes: z.int(),
      points: z.int(),
      held: z.int(),
      /** Owed to partners and not paid; given to the pool. */
      payable: z.int(),
      pool: z.int(),
      issued: listOf(z.object({ year: z.int(), minutes: z.int(), points: z.int(), pointsBudget: z.int().nullable() })),
      ages: z.array(z.object({ from: z.int().nullable(), people: z.int(), minutes: z.int(), points: z.int() })),
    }),
  }),
}
