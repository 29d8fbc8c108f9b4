import { z } from 'zod'
import { done, endpoint, rowId } from '#platform/contract.ts'
import * as shifts from '../words.ts'

export const onBehalf = z.enum(['self', 'family', 'clerk'])
const noRow = { code: 'row.not_found', status: 404 }

/** What signing up for a gathering may be refused with. */
export const fromSignUp = [
  { code: 'gatherings.over', status: 409 },
  { code: 'sign_up.too_late', status: 409 },
  { code: 'sign_up.before', status: 409 },
  { code: 'sign_up.clash', status: 409 },
  { code: 'sign_up.beyond_strength', status: 409 },
  { code: 'sign_up.consent_needed', status: 409 },
  { code: 'sign_up.not_living', status: 409 },
]

export const contract = {
  claimTurn: endpoint({
    method: 'post',
    path: '/shifts/:id/turns',
    permission: 'volunteering.record',
    summary: { zh: '认领班次；名额已满时排入候补', en: 'Claim a turn for somebody; where it is full they wait' },
    input: z.object({
      id: rowId,
      personId: rowId,
      onBehalf: onBehalf.default('clerk'),
      consentBy: z.enum(['self', 'family']).nullable().default(null),
      companion: z.string().trim().min(1).max(60).nullable().default(null),
    }),
    output: z.object({ turnId: rowId, status: z.enum(['claimed', 'waiting']) }),
    refusals: [noRow, ...fromSignUp, shifts.begun, shifts.notOpenTo, shifts.overlap, shifts.notOwnServed],
  }),
  takePlace: endpoint({
    method: 'post',
    path: '/shifts/:id/turns/:turnId/take',
    permission: 'volunteering.record',
    summary: { zh: '候补有了名额，确认承担', en: 'Take the place that was offered' },
    input: z.object({ id: rowId, turnId: rowId, onBehalf: onBehalf.default('clerk') }),
    output: done,
    refusals: [
      noRow,
      shifts.wrongState,
      shifts.overlap,
      shifts.notOpenTo,
      shifts.notOwnServed,
      { code: 'sign_up.not', status: 409 },
      { code: 'sign_up.word_missing', status: 409 },
      ...fromSignUp,
    ],
  }),
  giveUpTurn: endpoint({
    method: 'post',
    path: '/shifts/:id/turns/:turnId/cancel',
    permission: 'volunteering.record',
    summary: {
      zh: '取消认领；名额按顺序通知候补的人',
      en: 'Give up a turn; the place is offered to the next who waits',
    },
    input: z.object({ id: rowId, turnId: rowId, onBehalf: onBehalf.default('clerk') }),
    output: done,
    refusals: [
      noRow,
      shifts.wrongState,
      { code: 'sign_up.not', status: 409 },
      { code: 'gatherings.over', status: 409 },
    ],
  }),
  missTurn: endpoint({
    method: 'post',
    path: '/shifts/:id/turns/:turnId/miss',
    permission: 'volunteering.manage',
    summary: { zh: '登记未到', en: 'Somebody did not come' },
    input: z.object({ id: rowId, turnId: rowId }),
    output: done,
    refusals: [noRow, shifts.wrongState, shifts.outsideArea, { code: 'gatherings.not_yet', status: 409 }],
  }),
}
