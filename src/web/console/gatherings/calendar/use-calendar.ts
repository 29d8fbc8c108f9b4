import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useNarrow } from '../../shell/use-narrow.ts'
import type { CalendarSearch, View } from '../routes.ts'
import { dayOf } from './days.ts'

const route = getRouteApi('/shell/calendar')

/** What is looked at, as the address says; on a phone the calendar is a list. */
export function useCalendar() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const narrow = useNarrow()
  const view: View = narrow ? 'list' : (search.view ?? 'month')
  const change = (part: CalendarSearch) => {
    navigate({ search: (old) => ({ ...old, offset: undefined, ...part }), replace: true }).catch(() => undefined)
  }
  const [today] = useState(() => dayOf(Date.now()))
  return { search, view, narrow, today, day: search.day ?? today, change }
}
