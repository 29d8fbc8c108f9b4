import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { dayOf, instantOf, shiftDays, spanOf } from './calendar/days.ts'
import type { CalendarSearch, View } from './routes.ts'

export type GatheringLine = Awaited<ReturnType<typeof api.gatherings.listGatherings>>['items'][number]
export type GatheringRecord = Awaited<ReturnType<typeof api.gatherings.readGathering>>
export type SignUpLine = Awaited<ReturnType<typeof api.signUps.listSignUps>>['items'][number]
export type SheetLine = Awaited<ReturnType<typeof api.attendance.readSheet>>['items'][number]

/** Everything about gatherings is asked again after any change to one. */
export const GATHERINGS = ['gatherings'] as const
export const PAGE = 50
const MOST = 200

type Looked = { view: View; day: string; search: CalendarSearch }

export const calendarQuery = ({ view, day, search }: Looked) => {
  const { view: _view, day: _day, offset, groupId, ...question } = search
  const paged = view === 'list' ? { offset: offset ?? 0, limit: PAGE } : { limit: MOST }
  const asked = { ...question, ...spanOf(view, day), ...paged }
  return queryOptions({
    queryKey: [...GATHERINGS, 'calendar', groupId, asked],
    queryFn: () =>
      groupId ? api.groupCalendar.listGroupCalendar({ id: groupId, ...asked }) : api.gatherings.listGatherings(asked),
  })
}
/** Whatever began since yesterday's midnight: a gathering may go past midnight. */
export const onNowQuery = (now: number) => {
  const asked = {
    from: instantOf(shiftDays(dayOf(now), -1), '00:00'),
    to: instantOf(shiftDays(dayOf(now), 1), '00:00'),
    status: 'planned' as const,
    limit: MOST,
  }
  return queryOptions({
    queryKey: [...GATHERINGS, 'on-now', asked],
    queryFn: () => api.gatherings.listGatherings(asked),
  })
}
export const gatheringQuery = (id: string) =>
  queryOptions({ queryKey: [...GATHERINGS, id], queryFn: () => api.gatherings.readGathering({ id }) })
export const signUpsQuery = (id: string) =>
  queryOptions({ queryKey: [...GATHERINGS, id, 'sign-ups'], queryFn: () => api.signUps.listSignUps({ id }) })
export const sheetQuery = (id: string) =>
  queryOptions({ queryKey: [...GATHERINGS, id, 'sheet'], queryFn: () => api.attendance.readSheet({ id }) })
export const feedbackQuery = (id: string) =>
  queryOptions({
    queryKey: [...GATHERINGS, id, 'feedback'],
    queryFn: () => api.gatheringFeedback.listFeedback({ id }),
  })
export const photosQuery = (id: string) =>
  queryOptions({
    queryKey: [...GATHERINGS, id, 'photos'],
    queryFn: () => api.gatheringPhotos.listGatheringPhotos({ id }),
  })
export const feedQuery = queryOptions({
  queryKey: [...GATHERINGS, 'feed'],
  queryFn: () => api.calendarFeed.readFeed(),
})
