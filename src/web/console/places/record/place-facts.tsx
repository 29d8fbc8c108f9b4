import { Link } from '@tanstack/react-router'
import { HrefLink } from '../../../ui/control/href-link.tsx'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import { Facts } from '../../../ui/page/facts.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { useMay } from '../../shell/session/me.ts'
import type { PlaceRecord } from '../queries.ts'
import { usePlacesWords } from '../words.ts'
import css from './record.module.css'
import { shownCode } from './shown-code.ts'

export function PlaceFacts({ place }: { place: PlaceRecord }) {
  const words = usePlacesWords()
  const { enumerate } = usePunctuation()
  const may = useMay()
  const people = may('people.read') ? (
    <HrefLink href={`/people?place=${place.code}`}>{words.peopleCount(place.people)}</HrefLink>
  ) : (
    words.peopleCount(place.people)
  )
  const successor = place.successor ? (
    <Link to="/places/$code" params={{ code: place.successor.code }}>
      {place.successor.name}
    </Link>
  ) : null
  const isLocated = place.lon !== null && place.lat !== null
  return (
    <Section title={place.short}>
      <Facts
        items={[
          { label: words.people, value: <span className={css.big}>{people}</span> },
          { label: words.code, value: <code className={css.code}>{shownCode(place)}</code> },
          { label: words.validFrom, value: place.validFrom },
          { label: words.location, value: isLocated ? `${place.lon}, ${place.lat}` : words.noLocation },
          ...(place.formerNames.length ? [{ label: words.formerNames, value: enumerate(place.formerNames) }] : []),
          ...(successor ? [{ label: words.successor, value: successor }] : []),
        ]}
      />
    </Section>
  )
}
