import { z } from 'zod'
import { classed, done, endpoint, listOf, paging, rowId } from '#platform/contract.ts'
import { elderKinds, halfDays, keysOf, skills, teamRoles } from '../codes/index.ts'
import * as no from './words.ts'

export const skill = z.enum(keysOf(skills))
const halfDay = z.string().refine((one) => halfDays.has(one), '请选择可服务的时间')
const elderKind = z.enum(keysOf(elderKinds))
const placeCode = z.string().regex(/^[1-8]\d{18}$/, '请选择地点')

const facts = {
  skills: z.array(skill).max(13).default([]),
  times: z.array(halfDay).max(14).default([]),
  elderKind: elderKind.nullable().default(null),
  /** How much a week at most. */
  weekMinutes: z.int().min(0).max(2400, '每周最多 40 小时').default(360),
  note: z.string().trim().max(300).nullable().default(null),
}

const line = z.object({
  personId: rowId,
  number: z.string(),
  name: z.string(),
  community: z.string().nullable(),
  age: classed(z.int().nullable(), 'pi', 'hide'),
  skills: z.array(skill),
  elderKind: elderKind.nullable(),
  teams: z.array(z.object({ id: rowId, name: z.string(), role: z.enum(keysOf(teamRoles)) })),
  sinceOn: z.string(),
  leftOn: z.string().nullable(),
})

const record = line.extend({
  version: z.int(),
  times: z.array(z.string()),
  weekMinutes: z.int(),
  note: classed(z.string().nullable(), 'pi', 'hide'),
  leftReason: z.string().nullable(),
  posts: z.array(z.object({ id: rowId, place: z.string(), kind: z.string(), sinceOn: z.string() })),
  training: z.array(
    z.object({ id: rowId, title: z.string(), heldOn: z.string(), minutes: z.int(), result: z.string() }),
  ),
  can: z.object({ change: z.boolean(), leave: z.boolean() }),
})

const noRow = { code: 'row.not_found', status: 404 }
const reason = z.string().trim().min(2, '请写明原因').max(200)

export const contract = {
  listVolunteers: endpoint({
    method: 'get',
    look: { people: ['items.personId'] },
    path: '/volunteers',
    permission: 'volunteering.read',
    summary: { zh: '志愿者：按地点、专长、五老', en: 'Volunteers by place, skill and veteran kind' },
    input: z.object({
      under: placeCode.optional(),
      skill: skill.optional(),
      elderKind: elderKind.optional(),
      /** Those who left as well. */
      left: z.boolean().optional(),
      q: z.string().trim().max(60).optional(),
      ...paging,
    }),
    output: listOf(line),
  }),
  readVolunteer: endpoint({
    method: 'get',
    look: { people: ['personId'] },
    path: '/volunteers/:personId',
    permission: 'volunteering.read',
    summary: { zh: '一位志愿者：专长、队伍、岗位、培训', en: 'A volunteer: skills, teams, posts and training' },
    input: z.object({ personId: rowId }),
    output: record,
    refusals: [noRow],
  }),
  registerVolunteer: endpoint({
    method: 'post',
    path: '/volunteers',
    permission: 'volunteering.record',
    summary: {
      zh: '登记志愿者，发给编号；退出的可再登记',
      en: 'Register a volunteer, with a number; who left may come back',
    },
    input: z.object({ personId: rowId, ...facts }),
    output: z.object({ personId: rowId, number: z.string() }),
    refusals: [noRow, no.registeredBefore, no.notLiving],
  }),
  changeVolunteer: endpoint({
    method: 'put',
    path: '/volunteers/:personId',
    permission: 'volunteering.record',
    summary: { zh: '更正专长、时间和每周上限', en: 'Put skills, times and the weekly limit right' },
    input: z.object({ personId: rowId, version: z.int().min(1), ...facts }),
    output: done,
    refusals: [noRow, no.hasLeft, no.changedMeanwhile],
  }),
  leaveVolunteering: endpoint({
    method: 'post',
    path: '/volunteers/:personId/leave',
    permission: 'volunteering.record',
    summary: { zh: '退出志愿服务（队伍和岗位一并结束）', en: 'Leave volunteering, with its teams and posts' },
    input: z.object({ personId: rowId, reason }),
    output: done,
    refusals: [noRow, no.hasLeft],
  }),
}
