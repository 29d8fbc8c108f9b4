import { z } from 'zod'
import { done, endpoint, rowId } from '#platform/contract.ts'
import { messageKind } from '../templates/contract.ts'

const way = z.enum(['own', 'family', 'paper'])
const noRow = { code: 'row.not_found', status: 404 }

export const contract = {
  showChoice: endpoint({
    method: 'get',
    path: '/people/:id/message-choice',
    permission: 'people.read',
    summary: { zh: '这位老同志愿意怎样接收消息', en: 'How somebody wishes to be told' },
    input: z.object({ id: rowId }),
    output: z.object({
      way,
      declined: z.array(messageKind),
      /** Whether there is a mobile to write to, as they chose. */
      hasPhone: z.boolean(),
      onBehalf: z.enum(['self', 'family', 'clerk']).nullable(),
      by: z.string().nullable(),
      at: z.string().nullable(),
      can: z.object({ choose: z.boolean() }),
    }),
    refusals: [noRow],
  }),
  chooseWay: endpoint({
    method: 'put',
    path: '/people/:id/message-choice',
    permission: 'people.write',
    summary: {
      zh: '登记接收消息的方式和不想收到的种类',
      en: 'Note how somebody wishes to be told, and what they decline',
    },
    input: z.object({
      id: rowId,
      way,
      declined: z.array(messageKind).max(20).default([]),
      onBehalf: z.enum(['self', 'family', 'clerk']).default('clerk'),
    }),
    output: done,
    refusals: [noRow, { code: 'messages.must_be_told', status: 422 }],
  }),
}
