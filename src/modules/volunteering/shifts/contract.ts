import { z } from 'zod'
import { done, endpoint, instant, listOf, paging, rowId } from '#platform/contract.ts'
import { keysOf } from '../codes/index.ts'
import { TURN_STATES } from './rules.ts'
import { checkWays, openness, tasks } from './tasks/index.ts'
import * as no from './words.ts'

export const taskCode = z.enum(keysOf(tasks))
export const placeCode = z.string().regex(/^[1-8]\d{18}$/, '请选择地点')
export const openTo = z.enum(keysOf(openness))
/** How far an act on one of a series reaches: this one, this and the later ones, or all that have not begun. */
export const span = z.enum(['one', 'following', 'all'])
const way = z.enum(keysOf(checkWays)).nullable()
const onBehalf = z.enum(['self', 'family', 'clerk'])

const line = z.object({
  id: rowId,
  gatheringId: rowId,
  title: z.string(),
  task: z.string(),
  openTo,
  teamId: rowId.nullable(),
  team: z.string().nullable(),
  needId: rowId.nullable(),
  placeCode: z.string(),
  place: z.string(),
  address: z.string().nullable(),
  startsAt: z.string(),
  endsAt: z.string(),
  isOver: z.boolean(),
  status: z.enum(['planned', 'held', 'cancelled']),
  capacity: z.int().nullable(),
  taken: z.int(),
  waiting: z.int(),
  /** Now in service, waiting for confirmation, confirmed. */
  started: z.int(),
  served: z.int(),
  confirmed: z.int(),
})

const turn = z.object({
  id: rowId,
  personId: rowId,
  /** Masked where who keeps the shift does not look after them; of those nothing else of the person is told. */
  name: z.string(),
  isMasked: z.boolean(),
  community: z.string().nullable(),
  status: z.enum(TURN_STATES),
  onBehalf,
  claimedAt: z.string(),
  claimedBy: z.string().nullable(),
  isOffered: z.boolean(),
  /** Since the plan changed it asks for a word of theirs, or is too much for them. */
  judgedAgain: z.enum(['consent', 'refuse']).nullable(),
  signUpId: rowId.nullable(),
  inAt: z.string().nullable(),
  inWay: way,
  outAt: z.string().nullable(),
  outWay: way,
  minutes: z.int().nullable(),
  lateReason: z.string().nullable(),
  lateBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  refusedReason: z.string().nullable(),
  /** Check-ins of the wrong person, taken back. */
  takenBack: z.array(
    z.object({ inAt: z.string(), at: z.string(), by: z.string().nullable(), reason: z.string().nullable() }),
  ),
  /** The reader checked them in just now, and undoes it with no more words. */
  isFresh: z.boolean(),
  recordId: rowId.nullable(),
  rating: z.int().nullable(),
  swap: z.object({ id: rowId, status: z.enum(['offered', 'taken']), toPersonId: rowId, to: z.string() }).nullable(),
  /** To whom it was handed on, and who agreed: the leader of the team, or the office. */
  handedOn: z.object({ to: z.string(), by: z.string().nullable(), leader: z.string().nullable() }).nullable(),
  can: z.array(
    z.enum(['cancel', 'swap', 'checkIn', 'takeBack', 'checkOut', 'miss', 'approve', 'confirm', 'refuse', 'reverse']),
  ),
})

const noRow = { code: 'row.not_found', status: 404 }
const fromGatherings = [
  { code: 'gatherings.bad_time', status: 422 },
  { code: 'gatherings.site_taken', status: 409 },
  { code: 'gatherings.site_closed', status: 409 },
  { code: 'gatherings.outside_area', status: 403 },
]

export const contract = {
  listShifts: endpoint({
    method: 'get',
    path: '/shifts',
    permission: 'volunteering.read',
    summary: { zh: '志愿服务班次', en: 'Shifts of volunteers' },
    input: z.object({
      from: instant.optional(),
      to: instant.optional(),
      under: placeCode.optional(),
      teamId: rowId.optional(),
      needId: rowId.optional(),
      personId: rowId.optional(),
      status: z.enum(['planned', 'held', 'cancelled']).optional(),
      /** Only shifts that still have a place. */
      isFree: z.stringbool().optional(),
      q: z.string().trim().max(60).optional(),
      ...paging,
    }),
    output: listOf(line),
  }),
  readShift: endpoint({
    method: 'get',
    look: { people: ['turns.personId'] },
    path: '/shifts/:id',
    permission: 'volunteering.read',
    summary: { zh: '一个班次和它的认领、签到、确认', en: 'One shift with its turns' },
    input: z.object({ id: rowId }),
    output: line.extend({
      version: z.int(),
      seriesId: rowId.nullable(),
      siteId: rowId.nullable(),
      intensity: z.literal([1, 2, 3, 4]),
      note: z.string().nullable(),
      organiser: z.string().nullable(),
      served: z.int(),
      /** Null where the reader does not look after that person, or nobody in particular is served. */
      servedPerson: z.object({ id: rowId, name: z.string() }).nullable(),
      /** Only for who keeps the shift, to hand to whom it is done for. */
      servedCode: z.string().nullable(),
      turns: z.array(turn),
      /** Turns of people of other areas, whose names the reader does not see. */
      others: z.int(),
      can: z.object({
        claim: z.boolean(),
        change: z.boolean(),
        cancel: z.boolean(),
        keep: z.boolean(),
        enterLate: z.boolean(),
      }),
    }),
    refusals: [noRow],
  }),
  publishShift: endpoint({
    method: 'post',
    path: '/shifts',
    permission: 'volunteering.manage',
    summary: {
      zh: '发布班次：来自一条需求，或来自服务队的计划；可一次发布一系列',
      en: 'Publish a shift, from a need or from a team’s plan, or a series at once',
    },
    input: z.object({
      title: z.string().trim().min(2, '班次名称至少两个字').max(80, '班次名称最多 80 个字'),
      task: taskCode,
      placeCode,
      siteId: rowId.nullable().default(null),
      address: z.string().trim().max(200).nullable().default(null),
      startsAt: instant,
      endsAt: instant,
      capacity: z.int().min(1).max(200).default(1),
      intensity: z.literal([1, 2, 3, 4]).optional(),
      openTo: openTo.default('volunteers'),
      needId: rowId.nullable().default(null),
      teamId: rowId.nullable().default(null),
      servedPersonId: rowId.nullable().default(null),
      organiserId: rowId.nullable().default(null),
      invited: z.array(rowId).max(200).default([]),
      note: z.string().trim().max(2_000).nullable().default(null),
      repeat: z
        .object({ every: z.enum(['week', 'fortnight', 'month']), times: z.int().min(2).max(53) })
        .nullable()
        .default(null),
    }),
    output: z.object({ ids: z.array(rowId) }),
    refusals: [
      ...fromGatherings,
      noRow,
      no.notOneDay,
      no.needsTeam,
      no.noSuchTeam,
      no.noSuchNeed,
      no.needHasShift,
      { code: 'needs.not_now', status: 409 },
    ],
  }),
  cancelShift: endpoint({
    method: 'post',
    path: '/shifts/:id/cancel',
    permission: 'volunteering.manage',
    summary: { zh: '取消班次，写明原因', en: 'Cancel a shift, with the reason' },
    input: z.object({ id: rowId, reason: z.string().trim().min(2, '请写明原因').max(200), span: span.default('one') }),
    output: done,
    refusals: [
      noRow,
      no.outsideArea,
      { code: 'gatherings.over', status: 409 },
      { code: 'gatherings.has_present', status: 409 },
      no.wrongState,
    ],
  }),
}
