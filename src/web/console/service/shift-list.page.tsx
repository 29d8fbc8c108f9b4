import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { PagedTable } from '../../ui/table/paged-table.tsx'
import { dayOf } from '../gatherings/calendar/days.ts'
import { needQuery } from '../needs/queries.ts'
import { useMay } from '../shell/session/me.ts'
import { shiftsQuery } from './queries.ts'
import { PublishShift } from './shifts/publish-shift.tsx'
import { ShiftFilters } from './shifts/shift-filters.tsx'
import { useShiftColumns } from './shifts/use-shift-columns.tsx'
import { WeekBar } from './shifts/week-bar.tsx'
import { useShiftsWords } from './words.ts'

const route = getRouteApi('/shell/shifts')

export function ShiftListPage() {
  const words = useShiftsWords()
  const search = route.useSearch()
  const [today] = useState(() => dayOf(Date.now()))
  const may = useMay()('volunteering.manage')
  const [isPublishing, setPublishing] = useState(false)
  const shifts = useQuery({ ...shiftsQuery(search, today), placeholderData: keepPreviousData })
  const columns = useShiftColumns()
  const need = useQuery({ ...needQuery(search.needId ?? ''), enabled: Boolean(search.needId) })
  const isOfAll = Boolean(search.needId || search.personId)
  const acts = may ? (
    <Button type="primary" loading={need.isLoading} onClick={() => setPublishing(true)}>
      {words.publish}
    </Button>
  ) : null
  return (
    <Page title={words.title} lead={words.lead} actions={acts}>
      {isOfAll ? null : <WeekBar day={search.day ?? today} today={today} />}
      <Section title={words.list} quiet>
        <ShiftFilters />
        <PagedTable
          query={shifts}
          label={words.list}
          columns={columns}
          rowKey={(one) => one.id}
          empty={<EmptyState title={words.none} hint={words.noneHint} />}
          lines={8}
        />
      </Section>
      {isPublishing ? (
        <PublishShift day={search.day ?? today} need={need.data ?? null} onClose={() => setPublishing(false)} />
      ) : null}
    </Page>
  )
}
