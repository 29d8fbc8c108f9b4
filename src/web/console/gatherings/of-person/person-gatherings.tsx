import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { kinds } from '#modules/gatherings/codes/index.ts'
import { api } from '../../../api.ts'
import { Mark } from '../../../ui/control/mark.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { useMay } from '../../shell/session/me.ts'
import { Addresses } from '../addresses/addresses.tsx'
import { clockOf, dayOf } from '../calendar/days.ts'
import { GATHERINGS, PAGE } from '../queries.ts'
import { useAddressWords, useCalendarWords, useGatheringWords, useOfPersonWords, useSheetWords } from '../words.ts'
import { OwnCode } from './own-code.tsx'

type Line = Awaited<ReturnType<typeof api.personGatherings.listPersonGatherings>>['items'][number]

/** What somebody signed up for and attended, and the code they show at the door. */
export function PersonGatherings({ id }: { id: string }) {
  const words = useOfPersonWords()
  const addresses = useAddressWords()
  const may = useMay()
  const [offset, setOffset] = useState(0)
  const columns = useColumns()
  const list = useQuery({
    queryKey: [...GATHERINGS, 'of-person', id, offset],
    queryFn: () => api.personGatherings.listPersonGatherings({ id, offset, limit: PAGE }),
    placeholderData: keepPreviousData,
  })
  const hours = list.data ? (list.data.minutes / 60).toFixed(1) : ''
  return (
    <>
      <Section title={words.title} note={list.data ? words.year(list.data.attended, hours) : null} flush>
        <PagedTable
          label={words.title}
          query={list}
          columns={columns}
          rowKey={(one) => one.id}
          empty={<EmptyState title={words.none} hint={words.noneHint} />}
          page={{ offset, limit: PAGE, onTurn: setOffset }}
        />
      </Section>
      {may('gatherings.sign_up') ? (
        <>
          <OwnCode id={id} />
          <Section title={addresses.act}>
            <Addresses subject={{ of: 'person', subject: id }} />
          </Section>
        </>
      ) : null}
    </>
  )
}

function useColumns(): Column<Line>[] {
  const words = useOfPersonWords()
  const calendar = useCalendarWords()
  const gathering = useGatheringWords()
  const sheet = useSheetWords()
  const say = useSay()
  return [
    {
      key: 'title',
      title: calendar.name,
      render: (one) => (
        <Link to="/gatherings/$id" params={{ id: one.id }}>
          {one.title}
        </Link>
      ),
    },
    { key: 'when', title: calendar.when, render: (one) => `${dayOf(one.startsAt)} ${clockOf(one.startsAt)}` },
    { key: 'kind', title: words.kind, render: (one) => say(kinds[one.kind]) },
    { key: 'signUp', title: words.signUp, render: (one) => one.signUp && gathering.statuses[one.signUp] },
    {
      key: 'state',
      title: words.state,
      render: (one) => {
        if (one.status === 'cancelled') return <Mark tone="bad">{calendar.statuses.cancelled}</Mark>
        return one.state && <Mark tone={one.minutes === null ? 'plain' : 'good'}>{sheet.states[one.state]}</Mark>
      },
    },
    { key: 'minutes', title: words.minutes, render: (one) => one.minutes && sheet.minutesOf(one.minutes) },
  ]
}
