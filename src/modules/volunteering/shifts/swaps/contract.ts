import { z } from 'zod'
import { done, endpoint, rowId } from '#platform/contract.ts'
import { fromSignUp, onBehalf } from '../turns/contract.ts'
import * as shifts from '../words.ts'
import * as no from './words.ts'

const noRow = { code: 'row.not_found', status: 404 }
/** Whose word it was, where a leader of the team gave it; without it the office’s own. */
const leaderId = rowId.nullable().default(null)
const swap = z.object({ id: rowId, onBehalf: onBehalf.default('clerk') })

export const contract = {
  offerTurn: endpoint({
    method: 'post',
    path: '/turns/:id/swaps',
    permission: 'volunteering.record',
    summary: { zh: '换班：把这一班让给另一位志愿者', en: 'Offer a turn to another volunteer' },
    input: swap.extend({ toPersonId: rowId }),
    output: z.object({ swapId: rowId }),
    refusals: [
      noRow,
      shifts.wrongState,
      shifts.hadDied,
      shifts.notOpenTo,
      shifts.notOwnServed,
      shifts.overlap,
      no.alreadyOffered,
      no.sameOne,
      no.begun,
    ],
  }),
  takeSwap: endpoint({
    method: 'post',
    path: '/swaps/:id/take',
    permission: 'volunteering.record',
    summary: {
      zh: '接下这一班（还需队长或工作人员同意）',
      en: 'Take a turn that is offered; who keeps the shift agrees next',
    },
    input: swap,
    output: done,
    refusals: [noRow, no.notNow],
  }),
  agreeToSwap: endpoint({
    method: 'post',
    path: '/swaps/:id/agree',
    permission: 'volunteering.manage',
    summary: { zh: '同意换班', en: 'Agree to a swap' },
    input: z.object({ id: rowId, leaderId }),
    output: z.object({ turnId: rowId }),
    refusals: [
      noRow,
      no.notNow,
      no.begun,
      no.notLeader,
      shifts.wrongState,
      shifts.hadDied,
      shifts.outsideArea,
      shifts.overlap,
      ...fromSignUp,
    ],
  }),
  refuseSwap: endpoint({
    method: 'post',
    path: '/swaps/:id/refuse',
    permission: 'volunteering.manage',
    summary: { zh: '不同意换班，仍由原来的人承担', en: 'Refuse a swap: the turn stays with whose it is' },
    input: z.object({ id: rowId, leaderId }),
    output: done,
    refusals: [noRow, no.notNow, no.notLeader, shifts.outsideArea],
  }),
  listLeaders: endpoint({
    method: 'get',
    path: '/swaps/:id/leaders',
    permission: 'volunteering.manage',
    look: { people: ['items.personId'] },
    summary: { zh: '可以同意这次换班的队长', en: 'The leaders of the team who may agree to a swap' },
    input: z.object({ id: rowId }),
    output: z.object({ items: z.array(z.object({ personId: rowId, name: z.string() })) }),
    refusals: [noRow],
  }),
  endSwap: endpoint({
    method: 'post',
    path: '/swaps/:id/end',
    permission: 'volunteering.record',
    summary: { zh: '撤回或谢绝换班', en: 'Withdraw or decline a swap' },
    input: z.object({ id: rowId, as: z.enum(['withdrawn', 'declined']) }),
    output: done,
    refusals: [noRow, no.notNow],
  }),
}
