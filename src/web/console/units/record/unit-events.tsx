import { eventWords, fieldWords } from '#modules/units/words.ts'
import { useSay } from '../../../ui/language/language.ts'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { Section } from '../../../ui/page/section.tsx'
import { Timeline } from '../../../ui/page/timeline.tsx'
import type { UnitRecord } from '../queries.ts'
import { useUnitsWords } from '../words.ts'
import { UnitLink } from './unit-facts.tsx'

type UnitEvent = UnitRecord['events'][number]
const fields: Record<string, { zh: string; en: string }> = fieldWords

export function UnitEvents({ unit }: { unit: UnitRecord }) {
  const words = useUnitsWords()
  const say = useSay()
  const { enumerate } = usePunctuation()
  const times = useTimes()
  const more = (event: UnitEvent) => {
    const changed = event.detail['fields']
    const names = Array.isArray(changed)
      ? changed.map((key) => fields[String(key)]).filter((one) => one !== undefined)
      : []
    const renamed = [event.detail['from'], event.detail['to']].filter((one) => typeof one === 'string').join(' → ')
    return (
      <>
        {event.otherId && event.other ? <UnitLink unit={{ id: event.otherId, name: event.other }} /> : null} {renamed}
        {enumerate(names.map(say))}
      </>
    )
  }
  return (
    <Section title={words.history}>
      <Timeline
        empty={words.noHistory}
        items={unit.events.map((event) => ({
          id: event.id,
          when: event.on,
          what: <strong>{say(eventWords[event.kind])}</strong>,
          more: more(event),
          note: [event.by, times.minute(event.at)].filter(Boolean).join(' · '),
        }))}
      />
    </Section>
  )
}
