import { Link } from '@tanstack/react-router'
import { openness } from '#modules/volunteering/shifts/tasks/index.ts'
import { HrefLink } from '../../../ui/control/href-link.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { type Fact, Facts } from '../../../ui/page/facts.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { clockOf, dayOf } from '../../gatherings/calendar/days.ts'
import type { ShiftRecord } from '../queries.ts'
import css from '../service.module.css'
import { useShiftsWords, useShiftWords } from '../words.ts'

/** When, where, for whom and by whom. */
export function ShiftFacts({ record }: { record: ShiftRecord }) {
  const list = useShiftsWords()
  const words = useShiftWords()
  const say = useSay()
  const { startsAt, endsAt, servedPerson, servedCode, team, organiser, needId, note } = record
  const facts: Fact[] = [
    { label: list.when, value: `${dayOf(startsAt)} ${clockOf(startsAt)}–${clockOf(endsAt)}` },
    { label: list.where, value: [record.place, record.address].filter(Boolean).join(' · ') },
    { label: list.people, value: list.peopleOf(record.taken, record.capacity) },
    { label: list.openTo, value: say(openness[record.openTo]) },
    ...(team ? [{ label: list.team, value: team }] : []),
    ...(organiser ? [{ label: list.organiser, value: organiser }] : []),
    ...(servedPerson ? [{ label: list.servedPerson, value: <Served person={servedPerson} /> }] : []),
    ...(needId ? [{ label: words.need, value: <HrefLink href={`/needs/${needId}`}>{words.openNeed}</HrefLink> }] : []),
    ...(servedCode ? [{ label: words.servedCode, value: <ServedCode code={servedCode} />, wide: true }] : []),
    ...(note ? [{ label: list.note, value: note, wide: true }] : []),
  ]
  return (
    <Section title={words.facts}>
      <Facts items={facts} />
      <p style={{ marginTop: 12 }}>
        <Link to="/gatherings/$id" params={{ id: record.gatheringId }}>
          {words.calendar}
        </Link>
      </p>
    </Section>
  )
}

function Served({ person }: { person: { id: string; name: string } }) {
  return (
    <Link to="/people/$id" params={{ id: person.id }}>
      {person.name}
    </Link>
  )
}

function ServedCode({ code }: { code: string }) {
  const words = useShiftWords()
  return (
    <>
      <span className={css.code}>{code}</span>
      <span className={css.sub}>{words.servedCodeHint}</span>
    </>
  )
}
