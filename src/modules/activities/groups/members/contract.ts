import { z } from 'zod'
import { classed, done, endpoint, rowId } from '#platform/contract.ts'
import { day, noRow } from '../contract.ts'
import * as groups from '../words.ts'
import * as no from './words.ts'

const onBehalf = z.enum(['self', 'family', 'clerk'])

const member = z.object({
  id: rowId,
  personId: rowId,
  name: z.string(),
  community: z.string().nullable(),
  age: classed(z.int().nullable(), 'pi', 'hide'),
  joinedOn: z.string(),
  leftOn: z.string().nullable(),
  reason: z.string().nullable(),
  onBehalf,
  by: z.string().nullable(),
})

export const contract = {
  listMembers: endpoint({
    method: 'get',
    look: { people: ['items.personId'] },
    path: '/groups/:id/members',
    permission: 'groups.read',
    summary: { zh: '成员名单，含退出的', en: 'Its members, former ones too' },
    input: z.object({ id: rowId }),
    output: z.object({
      items: z.array(member),
      /** Members of other areas, whose names the reader does not see. */
      others: z.int(),
    }),
    refusals: [noRow],
  }),
  joinGroup: endpoint({
    method: 'post',
    path: '/groups/:id/members',
    permission: 'groups.manage',
    summary: { zh: '加入，自愿', en: 'Join, freely' },
    input: z.object({ id: rowId, personId: rowId, on: day, onBehalf: onBehalf.default('clerk') }),
    output: z.object({ memberId: rowId }),
    refusals: [noRow, groups.closed, groups.wrongDay, no.memberBefore, no.notLiving],
  }),
  leaveGroup: endpoint({
    method: 'post',
    path: '/groups/:id/members/:memberId/leave',
    permission: 'groups.manage',
    summary: { zh: '退出，自由', en: 'Leave, freely' },
    input: z.object({
      id: rowId,
      memberId: rowId,
      on: day,
      reason: z.string().trim().max(200).nullable().default(null),
    }),
    output: done,
    refusals: [noRow, groups.wrongDay, no.notMember, no.stillOfficer],
  }),
  inviteByInterest: endpoint({
    method: 'post',
    path: '/groups/:id/invitations',
    permission: 'groups.manage',
    summary: { zh: '邀请本地有同样爱好的人', en: 'Invite those of the place who like the same' },
    input: z.object({ id: rowId }),
    output: z.object({ sms: z.int(), paper: z.int(), withheld: z.int() }),
    refusals: [noRow, groups.closed, groups.outsideArea, no.nobodyToInvite],
  }),
}
