import { z } from 'zod'
import { done, endpoint, instant, listOf, paging, rowId } from '#platform/contract.ts'
import { attendanceStates, kinds } from './codes/index.ts'
import * as no from './words.ts'

const keysOf = <K extends string>(words: Record<K, unknown>) => Object.keys(words) as [K, ...K[]] // Object.keys widens the record's own keys to string

export const gatheringKind = z.enum(keysOf(kinds))
export const attendanceState = z.enum(keysOf(attendanceStates))
const placeCode = z.string().regex(/^[1-8]\d{18}$/, '请选择地点')
const intensity = z.literal([1, 2, 3, 4])
const signUp = z.enum(['none', 'open', 'invited'])
const status = z.enum(['planned', 'held', 'cancelled'])

const resource = z.object({
  kind: z.enum(['funds', 'people', 'equipment', 'vehicle']),
  name: z.string().trim().min(1, '请填写名称').max(60),
  count: z.int().min(1).max(10_000).nullable().default(null),
  cents: z.int().min(1).max(100_000_000).nullable().default(null),
  unitId: rowId.nullable().default(null),
})

const facts = z.object({
  kind: gatheringKind,
  title: z.string().trim().min(2, '活动名称至少两个字').max(80, '活动名称最多 80 个字'),
  placeCode,
  siteId: rowId.nullable().default(null),
  address: z.string().trim().max(200).nullable().default(null),
  startsAt: instant,
  endsAt: instant,
  /** Unless said, what the kind usually asks of the body. */
  intensity: intensity.optional(),
  signUp: signUp.default('open'),
  signUpUntil: instant.nullable().default(null),
  capacity: z.int().min(1).max(100_000).nullable().default(null),
  offerHours: z.int().min(1).max(240).default(24),
  hosts: z.array(rowId).max(20).default([]),
  resources: z.array(resource).max(50).default([]),
  note: z.string().trim().max(2_000).nullable().default(null),
})

const line = z.object({
  id: rowId,
  kind: gatheringKind,
  title: z.string(),
  placeCode: z.string(),
  place: z.string(),
  siteId: rowId.nullable(),
  site: z.string().nullable(),
  address: z.string().nullable(),
  startsAt: z.string(),
  endsAt: z.string(),
  intensity,
  status,
  signUp,
  capacity: z.int().nullable(),
  /** Who has a place, who waits, and who was there; of all people, as a gathering is nobody's secret. */
  taken: z.int(),
  waiting: z.int(),
  present: z.int(),
})

const record = line.extend({
  version: z.int(),
  seriesId: rowId.nullable(),
  /** The shift of volunteers it is: changed and called off there. */
  shiftId: rowId.nullable(),
  signUpUntil: z.string().nullable(),
  offerHours: z.int(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  hosts: z.array(z.object({ id: rowId, name: z.string() })),
  resources: z.array(
    resource.extend({
      id: rowId,
      count: z.int().nullable(),
      cents: z.int().nullable(),
      unitId: rowId.nullable(),
      unit: z.string().nullable(),
    }),
  ),
  can: z.object({
    change: z.boolean(),
    signUp: z.boolean(),
    mark: z.boolean(),
    close: z.boolean(),
    correct: z.boolean(),
    cancel: z.boolean(),
  }),
})

/** How far an act on one of a series reaches: this one, this and the later ones, or all that have not begun. */
export const span = z.enum(['one', 'following', 'all'])
const change = facts.extend({ id: rowId, version: z.int().min(1), span: span.default('one') })

const noRow = { code: 'row.not_found', status: 404 }
const mayRefuse = [no.badTime, no.siteTaken, no.siteClosed, no.outsideArea, no.noSuchHost, no.shiftsElsewhere]

export const contract = {
  listGatherings: endpoint({
    method: 'get',
    path: '/gatherings',
    permission: 'gatherings.read',
    summary: { zh: '活动日历：按时间、地点、场地、类别', en: 'Calendar of gatherings by time, place, venue and kind' },
    input: z.object({
      from: instant.optional(),
      to: instant.optional(),
      under: placeCode.optional(),
      siteId: rowId.optional(),
      personId: rowId.optional(),
      kind: gatheringKind.optional(),
      status: status.optional(),
      q: z.string().trim().max(60).optional(),
      ...paging,
    }),
    output: listOf(line),
  }),
  readGathering: endpoint({
    method: 'get',
    path: '/gatherings/:id',
    permission: 'gatherings.read',
    summary: { zh: '一次活动', en: 'One gathering' },
    input: z.object({ id: rowId }),
    output: record,
    refusals: [noRow],
  }),
  planGathering: endpoint({
    method: 'post',
    path: '/gatherings',
    permission: 'gatherings.manage',
    summary: { zh: '安排活动；可一次安排一系列', en: 'Plan a gathering, or a series of them at once' },
    input: facts.extend({
      repeat: z
        .object({ every: z.enum(['week', 'fortnight', 'month']), times: z.int().min(2).max(53) })
        .nullable()
        .default(null),
    }),
    output: z.object({ ids: z.array(rowId) }),
    refusals: mayRefuse,
  }),
  previewChange: endpoint({
    method: 'post',
    look: { people: ['people.personId'] },
    path: '/gatherings/:id/change-preview',
    permission: 'gatherings.manage',
    summary: {
      zh: '修改前先看：改了以后谁不宜参加、谁需要同意和陪同',
      en: 'Before a change: who would then be beyond their strength or need consent',
    },
    input: change,
    output: z.object({
      gatherings: z.int(),
      people: z.array(
        z.object({
          personId: rowId,
          /** Masked where the reader does not look after them; then the reasons stay untold. */
          name: z.string(),
          isMasked: z.boolean(),
          startsAt: z.string(),
          outcome: z.enum(['consent', 'refuse']),
          reasons: z.array(z.object({ zh: z.string(), en: z.string() })),
        }),
      ),
    }),
    refusals: [...mayRefuse, noRow, no.over, no.changedMeanwhile, no.tooSmall, no.isShift],
  }),
  changeGathering: endpoint({
    method: 'put',
    path: '/gatherings/:id',
    permission: 'gatherings.manage',
    summary: { zh: '修改活动安排', en: 'Change a gathering' },
    input: change,
    output: done,
    refusals: [...mayRefuse, noRow, no.over, no.changedMeanwhile, no.tooSmall, no.isShift],
  }),
  cancelGathering: endpoint({
    method: 'post',
    path: '/gatherings/:id/cancel',
    permission: 'gatherings.manage',
    summary: { zh: '取消活动，写明原因', en: 'Cancel a gathering, with the reason' },
    input: z.object({ id: rowId, reason: z.string().trim().min(2, '请写明原因').max(200), span: span.default('one') }),
    output: done,
    refusals: [noRow, no.over, no.outsideArea, no.hasPresent, no.isShift],
  }),
}
