import type { contract } from '#modules/volunteering/own/contract.ts'
import type { Answered } from '#platform/contract.ts'
import { useAsk } from '../../light/ask.ts'
import { dayOf, lengthOf, whenOf } from '../../light/dates.ts'
import { Shown } from '../kit/asked.tsx'
import { api } from '../shell/api.ts'
import { useDone } from '../shell/done.ts'
import { useLang } from '../shell/settings.ts'
import { useVisitor } from '../shell/visitor.ts'
import { useWords } from '../words/index.ts'
import { OwnPage } from './own-page.tsx'
import { WordOf } from './visits/word.tsx'

type Record = Answered<typeof contract.myRecord>

export function RecordPage() {
  const { record: words, tools } = useWords()
  const lang = useLang()
  const { personId } = useVisitor().person
  const done = useDone()
  const asked = useAsk(`record ${personId} ${done?.words ?? ''}`, () => api.own.myRecord({ personId }))
  return (
    <OwnPage title={words.title}>
      <Shown asked={asked}>
        {({ waiting, served, given }) => (
          <>
            <Waiting waiting={waiting} />
            <h2>{words.served}</h2>
            {served.length ? null : <p>{words.none}</p>}
            <ul>
              {served.map((one) => (
                <li className="card" key={one.id}>
                  <strong>{one.title}</strong>
                  {dayOf(one.on, lang)}
                  {tools.comma}
                  {lengthOf(one.minutes, lang)}
                  <br />
                  {words.by(one.by)}
                </li>
              ))}
            </ul>
            <h2>{words.given}</h2>
            {given.length ? null : <p>{words.none}</p>}
            <ul>
              {given.map((one) => (
                <li className="card" key={one.id}>
                  <strong>{one.title}</strong>
                  {dayOf(one.startsAt, lang)}
                  {one.isHome ? `${tools.comma}${words.home}` : ''}
                </li>
              ))}
            </ul>
          </>
        )}
      </Shown>
    </OwnPage>
  )
}

/** Who came and was not confirmed yet: one tap says that they did. */
function Waiting({ waiting }: { waiting: Record['waiting'] }) {
  const { record: words, visits, tools } = useWords()
  const lang = useLang()
  const { personId } = useVisitor().person
  if (waiting.length === 0) return null
  return (
    <>
      <h2>{visits.title}</h2>
      <ul>
        {waiting.map((one) => (
          <li className="card stack" key={one.id}>
            <p>
              <strong>{one.title}</strong>
              {whenOf(one.on, lang)}
              {tools.comma}
              {lengthOf(one.minutes, lang)}
              <br />
              {words.by(one.by)}
            </p>
            <WordOf
              question={visits.hasCome}
              hint={visits.counts}
              plain={visits.plain}
              send={(rating) => api.own.confirmMyVisit({ personId, id: one.id, rating })}
            />
          </li>
        ))}
      </ul>
    </>
  )
}
