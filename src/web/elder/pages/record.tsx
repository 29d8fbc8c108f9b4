import { useAsk } from '../../light/ask.ts'
import { dayOf, lengthOf } from '../../light/dates.ts'
import { Shown } from '../kit/asked.tsx'
import { api } from '../shell/api.ts'
import { useLang } from '../shell/settings.ts'
import { useVisitor } from '../shell/visitor.ts'
import { useWords } from '../words/index.ts'
import { OwnPage } from './own-page.tsx'

export function RecordPage() {
  const { record: words } = useWords()
  const lang = useLang()
  const { personId } = useVisitor().person
  const asked = useAsk(`record ${personId}`, () => api.own.myRecord({ personId }))
  return (
    <OwnPage title={words.title}>
      <Shown asked={asked}>
        {({ served, attended }) => (
          <>
            <h2>{words.served}</h2>
            {served.length ? null : <p>{words.none}</p>}
            <ul>
              {served.map((one) => (
                <li className="card" key={one.id}>
                  <strong>{one.title}</strong>
                  {dayOf(one.on, lang)}，{lengthOf(one.minutes, lang)}
                  <br />
                  {words.by(one.by)}
                </li>
              ))}
            </ul>
            <h2>{words.attended}</h2>
            {attended.length ? null : <p>{words.none}</p>}
            <ul>
              {attended.map((one) => (
                <li className="card" key={one.id}>
                  <strong>{one.title}</strong>
                  {dayOf(one.startsAt, lang)}
                  {one.isHome ? `，${words.home}` : ''}
                </li>
              ))}
            </ul>
          </>
        )}
      </Shown>
    </OwnPage>
  )
}
