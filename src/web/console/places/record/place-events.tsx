import { placeEventWords } from '#modules/places/words.ts'
import { useSay } from '../../../ui/language/language.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { Section } from '../../../ui/page/section.tsx'
import { Timeline } from '../../../ui/page/timeline.tsx'
import type { PlaceRecord } from '../queries.ts'
import { usePlacesWords } from '../words.ts'

export function PlaceEvents({ place }: { place: PlaceRecord }) {
  const words = usePlacesWords()
  const say = useSay()
  const times = useTimes()
  return (
    <Section title={words.history}>
      <Timeline
        empty={words.noHistory}
        items={place.events.map((event) => ({
          id: event.id,
          when: event.on,
          what: <strong>{say(placeEventWords[event.kind])}</strong>,
          more: [event.detail['from'], event.detail['to']].filter((one) => typeof one === 'string').join(' → '),
          note: [event.by, times.minute(event.at)].filter(Boolean).join(' · '),
        }))}
      />
    </Section>
  )
}
