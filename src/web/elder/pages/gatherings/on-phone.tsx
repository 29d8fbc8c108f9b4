import { useState } from 'react'
import type { contract } from '#modules/gatherings/calendar-addresses/own/contract.ts'
import type { Answered } from '#platform/contract.ts'
import { useAct, useAsk } from '../../../light/ask.ts'
import { whenOf } from '../../../light/dates.ts'
import { Shown } from '../../kit/asked.tsx'
import { Wrong } from '../../kit/notices.tsx'
import { Qr } from '../../kit/qr.tsx'
import { api } from '../../shell/api.ts'
import { tellDone } from '../../shell/done.ts'
import { useLang } from '../../shell/settings.ts'
import { useVisitor } from '../../shell/visitor.ts'
import { OwnPage } from '../own-page.tsx'
import { ON_PHONE } from './on-phone-words.ts'

type Made = Answered<typeof contract.makeMyCalendarAddress>
type Line = Answered<typeof contract.myCalendarAddresses>['items'][number]

/** One's own calendar in the telephone that one looks at anyway. */
export function OnPhonePage() {
  const words = ON_PHONE[useLang()]
  const { personId } = useVisitor().person
  const asked = useAsk(`calendar ${personId}`, () => api.calendar.myCalendarAddresses({ personId }))
  const { act, isBusy, wrong } = useAct()
  const [made, setMade] = useState<Made | null>(null)
  const make = () =>
    act(async () => {
      setMade(await api.calendar.makeMyCalendarAddress({ personId, origin: window.location.origin }))
      asked.again()
    })
  const forget = (id: string) => {
    if (made?.id === id) setMade(null)
    asked.again()
  }
  return (
    <OwnPage title={words.title} back="/gatherings">
      <p>{words.what}</p>
      {made ? (
        <Ways made={made} />
      ) : (
        <button type="button" className="main" disabled={isBusy} onClick={make}>
          {words.make}
        </button>
      )}
      <Wrong words={wrong} />
      <h2>{words.phones}</h2>
      <Shown asked={asked}>
        {({ items }) =>
          items.length ? (
            <ul>
              {items.map((one) => (
                <Phone key={one.id} line={one} onStopped={() => forget(one.id)} />
              ))}
            </ul>
          ) : (
            <p>{words.none}</p>
          )
        }
      </Shown>
    </OwnPage>
  )
}

function Ways({ made: { address, link, qr } }: { made: Made }) {
  const words = ON_PHONE[useLang()]
  return (
    <>
      <p>{words.once}</p>
      <p>{words.hereHow}</p>
      <a className="button" href={link}>
        {words.here}
      </a>
      <h2>{words.other}</h2>
      <p>{words.otherHow}</p>
      <Qr rows={qr} label={words.qr} />
      <p>{words.paste}</p>
      <p className="card" data-silent style={{ overflowWrap: 'anywhere' }}>
        {address}
      </p>
    </>
  )
}

/** Looked at twice: the code was shown once, so it comes back only as another. */
function Phone({ line, onStopped }: { line: Line; onStopped: () => void }) {
  const lang = useLang()
  const words = ON_PHONE[lang]
  const { personId } = useVisitor().person
  const { act, isBusy, wrong } = useAct()
  const [isSure, setSure] = useState(false)
  const { id, onBehalf, madeBy, madeAt } = line
  const stop = () =>
    act(async () => {
      await api.calendar.stopMyCalendarAddress({ personId, id })
      tellDone(words.stopped)
      onStopped()
    })
  return (
    <li className="card stack">
      <p>
        <strong>{words.by(onBehalf ?? 'clerk', madeBy)}</strong>
        <br />
        {whenOf(madeAt, lang)}
      </p>
      {isSure ? (
        <>
          <p role="alert">{words.stopSure}</p>
          <button type="button" onClick={() => setSure(false)}>
            {words.no}
          </button>
        </>
      ) : null}
      <button type="button" disabled={isBusy} onClick={isSure ? stop : () => setSure(true)}>
        {words.stop}
      </button>
      <Wrong words={wrong} />
    </li>
  )
}
