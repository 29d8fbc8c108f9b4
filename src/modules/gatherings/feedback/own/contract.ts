import { z } from 'zod'
import { done, endpoint, rowId } from '#platform/contract.ts'
import { stars } from '../contract.ts'
import { tooLateToSay, wasNotThere } from '../words.ts'

const asked = { personId: rowId, id: rowId }
const noRow = { code: 'row.not_found', status: 404 }

export const contract = {
  myFeedback: endpoint({
    method: 'get',
    path: '/own/:personId/gatherings/:id/feedback',
    permission: 'own.use',
    summary: { zh: '我对一次活动的评价', en: 'What I said of a gathering' },
    input: z.object(asked),
    output: z.object({
      title: z.string(),
      startsAt: z.string(),
      /** Until when one can say it, or say it otherwise. */
      until: z.string(),
      isOpen: z.boolean(),
      said: z
        .object({
          stars,
          words: z.string().nullable(),
          onBehalf: z.enum(['self', 'family', 'clerk']),
          givenAt: z.string(),
        })
        .nullable(),
    }),
    refusals: [noRow],
  }),
  giveMyFeedback: endpoint({
    method: 'put',
    path: '/own/:personId/gatherings/:id/feedback',
    permission: 'own.use',
    summary: { zh: '评价参加过的活动；期限内可以改', en: 'Say how it was; it can be changed while there is time' },
    input: z.object({
      ...asked,
      stars,
      words: z.string().trim().max(300, '最多 300 个字').nullable().default(null),
    }),
    output: done,
    refusals: [noRow, wasNotThere, tooLateToSay],
  }),
}
