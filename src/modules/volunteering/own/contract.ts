import { z } from 'zod'
import { done, endpoint, rowId } from '#platform/contract.ts'
import { keysOf, needKinds, needStates, urgencies } from '../codes/index.ts'
import * as needs from '../needs/words.ts'
import { fromSignUp } from '../shifts/turns/contract.ts'
import * as shifts from '../shifts/words.ts'
import * as no from './words.ts'

const noRow = { code: 'row.not_found', status: 404 }
const aPerson = { personId: rowId }
const asked = { ...aPerson, id: rowId }
const rating = z.int().min(1).max(5).nullable().default(null)

const shift = z.object({
  id: rowId,
  title: z.string(),
  where: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  /** Places left; null where there are enough for all. */
  free: z.int().nullable(),
  status: z.enum(['planned', 'held', 'cancelled']),
  turn: z.enum(['waiting', 'claimed', 'started', 'late', 'served', 'confirmed']).nullable(),
  /** The gathering where their word on a changed plan is asked for. */
  wordAt: rowId.nullable(),
  /** Check-in and check-out by the code of whom it is done for; a turn is handed on until it begins. */
  can: z.object({ checkIn: z.boolean(), checkOut: z.boolean(), swap: z.boolean() }),
})

const need = z.object({
  id: rowId,
  number: z.string(),
  kind: z.enum(keysOf(needKinds)),
  words: z.string(),
  status: z.enum(keysOf(needStates)),
  raisedAt: z.string(),
  helper: z.string().nullable(),
  /** When somebody comes, and the code to show them as word that they were there. */
  comesAt: z.string().nullable(),
  code: z.string().nullable(),
  /** The code as rows of a QR symbol, for whoever comes with a telephone. */
  qr: z.array(z.string()).nullable(),
  satisfaction: z.int().nullable(),
  can: z.object({ withdraw: z.boolean(), answer: z.boolean() }),
})

export const contract = {
  myShifts: endpoint({
    method: 'get',
    path: '/own/:personId/shifts',
    permission: 'own.use',
    summary: { zh: '我认领的服务，和我能帮的忙', en: 'Turns I have, and where I can help' },
    input: z.object(aPerson),
    output: z.object({
      isVolunteer: z.boolean(),
      /** Stars by which the county honours, and minutes confirmed so far. */
      stars: z.int(),
      minutes: z.int(),
      mine: z.array(shift),
      open: z.array(shift),
      /** Turns of theirs that were confirmed within the last year. */
      helped: z.array(z.object({ id: rowId, title: z.string(), on: z.string(), minutes: z.int() })),
    }),
    refusals: [noRow],
  }),
  claimMyTurn: endpoint({
    method: 'post',
    path: '/own/:personId/shifts/:id/claim',
    permission: 'own.use',
    summary: { zh: '认领服务', en: 'Claim a turn' },
    input: z.object({ ...asked, companion: z.string().trim().min(1).max(60).nullable().default(null) }),
    output: z.object({ status: z.enum(['claimed', 'waiting']) }),
    refusals: [noRow, ...fromSignUp, shifts.begun, shifts.notOpenTo, shifts.overlap, shifts.notOwnServed],
  }),
  giveUpMyTurn: endpoint({
    method: 'post',
    path: '/own/:personId/shifts/:id/give-up',
    permission: 'own.use',
    summary: { zh: '取消认领', en: 'Give up a turn' },
    input: z.object(asked),
    output: done,
    refusals: [
      noRow,
      no.noTurn,
      shifts.wrongState,
      { code: 'sign_up.not', status: 409 },
      { code: 'gatherings.over', status: 409 },
    ],
  }),
  myNeeds: endpoint({
    method: 'get',
    path: '/own/:personId/needs',
    permission: 'own.use',
    summary: { zh: '我请人帮的忙', en: 'What I asked for' },
    input: z.object(aPerson),
    output: z.object({ items: z.array(need) }),
    refusals: [noRow],
  }),
  askForHelp: endpoint({
    method: 'post',
    path: '/own/:personId/needs',
    permission: 'own.use',
    summary: { zh: '找人帮忙', en: 'Ask for help' },
    input: z.object({
      ...aPerson,
      /** Made by the page: sent again by a poor line it is the same wish. */
      id: rowId.optional(),
      kind: z.enum(keysOf(needKinds)),
      words: z.string().trim().max(500).default(''),
      urgency: z.enum(keysOf(urgencies)).default('normal'),
    }),
    output: z.object({ needId: rowId, number: z.string() }),
    refusals: [noRow, needs.placeNeeded, needs.holdsId, no.wishUsed],
  }),
  withdrawMyNeed: endpoint({
    method: 'post',
    path: '/own/:personId/needs/:id/withdraw',
    permission: 'own.use',
    summary: { zh: '不用帮了', en: 'No longer needed' },
    input: z.object(asked),
    output: done,
    refusals: [noRow, needs.notNow],
  }),
  answerMyNeed: endpoint({
    method: 'post',
    path: '/own/:personId/needs/:id/answer',
    permission: 'own.use',
    summary: {
      zh: '确认来帮过了，评不评分都行',
      en: 'Confirm that it was done, and say how it was if one likes to',
    },
    input: z.object({ ...asked, satisfaction: rating }),
    output: done,
    refusals: [noRow, needs.notNow, shifts.wrongState],
  }),
  confirmMyVisit: endpoint({
    method: 'post',
    path: '/own/:personId/visits/:id/confirm',
    permission: 'own.use',
    summary: {
      zh: '服务对象本人确认来帮过了：计入志愿者的时长和积分',
      en: 'The served person confirms that somebody came: it counts for the volunteer',
    },
    input: z.object({ ...asked, rating }),
    output: done,
    refusals: [noRow, shifts.wrongState, needs.notNow],
  }),
  myRecord: endpoint({
    method: 'get',
    path: '/own/:personId/record',
    permission: 'own.use',
    summary: { zh: '为我办的事', en: 'What was done for me' },
    input: z.object(aPerson),
    output: z.object({
      /** Done for them and not confirmed yet: their own word is enough. */
      waiting: z.array(z.object({ id: rowId, title: z.string(), on: z.string(), minutes: z.int(), by: z.string() })),
      served: z.array(
        z.object({
          id: rowId,
          title: z.string(),
          on: z.string(),
          minutes: z.int(),
          by: z.string(),
          rating: z.int().nullable(),
        }),
      ),
      /** What was brought to them, and the health services they were given. */
      given: z.array(z.object({ id: rowId, title: z.string(), startsAt: z.string(), isHome: z.boolean() })),
    }),
    refusals: [noRow],
  }),
}
