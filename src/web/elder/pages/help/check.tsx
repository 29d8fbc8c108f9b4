import { lazy, type SubmitEvent, Suspense, useState } from 'react'
import { visitCodeIn } from '#modules/volunteering/codes/visit-code.ts'
import type { contract } from '#modules/volunteering/own/contract.ts'
import type { Answered } from '#platform/contract.ts'
import { useAct } from '../../../light/ask.ts'
import { lengthOf } from '../../../light/dates.ts'
import { Wrong } from '../../kit/notices.tsx'
import { api } from '../../shell/api.ts'
import { tellDone } from '../../shell/done.ts'
import { useLang } from '../../shell/settings.ts'
import { useVisitor } from '../../shell/visitor.ts'
import { useWords } from '../../words/index.ts'
import { Field } from '../sign-in/field.tsx'

type Shift = Answered<typeof contract.myShifts>['mine'][number]

/** Comes when somebody wants to scan: the page of turns carries no camera. */
const Scan = lazy(async () => ({ default: (await import('./scan.tsx')).Scan }))

/** Who stands at the door asks for the visit code: scanned or typed, it says that they are there, and later that they have been. */
export function Check({ shift }: { shift: Shift }) {
  const { help: words, tools } = useWords()
  const lang = useLang()
  const { personId } = useVisitor().person
  const { act, isBusy, wrong } = useAct()
  const [typed, setTyped] = useState('')
  const [isShort, setShort] = useState(false)
  const [isScanning, setScanning] = useState(false)
  const { id, title, can } = shift
  const send = (code: string) =>
    act(async () => {
      const asked = { personId, id, code }
      if (can.checkIn) {
        await api.turns.checkInMyTurn(asked)
        return tellDone(words.checkedIn(title))
      }
      const { minutes } = await api.turns.checkOutMyTurn(asked)
      tellDone(words.checkedOut(title, lengthOf(minutes, lang)))
    })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const code = visitCodeIn(typed)
    setShort(!code)
    if (code) send(code)
  }
  const seen = (code: string) => {
    setScanning(false)
    send(code)
  }
  return (
    <form className="stack" onSubmit={submit}>
      <p>{can.checkIn ? words.howIn : words.howOut}</p>
      <button type="button" aria-expanded={isScanning} onClick={() => setScanning(!isScanning)}>
        {isScanning ? words.stopScan : words.scan}
      </button>
      {isScanning ? (
        <Suspense fallback={<p role="status">{tools.loading}</p>}>
          <Scan onCode={seen} />
        </Suspense>
      ) : null}
      <Field label={words.code} value={typed} onChange={setTyped} />
      <button type="submit" className="main" disabled={isBusy}>
        {can.checkIn ? words.checkIn : words.checkOut}
      </button>
      {isShort ? (
        <p className="card wrong" role="alert">
          {words.sixDigits}
        </p>
      ) : null}
      <Wrong words={wrong} />
    </form>
  )
}
