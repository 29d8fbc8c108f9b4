import { z } from 'zod'
import { classed, done, endpoint, listOf, paging, rowId } from '#platform/contract.ts'
import { askers, channels, keysOf, needKinds, needStates, urgencies } from '../codes/index.ts'
import { needActs } from './rules.ts'
import * as no from './words.ts'

export const needKind = z.enum(keysOf(needKinds))
export const needState = z.enum(keysOf(needStates))
const urgency = z.enum(keysOf(urgencies))
const channel = z.enum(keysOf(channels))
const onBehalf = z.enum(keysOf(askers))
const placeCode = z.string().regex(/^[1-8]\d{18}$/, '请选择地点')
const intensity = z.int().min(1).max(4)
const minutes = z.int().min(10, '时长至少 10 分钟').max(1440)
const words = z.string().trim().min(2, '请写明需要什么帮助').max(500)
const reason = z.string().trim().min(2, '请写明原因').max(200)

const line = z.object({
  id: rowId,
  number: z.string(),
  kind: needKind,
  urgency,
  status: needState,
  channel,
  onBehalf,
  placeCode: z.string(),
  place: z.string(),
  community: z.string().nullable(),
  personId: rowId.nullable(),
  name: z.string().nullable(),
  /** What is asked, in their own words; may tell of illness. */
  words: classed(z.string().nullable(), 'pi', 'hide'),
  helperId: rowId.nullable(),
  helper: z.string().nullable(),
  teamId: rowId.nullable(),
  team: z.string().nullable(),
  raisedAt: z.string(),
  dueAt: z.string(),
  wishedOn: z.string().nullable(),
  isOverdue: z.boolean(),
  can: z.partialRecord(z.enum(needActs as [string, ...string[]]), z.boolean()), // the acts of the table of steps, at least one
})

const step = z.object({
  id: rowId,
  act: z.string(),
  toStatus: needState,
  at: z.string(),
  by: z.string().nullable(),
  helper: z.string().nullable(),
  team: z.string().nullable(),
  note: classed(z.string().nullable(), 'pi', 'hide'),
})

const record = line.extend({
  version: z.int(),
  intensity,
  minutes: z.int(),
  asker: classed(z.string().nullable(), 'pi', 'hide'),
  raisedBy: z.string().nullable(),
  satisfaction: z.int().nullable(),
  endedAt: z.string().nullable(),
  shiftId: rowId.nullable(),
  steps: z.array(step),
  canChange: z.boolean(),
})

const question = {
  status: needState.optional(),
  kind: needKind.optional(),
  urgency: urgency.optional(),
  channel: channel.optional(),
  under: placeCode.optional(),
  personId: rowId.optional(),
  helperId: rowId.optional(),
  teamId: rowId.optional(),
  overdue: z.boolean().optional(),
  /** Days of raising, both included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** The number, or a name as people search for it. */
  q: z.string().trim().max(60).optional(),
}

const noRow = { code: 'row.not_found', status: 404 }
const one = z.object({ id: rowId })
const noted = one.extend({ note: z.string().trim().max(500).nullable().default(null) })
const withReason = one.extend({ reason })
const act = { output: done, refusals: [noRow, no.notNow] }
const manage = { method: 'post', permission: 'volunteering.manage', ...act } as const
const report = { method: 'post', permission: 'volunteering.record', ...act } as const

