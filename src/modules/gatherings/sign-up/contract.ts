import { z } from 'zod'
import { classed, done, endpoint, rowId } from '#platform/contract.ts'
import * as gatherings from '../words.ts'
import * as no from './words.ts'

const onBehalf = z.enum(['self', 'family', 'clerk'])
const status = z.enum(['invited', 'in', 'waiting', 'offered'])
const sentence = z.object({ zh: z.string(), en: z.string() })

const signUpLine = z.object({
  id: rowId,
  personId: rowId,
  name: z.string(),
  community: z.string().nullable(),
  age: classed(z.int().nullable(), 'pi', 'hide'),
  status,
  askedAt: z.string(),
  offeredUntil: z.string().nullable(),
  strength: z.enum(['fine', 'warn', 'consent', 'refuse']),
  /** The plan changed since, and the consent it now asks for is not given. */
  isWaitingForWord: z.boolean(),
  consentBy: z.enum(['self', 'family']).nullable(),
  companion: classed(z.string().nullable(), 'pi', 'hide'),
  onBehalf,
  by: z.string().nullable(),
})

const noRow = { code: 'row.not_found', status: 404 }

export const contract = {
  listSignUps: endpoint({
    method: 'get',
    look: { people: ['items.personId'] },
    path: '/gatherings/:id/sign-ups',
    permission: 'gatherings.read',
    summary: { zh: '报名情况：有名额的、候补的、受邀的', en: 'Who signed up, who waits, who is invited' },
    input: z.object({ id: rowId }),
    output: z.object({
      items: z.array(signUpLine),
      /** People of other areas, whose names the reader does not see. */
      others: z.int(),
    }),
    refusals: [noRow],
  }),
  judgeSignUp: endpoint({
    method: 'get',
    path: '/gatherings/:id/strength/:personId',
    permission: 'gatherings.sign_up',
    summary: { zh: '量力而行：这位老同志是否宜参加', en: 'Whether a gathering is within somebody’s strength' },
    input: z.object({ id: rowId, personId: rowId }),
    output: z.object({ outcome: z.enum(['fine', 'warn', 'consent', 'refuse']), reasons: z.array(sentence) }),
    refusals: [noRow],
  }),
  signUp: endpoint({
    method: 'post',
    path: '/gatherings/:id/sign-ups',
    permission: 'gatherings.sign_up',
    summary: { zh: '代为报名；名额已满时排入候补', en: 'Sign somebody up; where it is full they wait' },
    input: z.object({
      id: rowId,
      personId: rowId,
      onBehalf: onBehalf.default('clerk'),
      consentBy: z.enum(['self', 'family']).nullable().default(null),
      companion: z.string().trim().min(1).max(60).nullable().default(null),
    }),
    output: z.object({
      signUpId: rowId,
      status: z.enum(['in', 'waiting']),
      strength: z.enum(['fine', 'warn', 'consent']),
    }),
    refusals: [
      noRow,
      gatherings.over,
      no.noSignUp,
      no.invitedOnly,
      no.tooLate,
      no.signedUpBefore,
      no.clash,
      no.beyondStrength,
      no.consentNeeded,
      no.notLiving,
    ],
  }),
  invite: endpoint({
    method: 'post',
    path: '/gatherings/:id/invitations',
    permission: 'gatherings.manage',
    summary: { zh: '邀请参加', en: 'Invite people' },
    input: z.object({ id: rowId, people: z.array(rowId).min(1).max(500) }),
    output: z.object({ invited: z.int() }),
    refusals: [noRow, gatherings.over, gatherings.outsideArea],
  }),
  takeOffer: endpoint({
    method: 'post',
    path: '/gatherings/:id/sign-ups/:signUpId/take',
    permission: 'gatherings.sign_up',
    summary: { zh: '候补有了名额，确认参加', en: 'Take the place that was offered' },
    input: z.object({ id: rowId, signUpId: rowId, onBehalf: onBehalf.default('clerk') }),
    output: done,
    refusals: [
      noRow,
      gatherings.over,
      no.notSignedUp,
      no.wordMissing,
      no.clash,
      no.beyondStrength,
      no.consentNeeded,
      no.notLiving,
    ],
  }),
  consentToChange: endpoint({
    method: 'post',
    path: '/gatherings/:id/sign-ups/:signUpId/consent',
    permission: 'gatherings.sign_up',
    summary: {
      zh: '活动改动后登记谁同意、谁陪同',
      en: 'After a change of the plan: enter who consents and who goes along',
    },
    input: z.object({
      id: rowId,
      signUpId: rowId,
      consentBy: z.enum(['self', 'family']),
      companion: z.string().trim().min(1, '请填写谁陪同').max(60),
    }),
    output: done,
    refusals: [noRow, gatherings.over, no.notSignedUp, no.notAsked, no.stillBeyond],
  }),
  cancelSignUp: endpoint({
    method: 'post',
    path: '/gatherings/:id/sign-ups/:signUpId/cancel',
    permission: 'gatherings.sign_up',
    summary: {
      zh: '取消报名；空出的名额按顺序通知候补的人',
      en: 'Cancel a sign-up; the place is offered to the next who waits',
    },
    input: z.object({ id: rowId, signUpId: rowId, onBehalf: onBehalf.default('clerk') }),
    output: done,
    refusals: [noRow, gatherings.over, no.notSignedUp],
  }),
}
