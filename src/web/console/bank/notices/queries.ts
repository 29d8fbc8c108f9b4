import { queryOptions } from '@tanstack/react-query'
import { api } from '../../../api.ts'
import { BANK, PAGE } from '../queries.ts'
import type { NoticeSearch } from './search.ts'

export type Notice = Awaited<ReturnType<typeof api.bankNotices.readNotice>>
export type NoticeLine = Awaited<ReturnType<typeof api.bankNotices.listNotices>>['items'][number]
export type PublicNotice = Awaited<ReturnType<typeof api.bankNotices.readPublicNotice>>
export type Figures = Pick<Notice, 'sums' | 'pool' | 'communities' | 'teams' | 'unnamed' | 'few'>

export const noticesQuery = (search: NoticeSearch) =>
  queryOptions({
    queryKey: [...BANK, 'notices', search],
    queryFn: () => api.bankNotices.listNotices({ ...search, limit: PAGE }),
  })
export const noticeQuery = (id: string) =>
  queryOptions({ queryKey: [...BANK, 'notice', id], queryFn: () => api.bankNotices.readNotice({ id }) })
export const draftQuery = (asked: { month: string; placeCode: string }) =>
  queryOptions({
    queryKey: [...BANK, 'notice-draft', asked],
    queryFn: () => api.bankNotices.draftNotice(asked),
    enabled: asked.placeCode !== '',
  })
export const publicNoticeQuery = (id: string) =>
  queryOptions({
    queryKey: ['public-notice', id],
    queryFn: () => api.bankNotices.readPublicNotice({ id }),
    retry: false,
  })
export const namingQuery = (personId: string) =>
  queryOptions({ queryKey: [...BANK, 'naming', personId], queryFn: () => api.bankNotices.readNaming({ personId }) })
