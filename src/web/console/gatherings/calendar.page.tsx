import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Answer } from '../../ui/feedback/answer.tsx'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { Pager } from '../../ui/table/pager.tsx'
import { SideFrame } from '../../ui/tree/side-frame.tsx'
import { useMay } from '../shell/session/me.ts'
import css from './calendar/calendar.module.css'
import { CalendarBar } from './calendar/calendar-bar.tsx'
import { CalendarFilters } from './calendar/calendar-filters.tsx'
import { DayGrid } from './calendar/day-grid.tsx'
import { GatheringList } from './calendar/gathering-list.tsx'
import { OnNow } from './calendar/on-now.tsx'
import { PlaceSide } from './calendar/place-side.tsx'
import { Subscribe } from './calendar/subscribe.tsx'
import { useCalendar } from './calendar/use-calendar.ts'
import { PlanGathering } from './plan/plan-gathering.tsx'
import { calendarQuery, type GatheringLine, PAGE } from './queries.ts'
import { useCalendarWords } from './words.ts'

/** Whatever has a date, a place and people, by month, week or list. */
export function CalendarPage() {
  const words = useCalendarWords()
  const may = useMay()
  const { search, view, day, narrow } = useCalendar()
  const [open, setOpen] = useState<'plan' | 'subscribe' | null>(null)
  const found = useQuery({ ...calendarQuery({ view, day, search }), placeholderData: keepPreviousData })
  const acts = (
    <>
      <Button onClick={() => setOpen('subscribe')}>{words.subscribe}</Button>
      {may('gatherings.manage') ? (
        <Button type="primary" onClick={() => setOpen('plan')}>
          {words.plan}
        </Button>
      ) : null}
    </>
  )
  return (
    <Page title={words.title} actions={acts}>
      {may('gatherings.manage') ? <OnNow /> : null}
      <SideFrame narrow={narrow} heading={words.byPlace} side={<PlaceSide />}>
        <Section title={words.title} quiet>
          <CalendarBar />
          <CalendarFilters />
          <Answer query={found} lines={10}>
            {(answer) => <Found {...answer} isStale={found.isPlaceholderData} />}
          </Answer>
        </Section>
      </SideFrame>
      {open === 'plan' ? <PlanGathering day={day} onClose={() => setOpen(null)} /> : null}
      {open === 'subscribe' ? <Subscribe onClose={() => setOpen(null)} /> : null}
    </Page>
  )
}

type FoundProps = { items: GatheringLine[]; total: number; isStale: boolean }

function Found({ items, total, isStale }: FoundProps) {
  const words = useCalendarWords()
  const { search, view, change } = useCalendar()
  if (view !== 'list')
    return (
      <>
        {total > items.length ? <p className={css.note}>{words.tooMany(total)}</p> : null}
        <DayGrid view={view} items={items} />
      </>
    )
  if (!items.length) return <EmptyState title={words.noneHere} hint={words.noneHint} />
  return (
    <>
      <GatheringList items={items} isStale={isStale} />
      <Pager
        total={total}
        offset={search.offset ?? 0}
        limit={PAGE}
        onTurn={(offset) => change({ offset: offset || undefined })}
      />
    </>
  )
}
