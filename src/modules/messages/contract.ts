import { z } from 'zod'
import { done, endpoint, listOf, nothing, paging, rowId } from '#platform/contract.ts'
import { messageKind, templateCode } from './templates/contract.ts'
import * as no from './words.ts'

const placeCode = z.string().regex(/^[1-8]\d{18}$/, '请选择地点')
const status = z.enum(['shown', 'waiting', 'sent', 'to_print', 'printed', 'withheld'])
const why = z.enum(['no_phone', 'by_choice', 'no_gateway', 'failed', 'declined', 'not_living', 'erased', 'too_late'])
const sentence = z.object({ zh: z.string(), en: z.string() })
const counts = z.object({ sms: z.int(), paper: z.int(), withheld: z.int() })
const audience = { personIds: z.array(rowId).max(2_000).default([]), under: placeCode.optional() }

export const contract = {
  readInbox: endpoint({
    method: 'get',
    path: '/inbox',
    permission: 'accounts.self',
    summary: { zh: '我的消息', en: 'My inbox' },
    input: z.object({ ...paging, unread: z.boolean().default(false) }),
    output: listOf(
      z.object({
        id: rowId,
        kind: messageKind,
        text: sentence,
        createdAt: z.string(),
        readAt: z.string().nullable(),
      }),
    ).extend({ unread: z.int() }),
  }),
  countUnread: endpoint({
    method: 'get',
    path: '/inbox/unread',
    permission: 'accounts.self',
    summary: { zh: '未读消息数', en: 'How many are unread' },
    input: nothing,
    output: z.object({ unread: z.int() }),
  }),
  markRead: endpoint({
    method: 'post',
    path: '/inbox/read',
    permission: 'accounts.self',
    summary: { zh: '标为已读；不指定则全部', en: 'Mark as read; all unless some are named' },
    input: z.object({ ids: z.array(rowId).max(200).optional() }),
    output: z.object({ read: z.int() }),
  }),
  listMessages: endpoint({
    method: 'get',
    look: { people: ['items.personId'], shows: ['text'] },
    path: '/messages',
    permission: 'messages.send',
    summary: { zh: '发送记录', en: 'What was sent' },
    input: z.object({
      ...paging,
      template: templateCode.optional(),
      kind: messageKind.optional(),
      status: status.optional(),
      personId: rowId.optional(),
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
    }),
    output: listOf(
      z.object({
        id: rowId,
        personId: rowId.nullable(),
        name: z.string(),
        community: z.string().nullable(),
        kind: messageKind,
        template: templateCode,
        /** Null for one-time codes and for who was erased. */
        text: z.string().nullable(),
        status,
        why: why.nullable(),
        dueAt: z.string().nullable(),
        doneAt: z.string().nullable(),
        createdAt: z.string(),
        by: z.string().nullable(),
        parts: z.int(),
        tries: z.array(
          z.object({
            at: z.string(),
            outcome: z.enum(['sent', 'refused', 'unreachable']),
            parts: z.int(),
            fault: z.string().nullable(),
          }),
        ),
      }),
    ).extend({ parts: z.int() }),
  }),
  previewNotice: endpoint({
    method: 'post',
    pace: 'search',
    path: '/notices/preview',
    permission: 'messages.send',
    summary: {
      zh: '发通知前看看：多少人收短信，多少人要送纸',
      en: 'Before a notice goes out: how many by telephone, how many on paper',
    },
    input: z.object(audience),
    output: counts.extend({ hasGateway: z.boolean(), sendsAt: z.string() }),
    refusals: [no.nobody, no.strangers],
  }),
  sendNotice: endpoint({
    method: 'post',
    path: '/notices',
    permission: 'messages.send',
    summary: { zh: '发通知', en: 'Send a notice' },
    input: z.object({
      ...audience,
      /** Made by the page: a notice that is sent twice is sent once. */
      key: rowId,
      text: z.string().trim().min(5, '通知至少五个字').max(300, '通知最多 300 个字'),
    }),
    output: counts,
    refusals: [no.nobody, no.strangers],
  }),
  withdrawMessage: endpoint({
    method: 'post',
    path: '/messages/:id/withdraw',
    permission: 'messages.send',
    summary: { zh: '撤回还没有发出的消息', en: 'Take back a message that has not left' },
    input: z.object({ id: rowId }),
    output: done,
    refusals: [{ code: 'row.not_found', status: 404 }, no.gone],
  }),
}
