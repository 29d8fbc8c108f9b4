import { z } from 'zod'
import { endpoint, listOf, paging, rowId } from '#platform/contract.ts'
import { attendanceState, gatheringKind } from '../contract.ts'

const noRow = { code: 'row.not_found', status: 404 }

export const contract = {
  listPersonGatherings: endpoint({
    method: 'get',
    look: true,
    path: '/people/:id/gatherings',
    permission: 'gatherings.read',
    summary: { zh: '一位老同志报名和参加的活动', en: 'What somebody signed up for and attended' },
    input: z.object({ id: rowId, ...paging }),
    output: listOf(
      z.object({
        id: rowId,
        kind: gatheringKind,
        title: z.string(),
        place: z.string(),
        startsAt: z.string(),
        endsAt: z.string(),
        status: z.enum(['planned', 'held', 'cancelled']),
        signUp: z.enum(['invited', 'in', 'waiting', 'offered', 'cancelled', 'declined']).nullable(),
        state: attendanceState.nullable(),
        minutes: z.int().nullable(),
      }),
    ).extend({
      /** Of the last twelve months: how often, and how long together. */
      attended: z.int(),
      minutes: z.int(),
    }),
    refusals: [noRow],
  }),
}
