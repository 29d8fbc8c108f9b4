import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'
import type { InboxSearch, MessageSearch, PrintSearch } from './routes.ts'

export type MessageLine = Awaited<ReturnType<typeof api.messages.listMessages>>['items'][number]
export type TemplateLine = Awaited<ReturnType<typeof api.messageTemplates.listTemplates>>['items'][number]
export type PrintGroup = Awaited<ReturnType<typeof api.messagePaper.listToPrint>>['groups'][number]
export type Gateway = Awaited<ReturnType<typeof api.smsGateway.showGateway>>

export const MESSAGES = ['messages'] as const
export const INBOX = ['inbox'] as const
export const TEMPLATES = ['message-templates'] as const
export const GATEWAY = ['sms-gateway'] as const
export const PAGE = 50

export const listQuery = (search: MessageSearch) =>
  queryOptions({
    queryKey: [...MESSAGES, 'list', search],
    queryFn: () => api.messages.listMessages({ ...search, limit: PAGE }),
  })
export const inboxQuery = (search: InboxSearch) =>
  queryOptions({
    queryKey: [...INBOX, 'list', search],
    queryFn: () => api.messages.readInbox({ ...search, limit: PAGE }),
  })
const UNREAD_EVERY_MS = 60_000
export const unreadQuery = queryOptions({
  queryKey: [...INBOX, 'unread'],
  queryFn: () => api.messages.countUnread({}),
  refetchInterval: UNREAD_EVERY_MS,
})
export const settingsQuery = queryOptions({
  queryKey: [...MESSAGES, 'settings'],
  queryFn: () => api.messageSettings.showMessageSettings({}),
})
export const toPrintQuery = (search: PrintSearch) =>
  queryOptions({
    queryKey: [...MESSAGES, 'to-print', search],
    queryFn: () => api.messagePaper.listToPrint(search.place ? { under: search.place } : {}),
  })
export const templatesQuery = queryOptions({
  queryKey: TEMPLATES,
  queryFn: () => api.messageTemplates.listTemplates({}),
})
export const gatewayQuery = queryOptions({ queryKey: GATEWAY, queryFn: () => api.smsGateway.showGateway({}) })
export const gatewayWishQuery = queryOptions({
  queryKey: [...GATEWAY, 'wish'],
  queryFn: () => api.smsGateway.showGatewayWish({}),
})
