import { type SubmitEvent, useState } from 'react'
import type { contract } from '#modules/accounts/elder-access/entering/contract.ts'
import type { Answered } from '#platform/contract.ts'
import { type Asked, useAct } from '../../../light/ask.ts'
import { Link } from '../../kit/link.tsx'
import { Wrong } from '../../kit/notices.tsx'
import { Page } from '../../kit/page.tsx'
import { api } from '../../shell/api.ts'
import { go } from '../../shell/router.ts'
import { useWords } from '../../words/index.ts'
import { Field } from './field.tsx'

type Way = 'phone' | 'card'

type Props = { doorway: Asked<Answered<typeof contract.readDoorway>>; onEntered: () => void }

/** Two ways in and one thing at a time; nothing has to be remembered. Where no code can reach a telephone that way is not offered. */
export function SignInPage({ doorway, onEntered }: Props) {
  const { signIn } = useWords()
  const [way, setWay] = useState<Way | null>(null)
  const sendsCodes = doorway.wrong !== undefined || doorway.data?.items.some((one) => one.sendsCodes)
  const entered = () => {
    go('/')
    onEntered()
  }
  return (
    <Page title={signIn.title}>
      {way === null && sendsCodes ? <p>{signIn.how}</p> : null}
      {sendsCodes === false ? <p className="card notice">{signIn.noCodes}</p> : null}
      <div className="tools">
        {sendsCodes ? (
          <button type="button" aria-pressed={way === 'phone'} onClick={() => setWay('phone')}>
            {signIn.phone}
          </button>
        ) : null}
        <button type="button" aria-pressed={way === 'card'} onClick={() => setWay('card')}>
          {signIn.card}
        </button>
      </div>
      {way === 'phone' ? <ByPhone onEntered={entered} /> : null}
      {way === 'card' ? <ByCard onEntered={entered} /> : null}
      <Link to="/claim">{signIn.claim}</Link>
      <p>{signIn.noAccess}</p>
    </Page>
  )
}

function ByPhone({ onEntered }: { onEntered: () => void }) {
  const { signIn } = useWords()
  const { act, isBusy, wrong } = useAct()
  const [mobile, setMobile] = useState('')
  const [code, setCode] = useState('')
  const [isSent, setSent] = useState(false)
  const send = () =>
    act(async () => {
      await api.entering.askCode({ mobile })
      setSent(true)
    })
  const enter = (event: SubmitEvent) => {
    event.preventDefault()
    act(async () => {
      await api.entering.enterByCode({ mobile, code })
      onEntered()
    })
  }
  return (
    <form className="stack" onSubmit={enter}>
      <Field label={signIn.mobile} value={mobile} onChange={setMobile} mode="tel" />
      <button type="button" className={isSent ? '' : 'main'} onClick={send} disabled={isBusy}>
        {signIn.send}
      </button>
      {isSent ? (
        <>
          <p role="status">{signIn.sent}</p>
          <Field label={signIn.code} value={code} onChange={setCode} />
          <button type="submit" className="main" disabled={isBusy}>
            {signIn.enter}
          </button>
        </>
      ) : null}
      <Wrong words={wrong} />
    </form>
  )
}

function ByCard({ onEntered }: { onEntered: () => void }) {
  const { signIn } = useWords()
  const { act, isBusy, wrong } = useAct()
  const [number, setNumber] = useState('')
  const [code, setCode] = useState('')
  const enter = (event: SubmitEvent) => {
    event.preventDefault()
    act(async () => {
      await api.entering.enterByCard({ number, code })
      onEntered()
    })
  }
  return (
    <form className="stack" onSubmit={enter}>
      <Field label={signIn.number} value={number} onChange={setNumber} />
      <Field label={signIn.password} value={code} onChange={setCode} />
      <button type="submit" className="main" disabled={isBusy}>
        {signIn.enter}
      </button>
      <Wrong words={wrong} />
    </form>
  )
}
