import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { levelWords } from '#modules/places/words.ts'
import { Mark } from '../../ui/control/mark.tsx'
import { RecordPage } from '../../ui/feedback/record-page.tsx'
import { useSay } from '../../ui/language/language.ts'
import { Page } from '../../ui/page/page.tsx'
import { PlaceActs } from './acts/place-acts.tsx'
import { type PlaceRecord, placeQuery } from './queries.ts'
import { Below } from './record/below.tsx'
import { PlaceEvents } from './record/place-events.tsx'
import { PlaceFacts } from './record/place-facts.tsx'
import { Sites } from './sites/sites.tsx'
import { usePlacesWords } from './words.ts'

const route = getRouteApi('/shell/places/$code')

export function PlacePage() {
  const { code } = route.useParams()
  const place = useQuery(placeQuery(code))
  return <RecordPage query={place}>{(record) => <PlaceBody key={record.code} place={record} />}</RecordPage>
}

function PlaceBody({ place }: { place: PlaceRecord }) {
  const words = usePlacesWords()
  const say = useSay()
  const hasBelow = place.level !== 'entrance'
  return (
    <Page
      title={place.name}
      trail={<Trail place={place} />}
      lead={
        <>
          <Mark>{say(levelWords[place.level])}</Mark>{' '}
          {place.abolishedOn ? <Mark tone="bad">{words.abolishedOn(place.abolishedOn)}</Mark> : null}
        </>
      }
      actions={<PlaceActs place={place} />}
    >
      <PlaceFacts place={place} />
      {hasBelow ? <Below place={place} /> : null}
      <Sites place={place} />
      <PlaceEvents place={place} />
    </Page>
  )
}

function Trail({ place }: { place: PlaceRecord }) {
  return (
    <>
      {place.ancestors.map((step, index) => (
        <span key={step.code}>
          {index ? ' / ' : null}
          {step.level === 'county' ? (
            <Link to="/places">{step.short}</Link>
          ) : (
            <Link to="/places/$code" params={{ code: step.code }}>
              {step.short}
            </Link>
          )}
        </span>
      ))}
    </>
  )
}
