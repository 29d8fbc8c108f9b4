import type { contract } from '#modules/gatherings/own/contract.ts'
import type { Answered } from '#platform/contract.ts'
import { useAsk } from '../../../light/ask.ts'
import { dayOf, whenOf } from '../../../light/dates.ts'
import { Shown } from '../../kit/asked.tsx'
import { Link } from '../../kit/link.tsx'
import { api } from '../../shell/api.ts'
import { useDone } from '../../shell/done.ts'
import { useLang } from '../../shell/settings.ts'
import { useVisitor } from '../../shell/visitor.ts'
import { useWords } from '../../words/index.ts'
import { OwnPage } from '../own-page.tsx'
import { ON_PHONE } from './on-phone-words.ts'

type Line = Answered<typeof contract.myGatherings>['mine'][number]

export function GatheringsPage() {
  const { gatherings: words } = useWords()
  const lang = useLang()
  const { personId } = useVisitor().person
  const done = useDone()
  const asked = useAsk(`gatherings ${personId} ${done?.words ?? ''}`, () => api.gatherings.myGatherings({ personId }))
  return (
    <OwnPage title={words.title}>
      <Shown asked={asked}>
        {({ mine, open, been }) => (
          <>
            <h2>{words.mine}</h2>
            <Lines lines={mine} none={words.none} />
            <Link to="/calendar">{ON_PHONE[lang].title}</Link>
            <h2>{words.open}</h2>
            <Lines lines={open} none={words.noneOpen} />
            <Been been={been} />
          </>
        )}
      </Shown>
    </OwnPage>
  )
}

function Been({ been }: { been: Answered<typeof contract.myGatherings>['been'] }) {
  const { gatherings: words } = useWords()
  const lang = useLang()
  if (been.length === 0) return null
  return (
    <>
      <h2>{words.been}</h2>
      <ul>
        {been.map((one) => (
          <li className="card stack" key={one.id}>
            <p>
              <strong>{one.title}</strong>
              {dayOf(one.startsAt, lang)}
            </p>
            {one.maySay || one.stars !== null ? (
              <Link to={`/gatherings/${one.id}/feedback`}>{words.say(one.stars)}</Link>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

function Lines({ lines, none }: { lines: readonly Line[]; none: string }) {
  if (lines.length === 0) return <p>{none}</p>
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.id}>
          <GatheringCard line={line} />
        </li>
      ))}
    </ul>
  )
}

function GatheringCard({ line }: { line: Line }) {
  const lang = useLang()
  const { gatherings: words } = useWords()
  const { mine } = line
  const mineState = mine?.waitsForWord ? words.word.waits : mine && words.state[mine.status]
  const state = line.status === 'cancelled' ? words.cancelled : mineState
  return (
    <Link to={`/gatherings/${line.id}`} look="card gathering">
      <strong>{line.title}</strong>
      <span>{whenOf(line.startsAt, lang)}</span>
      <br />
      <span>{line.where}</span>
      {state ? (
        <>
          <br />
          <b>{state}</b>
        </>
      ) : null}
    </Link>
  )
}
