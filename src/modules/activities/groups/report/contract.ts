import { z } from 'zod'
import { done, endpoint, rowId } from '#platform/contract.ts'
import { noRow } from '../contract.ts'
import * as groups from '../words.ts'
import * as no from './words.ts'

const person = z.object({ personId: rowId, name: z.string(), on: z.string() })

const held = z.object({
  id: rowId,
  title: z.string(),
  startsAt: z.string(),
  status: z.enum(['planned', 'held', 'cancelled']),
  present: z.int(),
  minutes: z.int(),
})

export const contract = {
  listGroupGatherings: endpoint({
    method: 'get',
    path: '/groups/:id/gatherings',
    permission: 'groups.read',
    summary: { zh: '小组的活动', en: 'What the group held and plans' },
    input: z.object({ id: rowId }),
    output: z.object({ items: z.array(held), total: z.int() }),
    refusals: [noRow],
  }),
  linkGathering: endpoint({
    method: 'post',
    path: '/groups/:id/gatherings',
    permission: 'groups.manage',
    summary: { zh: '把一次活动记在小组名下', en: 'Enter a gathering as the group’s' },
    input: z.object({ id: rowId, gatheringId: rowId }),
    output: done,
    refusals: [noRow, groups.closed, groups.outsideArea, no.linkedBefore, no.cancelledGathering],
  }),
  unlinkGathering: endpoint({
    method: 'delete',
    path: '/groups/:id/gatherings/:gatheringId',
    permission: 'groups.manage',
    summary: { zh: '撤销记录', en: 'Take it back' },
    input: z.object({ id: rowId, gatheringId: rowId }),
    output: done,
    refusals: [noRow, groups.closed, groups.outsideArea, no.notLinked],
  }),
  readYearlyReport: endpoint({
    method: 'get',
    look: { people: ['joined.personId', 'left.personId'], shows: ['name'] },
    path: '/groups/:id/report',
    permission: 'groups.read',
    summary: {
      zh: '年度报告，由活动、考勤和名单得出',
      en: 'The yearly report, made from gatherings, attendance and the list of members',
    },
    input: z.object({ id: rowId, year: z.int().min(1990).max(2100) }),
    output: z.object({
      year: z.int(),
      /** On the first and on the last day, or today. */
      membersBefore: z.int(),
      membersAfter: z.int(),
      joined: z.array(person),
      left: z.array(person),
      /** Members of other areas who came or went, whose names the reader does not see. */
      others: z.int(),
      gatherings: z.array(held),
      /** Times somebody came, and different people. */
      presences: z.int(),
      people: z.int(),
      minutes: z.int(),
      elections: z.array(z.object({ heldOn: z.string(), eligible: z.int(), voted: z.int() })),
    }),
    refusals: [noRow],
  }),
}
