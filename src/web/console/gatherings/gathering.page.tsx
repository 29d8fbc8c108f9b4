import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { kinds } from '#modules/gatherings/codes/index.ts'
import { Mark } from '../../ui/control/mark.tsx'
import { RecordPage } from '../../ui/feedback/record-page.tsx'
import { useSay } from '../../ui/language/language.ts'
import { Page } from '../../ui/page/page.tsx'
import { type GatheringRecord, gatheringQuery } from './queries.ts'
import { Feedback } from './record/feedback.tsx'
import { GatheringActs } from './record/gathering-acts.tsx'
import { GatheringFacts } from './record/gathering-facts.tsx'
import { Photos } from './record/photos.tsx'
import { SignUps } from './record/sign-ups.tsx'
import { useCalendarWords, useGatheringWords } from './words.ts'

const route = getRouteApi('/shell/gatherings/$id')

export function GatheringPage() {
  const { id } = route.useParams()
  const gathering = useQuery(gatheringQuery(id))
  return <RecordPage query={gathering}>{(record) => <GatheringBody key={record.id} record={record} />}</RecordPage>
}

/** Where a shift of volunteers is looked after. */
function IsShift({ id }: { id: string }) {
  const words = useGatheringWords()
  return (
    <p>
      {words.isShift}{' '}
      <Link to="/shifts/$id" params={{ id }}>
        {words.openShift}
      </Link>
    </p>
  )
}

function GatheringBody({ record }: { record: GatheringRecord }) {
  const calendar = useCalendarWords()
  const words = useGatheringWords()
  const say = useSay()
  const tone = { planned: 'good', held: 'plain', cancelled: 'bad' } as const
  return (
    <Page
      title={record.title}
      trail={<Link to="/calendar">{calendar.title}</Link>}
      lead={
        <>
          <Mark tone={tone[record.status]}>{calendar.statuses[record.status]}</Mark>{' '}
          <Mark>{say(kinds[record.kind])}</Mark> {record.seriesId ? <Mark>{words.series}</Mark> : null}{' '}
          {record.reason ? words.cancelledFor(record.reason) : null}
        </>
      }
      actions={<GatheringActs record={record} />}
    >
      {record.shiftId ? <IsShift id={record.shiftId} /> : null}
      <GatheringFacts record={record} />
      {record.signUp === 'none' && record.status === 'planned' ? null : <SignUps record={record} />}
      {record.status === 'held' ? <Feedback record={record} /> : null}
      {record.status === 'cancelled' ? null : <Photos record={record} />}
    </Page>
  )
}
