import { queryOptions } from '@tanstack/react-query'
import { api } from '../../../api.ts'
import { GATHERINGS } from '../queries.ts'

/** What a calendar is of. */
export type Subject = Parameters<typeof api.calendarAddresses.listCalendarAddresses>[0]
export type Listed = Awaited<ReturnType<typeof api.calendarAddresses.listCalendarAddresses>>

export const addressesQuery = (subject: Subject) =>
  queryOptions({
    queryKey: [...GATHERINGS, 'addresses', subject.of, subject.subject],
    queryFn: () => api.calendarAddresses.listCalendarAddresses(subject),
  })