export const contract = {
  listNeeds: endpoint({
    method: 'get',
    look: { people: ['items.personId', 'items.helperId'] },
    path: '/needs',
    permission: 'volunteering.read',
    summary: { zh: '社区需求：按状态、类别、地点、时间', en: 'Needs by state, kind, place and time' },
    input: z.object({ ...question, ...paging }),
    output: listOf(line),
  }),
  readNeedsBoard: endpoint({
    method: 'get',
    look: { people: ['columns.items.personId', 'columns.items.helperId'] },
    path: '/needs/board',
    permission: 'volunteering.read',
    summary: {
      zh: '需求看板：各状态的件数和最急的几件',
      en: 'The board: how many in each state, and the most urgent of them',
    },
    input: z.object({ ...question, most: z.int().min(1).max(100).default(30) }),
    output: z.object({
      columns: z.array(z.object({ status: needState, total: z.int(), overdue: z.int(), items: z.array(line) })),
    }),
  }),
  readNeed: endpoint({
    method: 'get',
    look: { people: ['personId', 'helperId'] },
    path: '/needs/:id',
    permission: 'volunteering.read',
    summary: { zh: '一条需求的记录', en: 'The record of a need' },
    input: one,
    output: record,
    refusals: [noRow],
  }),
  raiseNeed: endpoint({
    method: 'post',
    path: '/needs',
    permission: 'volunteering.record',
    summary: { zh: '登记需求', en: 'Write down a need' },
    input: z.object({
      kind: needKind,
      words,
      urgency: urgency.default('normal'),
      channel: channel.default('visit'),
      onBehalf: onBehalf.default('self'),
      asker: z.string().trim().max(100).nullable().default(null),
      personId: rowId.nullable().default(null),
      /** Unless said, where the person lives. */
      placeCode: placeCode.nullable().default(null),
      wishedOn: z.iso.date().nullable().default(null),
      intensity: intensity.optional(),
      minutes: minutes.optional(),
    }),
    output: z.object({ needId: rowId, number: z.string() }),
    refusals: [noRow, no.placeNeeded, no.outsideArea, no.notLiving, no.holdsId],
  }),
  classifyNeed: endpoint({
    method: 'put',
    path: '/needs/:id',
    permission: 'volunteering.record',
    summary: { zh: '更正类别、缓急、地点和要求', en: 'Put kind, urgency, place and terms right' },
    input: z.object({
      id: rowId,
      version: z.int().min(1),
      kind: needKind,
      words,
      urgency,
      placeCode,
      wishedOn: z.iso.date().nullable(),
      intensity,
      minutes,
    }),
    output: done,
    refusals: [noRow, no.notNow, no.changedMeanwhile, no.outsideArea, no.holdsId],
  }),
  acceptNeed: endpoint({ ...manage, path: '/needs/:id/accept', input: noted, summary: { zh: '受理', en: 'Accept' } }),
  declineNeed: endpoint({
    ...manage,
    path: '/needs/:id/decline',
    input: withReason,
    summary: { zh: '不予受理，说明原因', en: 'Decline, with the reason' },
  }),
  withdrawNeed: endpoint({
    ...report,
    path: '/needs/:id/withdraw',
    input: withReason,
    summary: { zh: '撤回（不再需要）', en: 'Withdraw: no longer needed' },
  }),
  matchNeed: endpoint({
    ...manage,
    path: '/needs/:id/match',
    input: noted.extend({
      helperId: rowId.nullable().default(null),
      teamId: rowId.nullable().default(null),
      /** Where the county's rule asks for it: who agreed that they go, and who goes along. */
      consentBy: z.enum(['self', 'family']).nullable().default(null),
      companion: z.string().trim().min(1).max(60).nullable().default(null),
    }),
    refusals: [
      noRow,
      no.notNow,
      no.oneHelper,
      no.notAVolunteer,
      no.notThemselves,
      no.teamGone,
      no.beyondStrength,
      no.consentNeeded,
    ],
    summary: { zh: '派给志愿者或服务队', en: 'Give to a volunteer or a team' },
  }),
  releaseNeed: endpoint({
    ...manage,
    path: '/needs/:id/release',
    input: withReason,
    summary: { zh: '退回重新匹配', en: 'Back to matching' },
  }),
  beginNeed: endpoint({
    ...report,
    path: '/needs/:id/begin',
    input: noted,
    summary: { zh: '开始服务', en: 'The service begins' },
  }),
  serveNeed: endpoint({
    ...report,
    path: '/needs/:id/serve',
    input: noted,
    summary: { zh: '服务完成，待回访', en: 'Served; they will be asked' },
  }),
  resumeNeed: endpoint({
    ...report,
    path: '/needs/:id/resume',
    input: withReason,
    summary: { zh: '回访未解决，退回重办', en: 'Asked: not solved yet' },
  }),
  closeNeed: endpoint({
    ...report,
    path: '/needs/:id/close',
    input: noted.extend({ satisfaction: z.int().min(1).max(5) }),
    summary: { zh: '回访满意度，办结', en: 'Ask how content they are, and close' },
  }),
}
