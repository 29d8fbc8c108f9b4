import { z } from 'zod'
import { done, endpoint, rowId } from '#platform/contract.ts'
import { kinds } from '../codes/index.ts'
import * as signUps from '../sign-up/words.ts'
import { over } from '../words.ts'

const keysOf = <K extends string>(words: Record<K, unknown>) => Object.keys(words) as [K, ...K[]] // Object.keys widens the record's own keys to string
const noRow = { code: 'row.not_found', status: 404 }
const aPerson = { personId: rowId }
const sentence = z.object({ zh: z.string(), en: z.string() })

const intensity = z.int().min(1).max(4)

const ownLine = z.object({
  id: rowId,
  kind: z.enum(keysOf(kinds)),
  title: z.string(),
  /** Where it is, as one would say it. */
  where: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  status: z.enum(['planned', 'held', 'cancelled']),
  /** Why it was cancelled. */
  reason: z.string().nullable(),
  signUp: z.enum(['none', 'open', 'invited']),
  /** Places left; null where there are enough for all. */
  free: z.int().nullable(),
  mine: z
    .object({
      signUpId: rowId,
      status: z.enum(['invited', 'in', 'waiting', 'offered']),
      offeredUntil: z.string().nullable(),
      companion: z.string().nullable(),
      /** The plan they said yes to, while it has changed and their word on the new one is not given. */
      waitsForWord: z.object({ startsAt: z.string().nullable(), intensity: intensity.nullable() }).nullable(),
    })
    .nullable(),
})

const asked = { ...aPerson, id: rowId }

export const contract = {
  myGatherings: endpoint({
    method: 'get',
    path: '/own/:personId/gatherings',
    permission: 'own.use',
    summary: { zh: '我报名的活动，和我能参加的活动', en: 'What I signed up for, and what I can come to' },
    input: z.object(aPerson),
    output: z.object({
      mine: z.array(ownLine),
      open: z.array(ownLine),
      /** Where they were within the last year. */
      been: z.array(
        z.object({
          id: rowId,
          title: z.string(),
          startsAt: z.string(),
          /** How they liked it, and whether they can say so still. */
          stars: z.int().nullable(),
          maySay: z.boolean(),
        }),
      ),
    }),
    refusals: [noRow],
  }),
  myGathering: endpoint({
    method: 'get',
    path: '/own/:personId/gatherings/:id',
    permission: 'own.use',
    summary: { zh: '一次活动，适不适合我', en: 'One gathering, and whether it suits me' },
    input: z.object(asked),
    output: ownLine.extend({
      note: z.string().nullable(),
      intensity,
      hosts: z.array(z.string()),
      strength: z.enum(['fine', 'warn', 'consent', 'refuse']),
      reasons: z.array(sentence),
    }),
    refusals: [noRow],
  }),
  joinGathering: endpoint({
    method: 'post',
    path: '/own/:personId/gatherings/:id/join',
    permission: 'own.use',
    summary: { zh: '报名；候补有名额时确认', en: 'Sign up, or take the place that was offered' },
    input: z.object({ ...asked, companion: z.string().trim().min(1).max(60).nullable().default(null) }),
    output: z.object({ signUpId: rowId, status: z.enum(['in', 'waiting']) }),
    refusals: [
      noRow,
      over,
      signUps.noSignUp,
      signUps.invitedOnly,
      signUps.tooLate,
      signUps.signedUpBefore,
      signUps.clash,
      signUps.beyondStrength,
      signUps.consentNeeded,
      signUps.notLiving,
      signUps.notSignedUp,
      signUps.stillBeyond,
      signUps.wordMissing,
    ],
  }),
  leaveGathering: endpoint({
    method: 'post',
    path: '/own/:personId/gatherings/:id/leave',
    permission: 'own.use',
    summary: { zh: '取消报名，或谢绝邀请', en: 'Cancel, or decline an invitation' },
    input: z.object(asked),
    output: done,
    refusals: [noRow, over, signUps.notSignedUp],
  }),
  showMyCode: endpoint({
    method: 'post',
    path: '/own/:personId/code',
    permission: 'own.use',
    summary: { zh: '显示我的签到码', en: 'Show my code for the door' },
    input: z.object(aPerson),
    output: z.object({ name: z.string(), code: z.string(), qr: z.array(z.string()) }),
    refusals: [noRow],
  }),
}
