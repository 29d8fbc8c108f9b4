import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Mark } from '../../ui/control/mark.tsx'
import { RecordPage } from '../../ui/feedback/record-page.tsx'
import { Page } from '../../ui/page/page.tsx'
import { type ShiftRecord, shiftQuery } from './queries.ts'
import { ShiftActs } from './shift/shift-acts.tsx'
import { ShiftFacts } from './shift/shift-facts.tsx'
import { Turns } from './shift/turns.tsx'
import { ShiftStatus, useTaskName } from './shifts/use-shift-columns.tsx'
import { useShiftsWords, useShiftWords } from './words.ts'

const route = getRouteApi('/shell/shifts/$id')

export function ShiftPage() {
  const { id } = route.useParams()
  return (
    <RecordPage query={useQuery(shiftQuery(id))}>{(record) => <Body key={record.id} record={record} />}</RecordPage>
  )
}

function Body({ record }: { record: ShiftRecord }) {
  const words = useShiftsWords()
  const shift = useShiftWords()
  const taskName = useTaskName()
  return (
    <Page
      title={record.title}
      trail={<Link to="/shifts">{words.title}</Link>}
      lead={
        <>
          <ShiftStatus shift={record} /> <Mark>{taskName(record.task)}</Mark>{' '}
          {record.seriesId ? <Mark>{shift.series}</Mark> : null}
        </>
      }
      actions={<ShiftActs record={record} />}
    >
      <ShiftFacts record={record} />
      <Turns record={record} />
    </Page>
  )
}
