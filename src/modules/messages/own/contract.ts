import { z } from 'zod'
import { done, endpoint, listOf, paging, rowId } from '#platform/contract.ts'
import { messageKind } from '../templates/contract.ts'

const aPerson = { personId: rowId }
const noRow = { code: 'row.not_found', status: 404 }
const way = z.enum(['own', 'family', 'paper'])
const sentence = z.object({ zh: z.string(), en: z.string() })

export const contract = {
  myMessages: endpoint({
    method: 'get',
    path: '/own/:personId/messages',
    permission: 'own.use',
    summary: { zh: '发给我的消息，新的在前', en: 'What I was told, the latest first' },
    input: z.object({ ...aPerson, ...paging }),
    output: listOf(
      z.object({
        id: rowId,
        kind: messageKind,
        text: sentence,
        createdAt: z.string(),
        readAt: z.string().nullable(),
      }),
    ).extend({ unread: z.int() }),
    refusals: [noRow],
  }),
  markMyMessagesRead: endpoint({
    method: 'post',
    path: '/own/:personId/messages/read',
    permission: 'own.use',
    summary: { zh: '这些消息看过了', en: 'These messages were read' },
    input: z.object({ ...aPerson, ids: z.array(rowId).min(1).max(200) }),
    output: z.object({ read: z.int() }),
    refusals: [noRow],
  }),
  myMessageChoice: endpoint({
    method: 'get',
    path: '/own/:personId/message-choice',
    permission: 'own.use',
    summary: { zh: '我愿意怎样收消息', en: 'How I wish to be told' },
    input: z.object(aPerson),
    output: z.object({
      way,
      declined: z.array(messageKind),
      /** Whether there is a mobile to write to, as they chose. */
      hasPhone: z.boolean(),
      onBehalf: z.enum(['self', 'family', 'clerk']).nullable(),
      at: z.string().nullable(),
      /** The county's quiet hours, in which nothing is sent. */
      quiet: z.object({ from: z.string(), to: z.string() }),
    }),
    refusals: [noRow],
  }),
  chooseMyWay: endpoint({
    method: 'put',
    path: '/own/:personId/message-choice',
    permission: 'own.use',
    summary: { zh: '选怎样收消息、不收哪些', en: 'Choose how to be told, and what not' },
    input: z.object({ ...aPerson, way, declined: z.array(messageKind).max(20) }),
    output: done,
    refusals: [noRow, { code: 'messages.must_be_told', status: 422 }],
  }),
}
