import { z } from 'zod'
import { classed, done, endpoint, rowId } from '#platform/contract.ts'
import { day, noRow } from '../contract.ts'
import { type GroupPost, postWords } from '../rules.ts'
import * as groups from '../words.ts'
import * as no from './words.ts'

export const groupPost = z.enum(Object.keys(postWords) as [GroupPost, ...GroupPost[]]) // the keys of the record
const finding = z.object({ weight: z.enum(['warn', 'refuse']), zh: z.string(), en: z.string() })

const officer = z.object({
  id: rowId,
  personId: rowId,
  name: z.string(),
  age: classed(z.int().nullable(), 'pi', 'hide'),
  post: groupPost,
  term: z.int(),
  fromOn: z.string(),
  untilOn: z.string(),
  endedOn: z.string().nullable(),
  reason: z.string().nullable(),
  approvalNo: z.string().nullable(),
  state: z.enum(['runs', 'ends_soon', 'overdue', 'ended']),
})

const election = z.object({
  id: rowId,
  heldOn: z.string(),
  eligible: z.int(),
  voted: z.int(),
  isWellAttended: z.boolean(),
  note: z.string().nullable(),
  by: z.string().nullable(),
})

const wish = z.object({
  personId: rowId,
  post: groupPost,
  isPaid: z.boolean().default(false),
  approvalNo: z.string().trim().min(1).max(60).nullable().default(null),
})

export const contract = {
  listOfficers: endpoint({
    method: 'get',
    look: { people: ['officers.personId'] },
    path: '/groups/:id/officers',
    permission: 'groups.read',
    summary: { zh: '负责人、任期和历次选举', en: 'Officers, terms and elections' },
    input: z.object({ id: rowId }),
    output: z.object({ officers: z.array(officer), others: z.int(), elections: z.array(election) }),
    refusals: [noRow],
  }),
  judgeCandidate: endpoint({
    method: 'get',
    path: '/groups/:id/candidates/:personId',
    permission: 'groups.manage',
    summary: { zh: '按社团兼职规定看看能否任职', en: 'Whether the rule on posts lets somebody serve' },
    input: z.object({ id: rowId, personId: rowId }),
    output: z.object({ term: z.int(), isLeadingCadre: z.boolean(), findings: z.array(finding) }),
    refusals: [noRow],
  }),
  holdElection: endpoint({
    method: 'post',
    path: '/groups/:id/elections',
    permission: 'groups.manage',
    summary: {
      zh: '登记选举结果：上一届任期结束，新一届开始',
      en: 'Record an election: former terms end, new ones begin',
    },
    input: z.object({
      id: rowId,
      heldOn: day,
      untilOn: day,
      voted: z.int().min(1),
      note: z.string().trim().max(500).nullable().default(null),
      officers: z.array(wish).min(1).max(40),
    }),
    output: z.object({
      electionId: rowId,
      warnings: z.array(z.object({ name: z.string(), zh: z.string(), en: z.string() })),
    }),
    refusals: [
      noRow,
      groups.closed,
      groups.outsideArea,
      groups.wrongDay,
      no.notEligible,
      no.tooManyVotes,
      no.noHead,
      no.mayNotServe,
      no.laterElection,
      no.badTerm,
    ],
  }),
  endTerm: endpoint({
    method: 'post',
    path: '/groups/:id/officers/:officerId/end',
    permission: 'groups.manage',
    summary: { zh: '卸任', en: 'End somebody’s term' },
    input: z.object({ id: rowId, officerId: rowId, on: day, reason: z.string().trim().min(2, '请写明原因').max(200) }),
    output: done,
    refusals: [noRow, groups.closed, groups.outsideArea, groups.wrongDay, no.ended],
  }),
}
