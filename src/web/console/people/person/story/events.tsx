import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { eventWords } from '#modules/people/record/words.ts'
import { Tabs } from '../../../../ui/control/tabs.tsx'
import { Answer } from '../../../../ui/feedback/answer.tsx'
import { useSay } from '../../../../ui/language/language.ts'
import { useTimes } from '../../../../ui/language/times.ts'
import { useKitWords } from '../../../../ui/language/words.ts'
import { Section } from '../../../../ui/page/section.tsx'
import { Timeline } from '../../../../ui/page/timeline.tsx'
import { type PersonRecord, timelineQuery } from '../../queries.ts'
import { usePersonWords } from '../../words.ts'
import css from './story.module.css'

/** Everything that happened, in one stream, newest first. */
export function Events({ person }: { person: PersonRecord }) {
  const words = usePersonWords()
  const timeline = useQuery(timelineQuery(person.id))
  return (
    <Section title={words.tabs.timeline} flush>
      <Answer query={timeline}>{({ items }) => <Stream items={items} />}</Answer>
    </Section>
  )
}

type Line = Awaited<ReturnType<NonNullable<ReturnType<typeof timelineQuery>['queryFn']>>>['items'][number]

function Stream({ items }: { items: readonly Line[] }) {
  const words = usePersonWords()
  const kit = useKitWords()
  const say = useSay()
  const { minute } = useTimes()
  const [only, setOnly] = useState('all')
  const kinds = [...new Set(items.map(({ kind }) => kind))]
  const shown = items.filter(({ kind }) => only === 'all' || kind === only)
  const count = (kind: string) => items.filter((line) => line.kind === kind).length
  return (
    <>
      {kinds.length > 1 ? (
        <Tabs
          label={words.eventKind}
          value={only}
          onChange={setOnly}
          options={[
            { value: 'all', label: kit.all, count: items.length },
            ...kinds.map((kind) => ({
              value: kind,
              label: say(eventWords[kind] ?? { zh: kind, en: kind }),
              count: count(kind),
            })),
          ]}
        />
      ) : null}
      <div className={css.stream}>
        <Timeline
          empty={words.noEvents}
          items={shown.map((line) => ({
            id: line.id,
            when: line.happenedOn ?? minute(line.at),
            what: say(line),
            note: [line.by, line.happenedOn ? words.recordedAt(minute(line.at)) : null].filter(Boolean).join(' · '),
          }))}
        />
      </div>
    </>
  )
}
