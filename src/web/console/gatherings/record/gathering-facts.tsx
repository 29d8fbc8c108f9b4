import { Link } from '@tanstack/react-router'
import { intensities } from '#modules/gatherings/codes/index.ts'
import { useSay } from '../../../ui/language/language.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { type Fact, Facts } from '../../../ui/page/facts.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { clockOf, dayOf } from '../calendar/days.ts'
import type { GatheringRecord } from '../queries.ts'
import { useCalendarWords, useGatheringWords } from '../words.ts'
import css from './record.module.css'

/** When, where, by whom and with what. */
export function GatheringFacts({ record }: { record: GatheringRecord }) {
  const words = useGatheringWords()
  const calendar = useCalendarWords()
  const say = useSay()
  const times = useTimes()
  const { startsAt, endsAt, site, address, capacity, signUpUntil } = record
  const until = dayOf(startsAt) === dayOf(endsAt) ? clockOf(endsAt) : `${dayOf(endsAt)} ${clockOf(endsAt)}`
  const facts: Fact[] = [
    { label: calendar.when, value: `${dayOf(startsAt)} ${clockOf(startsAt)}–${until}` },
    { label: calendar.where, value: [record.place, site, address].filter(Boolean).join(' · ') },
    { label: words.intensity, value: say(intensities[record.intensity]) },
    { label: words.signUp, value: words.signUps[record.signUp] },
    { label: words.capacity, value: capacity === null ? words.noLimit : String(capacity) },
    { label: words.signUpUntil, value: signUpUntil ? times.minute(signUpUntil) : words.untilStart },
    { label: words.hosts, value: record.hosts.length ? <Hosts record={record} /> : null, wide: true },
    { label: words.resources, value: record.resources.length ? <Resources record={record} /> : null, wide: true },
    ...(record.note ? [{ label: words.note, value: record.note, wide: true }] : []),
  ]
  return (
    <Section title={words.facts}>
      <Facts items={facts} />
    </Section>
  )
}

function Hosts({ record }: { record: GatheringRecord }) {
  return (
    <ul className={css.plain}>
      {record.hosts.map(({ id, name }) => (
        <li key={id}>
          <Link to="/units/$id" params={{ id }}>
            {name}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Resources({ record }: { record: GatheringRecord }) {
  const words = useGatheringWords()
  return (
    <ul className={css.plain}>
      {record.resources.map(({ id, kind, name, count, cents, unit }) => (
        <li key={id}>
          {words.resourceKinds[kind]} · {name}
          {cents === null ? '' : ` ¥${(cents / 100).toFixed(2)}`}
          {count === null ? '' : ` × ${count}`}
          {unit ? ` · ${unit}` : ''}
        </li>
      ))}
    </ul>
  )
}
