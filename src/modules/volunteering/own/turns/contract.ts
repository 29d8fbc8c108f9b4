import { z } from 'zod'
import { done, endpoint, rowId } from '#platform/contract.ts'
import * as checking from '../../shifts/checking/words.ts'
import * as swaps from '../../shifts/swaps/words.ts'
import { fromSignUp } from '../../shifts/turns/contract.ts'
import * as shifts from '../../shifts/words.ts'
import * as own from '../words.ts'
import * as no from './words.ts'

const noRow = { code: 'row.not_found', status: 404 }
const aPerson = { personId: rowId }
const asked = { ...aPerson, id: rowId }
const visitCode = z
  .string()
  .trim()
  .regex(/^\d{6}$/, '上门码是 6 个数字')

export const contract = {
  checkInMyTurn: endpoint({
    method: 'post',
    path: '/own/:personId/shifts/:id/check-in',
    permission: 'own.use',
    pace: 'reveal',
    summary: { zh: '志愿者输入服务对象的上门码，签到', en: 'Check in by the code of whom it is done for' },
    input: z.object({ ...asked, code: visitCode }),
    output: z.object({ at: z.string() }),
    refusals: [
      noRow,
      own.noTurn,
      shifts.wrongState,
      shifts.hadDied,
      checking.tooEarly,
      checking.wrongCode,
      no.tooManyCodes,
    ],
  }),
  checkOutMyTurn: endpoint({
    method: 'post',
    path: '/own/:personId/shifts/:id/check-out',
    permission: 'own.use',
    pace: 'reveal',
    summary: { zh: '志愿者输入服务对象的上门码，签退', en: 'Check out by the code of whom it is done for' },
    input: z.object({ ...asked, code: visitCode }),
    output: z.object({ at: z.string(), minutes: z.int() }),
    refusals: [
      noRow,
      own.noTurn,
      shifts.wrongState,
      shifts.hadDied,
      checking.tooLateOut,
      checking.wrongCode,
      checking.nothingServed,
      no.tooManyCodes,
    ],
  }),
  mySwaps: endpoint({
    method: 'get',
    path: '/own/:personId/swaps',
    permission: 'own.use',
    summary: { zh: '请我接的班，和我请人接的班', en: 'Turns offered to me, and turns I offered' },
    input: z.object(aPerson),
    output: z.object({
      offered: z.array(
        z.object({
          id: rowId,
          shiftId: rowId,
          title: z.string(),
          where: z.string(),
          startsAt: z.string(),
          by: z.string(),
          status: z.enum(['offered', 'taken']),
        }),
      ),
      mine: z.array(z.object({ id: rowId, shiftId: rowId, to: z.string(), status: z.enum(['offered', 'taken']) })),
    }),
    refusals: [noRow],
  }),
  mySwapMates: endpoint({
    method: 'get',
    path: '/own/:personId/shifts/:id/mates',
    permission: 'own.use',
    summary: { zh: '可以请谁接班：同队的队友', en: 'Who may be asked to take a turn: one’s team' },
    input: z.object(asked),
    output: z.object({
      title: z.string(),
      startsAt: z.string(),
      items: z.array(z.object({ personId: rowId, name: z.string(), team: z.string() })),
    }),
    refusals: [noRow, own.noTurn],
  }),
  offerMyTurn: endpoint({
    method: 'post',
    path: '/own/:personId/shifts/:id/swaps',
    permission: 'own.use',
    summary: { zh: '换班：请队友接这一班', en: 'Offer my turn to one of my team' },
    input: z.object({ ...asked, toPersonId: rowId }),
    output: z.object({ swapId: rowId }),
    refusals: [
      noRow,
      own.noTurn,
      shifts.wrongState,
      shifts.hadDied,
      shifts.notOpenTo,
      shifts.notOwnServed,
      shifts.overlap,
      swaps.alreadyOffered,
      swaps.begun,
      no.notMate,
    ],
  }),
  takeMySwap: endpoint({
    method: 'post',
    path: '/own/:personId/swaps/:id/take',
    permission: 'own.use',
    summary: { zh: '接下这一班（还要队长或工作人员同意）', en: 'Take the turn; the leader or a clerk agrees next' },
    input: z.object(asked),
    output: done,
    refusals: [noRow, swaps.notNow],
  }),
  endMySwap: endpoint({
    method: 'post',
    path: '/own/:personId/swaps/:id/end',
    permission: 'own.use',
    summary: { zh: '不换了，或不接', en: 'Withdraw a swap, or decline it' },
    input: z.object(asked),
    output: done,
    refusals: [noRow, swaps.notNow],
  }),
  swapsToDecide: endpoint({
    method: 'get',
    path: '/own/:personId/swaps-to-decide',
    permission: 'own.use',
    summary: { zh: '等我这个队长同意的换班', en: 'Swaps in my team that wait for my word' },
    input: z.object(aPerson),
    output: z.object({
      items: z.array(
        z.object({
          id: rowId,
          title: z.string(),
          where: z.string(),
          startsAt: z.string(),
          from: z.string(),
          to: z.string(),
        }),
      ),
    }),
    refusals: [noRow],
  }),
  decideSwap: endpoint({
    method: 'post',
    path: '/own/:personId/swaps/:id/decide',
    permission: 'own.use',
    summary: { zh: '队长同意或不同意换班', en: 'The leader agrees to a swap, or not' },
    input: z.object({ ...asked, agrees: z.boolean() }),
    output: done,
    refusals: [noRow, swaps.notNow, swaps.begun, shifts.wrongState, shifts.overlap, ...fromSignUp],
  }),
}
