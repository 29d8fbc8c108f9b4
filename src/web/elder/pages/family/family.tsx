import { useState } from 'react'
import type { contract } from '#modules/accounts/elder-access/affairs/contract.ts'
import type { Answered } from '#platform/contract.ts'
import { punctuationOf } from '#platform/language/punctuation.ts'
import { useAct, useAsk } from '../../../light/ask.ts'
import { dayOf } from '../../../light/dates.ts'
import { Shown } from '../../kit/asked.tsx'
import { Wrong } from '../../kit/notices.tsx'
import { Qr } from '../../kit/qr.tsx'
import { api } from '../../shell/api.ts'
import { tellDone } from '../../shell/done.ts'
import { useLang } from '../../shell/settings.ts'
import { useVisitor } from '../../shell/visitor.ts'
import { useWords } from '../../words/index.ts'
import { OwnPage } from '../own-page.tsx'

type Relative = Answered<typeof contract.readFamily>['items'][number]
type Code = Answered<typeof contract.showFamilyCode>

export function FamilyPage() {
  const { family: words } = useWords()
  const { person } = useVisitor()
  const { personId } = person
  const asked = useAsk(`family ${personId}`, () => api.affairs.readFamily({ personId }))
  const isSelf = person.as === 'self'
  return (
    <OwnPage title={words.title}>
      <p>{words.how}</p>
      <h2>{words.who}</h2>
      <Shown asked={asked}>
        {({ items }) =>
          items.length ? (
            <ul>
              {items.map((one) => (
                <RelativeCard key={one.id} relative={one} isSelf={isSelf} onChanged={asked.again} />
              ))}
            </ul>
          ) : (
            <p>{words.none}</p>
          )
        }
      </Shown>
      {isSelf ? <ShowCode /> : <p>{words.onlySelf}</p>}
    </OwnPage>
  )
}

type CardProps = { relative: Relative; isSelf: boolean; onChanged: () => void }

function RelativeCard({ relative, isSelf, onChanged }: CardProps) {
  const { family: words } = useWords()
  const lang = useLang()
  const { aside, clauses } = punctuationOf(lang)
  const { personId } = useVisitor().person
  const { act, isBusy, wrong } = useAct()
  const { id: authorityId, name, relation, state, until } = relative
  const end = async () => {
    await api.affairs.endFamily({ personId, authorityId })
    tellDone(words.ended(name))
    onChanged()
  }
  const agree = async () => {
    await api.affairs.agreeToFamily({ personId, authorityId })
    tellDone(words.agreed(name), end)
    onChanged()
  }
  return (
    <li className="card stack">
      <p>
        <strong>{aside(name, relation)}</strong> {state === 'waiting' ? words.waiting : words.since}
        {until ? clauses(['', words.until(dayOf(`${until}T12:00:00+08:00`, lang))]) : ''}
      </p>
      {isSelf && state === 'waiting' ? (
        <button type="button" className="main" disabled={isBusy} onClick={() => act(agree)}>
          {words.agree}
        </button>
      ) : null}
      {isSelf ? (
        <End label={state === 'waiting' ? words.refuse : words.end} isBusy={isBusy} onEnd={() => act(end)} />
      ) : null}
      <Wrong words={wrong} />
    </li>
  )
}

/** Looked at twice: who was ended has to ask anew. */
function End({ label, isBusy, onEnd }: { label: string; isBusy: boolean; onEnd: () => void }) {
  const { family: words, giving } = useWords()
  const [isSure, setSure] = useState(false)
  if (!isSure)
    return (
      <button type="button" disabled={isBusy} onClick={() => setSure(true)}>
        {label}
      </button>
    )
  return (
    <>
      <p role="alert">{words.endSure}</p>
      <button type="button" onClick={() => setSure(false)}>
        {giving.no}
      </button>
      <button type="button" disabled={isBusy} onClick={onEnd}>
        {label}
      </button>
    </>
  )
}

function ShowCode() {
  const { family: words } = useWords()
  const { personId } = useVisitor().person
  const { act, isBusy, wrong } = useAct()
  const [shown, setShown] = useState<Code | null>(null)
  const show = () =>
    act(async () => setShown(await api.affairs.showFamilyCode({ personId, origin: window.location.origin })))
  return (
    <>
      <h2>{words.show}</h2>
      {shown ? (
        <>
          <p>{words.codeHow(shown.minutes)}</p>
          <Qr rows={shown.qr} label={words.code} />
          <p className="code" data-signs>
            {shown.code}
          </p>
        </>
      ) : (
        <button type="button" onClick={show} disabled={isBusy}>
          {words.showCode}
        </button>
      )}
      <Wrong words={wrong} />
    </>
  )
}
