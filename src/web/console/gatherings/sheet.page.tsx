import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { RecordPage } from '../../ui/feedback/record-page.tsx'
import { useTimes } from '../../ui/language/times.ts'
import { Page } from '../../ui/page/page.tsx'
import { type GatheringRecord, gatheringQuery, sheetQuery } from './queries.ts'
import { ClosedSheet } from './sheet/closed-sheet.tsx'
import { OpenSheet } from './sheet/open-sheet.tsx'
import { useCalendarWords, useSheetWords } from './words.ts'

const route = getRouteApi('/shell/gatherings/$id/sheet')

export function SheetPage() {
  const { id } = route.useParams()
  const gathering = useQuery(gatheringQuery(id))
  return <RecordPage query={gathering}>{(record) => <SheetBody key={record.id} record={record} />}</RecordPage>
}

function SheetBody({ record }: { record: GatheringRecord }) {
  const calendar = useCalendarWords()
  const words = useSheetWords()
  const times = useTimes()
  const sheet = useQuery(sheetQuery(record.id))
  const [now] = useState(() => Date.now())
  const hasBegun = Date.parse(record.startsAt) <= now
  const lead =
    record.status === 'held' ? words.leadHeld : hasBegun ? words.lead : words.notYet(times.minute(record.startsAt))
  return (
    <Page
      title={words.titleOf(record.title)}
      lead={lead}
      trail={
        <>
          <Link to="/calendar">{calendar.title}</Link>
          {' / '}
          <Link to="/gatherings/$id" params={{ id: record.id }}>
            {record.title}
          </Link>
        </>
      }
    >
      <RecordPage query={sheet}>
        {(answer) =>
          record.can.mark && hasBegun ? (
            <OpenSheet record={record} sheet={answer} />
          ) : (
            <ClosedSheet record={record} sheet={answer} />
          )
        }
      </RecordPage>
    </Page>
  )
}
