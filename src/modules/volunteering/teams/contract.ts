import { z } from 'zod'
import { classed, done, endpoint, rowId } from '#platform/contract.ts'
import { keysOf, needKinds, teamKinds, teamRoles } from '../codes/index.ts'
import * as volunteers from '../volunteers/words.ts'
import * as no from './words.ts'

const placeCode = z.string().regex(/^[1-8]\d{18}$/, '请选择地点')
const kind = z.enum(keysOf(teamKinds))
const role = z.enum(keysOf(teamRoles))
const field = z.enum(keysOf(needKinds))
const reason = z.string().trim().min(2, '请写明原因').max(200)

const facts = {
  name: z.string().trim().min(2, '名称至少两个字').max(60),
  parentId: rowId.nullable().default(null),
  /** Kinds of needs the team serves. */
  fields: z.array(field).max(12).default([]),
  placeCode,
  unitId: rowId.nullable().default(null),
  purpose: z.string().trim().max(500).nullable().default(null),
}

const line = z.object({
  id: rowId,
  kind,
  parentId: rowId.nullable(),
  name: z.string(),
  fields: z.array(field),
  placeCode: z.string(),
  place: z.string(),
  leader: z.string().nullable(),
  /** In the team itself; a corps counts those of its teams as well, each once. */
  members: z.int(),
  /** Needs it has in hand. */
  needs: z.int(),
  foundedOn: z.string(),
  dissolvedOn: z.string().nullable(),
})

const member = z.object({
  id: rowId,
  personId: rowId,
  name: z.string(),
  number: z.string().nullable(),
  age: classed(z.int().nullable(), 'pi', 'hide'),
  role,
  sinceOn: z.string(),
  untilOn: z.string().nullable(),
  reason: z.string().nullable(),
})

const noRow = { code: 'row.not_found', status: 404 }
const manage = { permission: 'volunteering.manage', output: done } as const

export const contract = {
  listTeams: endpoint({
    method: 'get',
    path: '/volunteering/teams',
    permission: 'volunteering.read',
    summary: { zh: '服务团和服务队', en: 'Corps and teams' },
    input: z.object({ dissolved: z.boolean().optional(), q: z.string().trim().max(60).optional() }),
    output: z.object({ items: z.array(line), total: z.int() }),
  }),
  readTeam: endpoint({
    method: 'get',
    look: { people: ['members.personId'] },
    path: '/volunteering/teams/:id',
    permission: 'volunteering.read',
    summary: { zh: '一支队伍：队员、任职、下属队伍', en: 'A team: members, roles, teams below' },
    input: z.object({ id: rowId }),
    output: line.extend({
      version: z.int(),
      parent: z.string().nullable(),
      unitId: rowId.nullable(),
      unit: z.string().nullable(),
      purpose: z.string().nullable(),
      reason: z.string().nullable(),
      members: z.array(member),
      former: z.array(member),
      /** Members of other areas, whose names the reader does not see. */
      others: z.int(),
      can: z.object({ change: z.boolean(), dissolve: z.boolean() }),
    }),
    refusals: [noRow],
  }),
  foundTeam: endpoint({
    method: 'post',
    path: '/volunteering/teams',
    permission: 'volunteering.manage',
    summary: { zh: '成立服务团或服务队', en: 'Found a corps or a team' },
    input: z.object({ kind, ...facts, foundedOn: z.iso.date().optional() }),
    output: z.object({ teamId: rowId }),
    refusals: [noRow, no.nameTaken, no.outsideArea, no.notACorps],
  }),
  changeTeam: endpoint({
    method: 'put',
    path: '/volunteering/teams/:id',
    ...manage,
    summary: { zh: '更正队伍信息', en: 'Put a team right' },
    input: z.object({ id: rowId, version: z.int().min(1), ...facts }),
    refusals: [noRow, no.nameTaken, no.outsideArea, no.notACorps, no.dissolved, no.changedMeanwhile],
  }),
  dissolveTeam: endpoint({
    method: 'post',
    path: '/volunteering/teams/:id/dissolve',
    ...manage,
    summary: { zh: '解散队伍，写明原因', en: 'Dissolve a team, with the reason' },
    input: z.object({ id: rowId, reason }),
    refusals: [noRow, no.outsideArea, no.dissolved, no.hasTeams],
  }),
  joinTeam: endpoint({
    method: 'post',
    path: '/volunteering/teams/:id/members',
    permission: 'volunteering.manage',
    summary: { zh: '加入队伍', en: 'Take somebody into a team' },
    input: z.object({ id: rowId, personId: rowId, role: role.default('member'), since: z.iso.date().optional() }),
    output: z.object({ memberId: rowId }),
    refusals: [noRow, no.outsideArea, no.dissolved, no.memberBefore, no.leaderThere, volunteers.notAVolunteer],
  }),
  giveRole: endpoint({
    method: 'post',
    path: '/volunteering/teams/:id/members/:memberId/role',
    ...manage,
    summary: { zh: '改任队长、副队长或队员', en: 'Give a member another role' },
    input: z.object({ id: rowId, memberId: rowId, role }),
    refusals: [noRow, no.outsideArea, no.dissolved, no.leaderThere],
  }),
  leaveTeam: endpoint({
    method: 'post',
    path: '/volunteering/teams/:id/members/:memberId/leave',
    ...manage,
    summary: { zh: '退出队伍，写明原因', en: 'Leave a team, with the reason' },
    input: z.object({ id: rowId, memberId: rowId, reason }),
    refusals: [noRow, no.outsideArea, no.dissolved],
  }),
}
