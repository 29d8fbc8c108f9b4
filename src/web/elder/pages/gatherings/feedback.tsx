import { useState } from 'react'
import type { contract } from '#modules/gatherings/feedback/own/contract.ts'
import type { Answered } from '#platform/contract.ts'
import { useAct, useAsk } from '../../../light/ask.ts'
import { dayOf } from '../../../light/dates.ts'
import { Shown } from '../../kit/asked.tsx'
import { Wrong } from '../../kit/notices.tsx'
import { api } from '../../shell/api.ts'
import { tellDone } from '../../shell/done.ts'
import { go } from '../../shell/router.ts'
import { useLang } from '../../shell/settings.ts'
import { useVisitor } from '../../shell/visitor.ts'
import { OwnPage } from '../own-page.tsx'
import { FEEDBACK, STARS } from './feedback-words.ts'

type Feedback = Answered<typeof contract.myFeedback>

/** How it was, said by who came: stars, a sentence if they like, and said otherwise while there is time. */
export function FeedbackPage({ id }: { id: string }) {
  const lang = useLang()
  const words = FEEDBACK[lang]
  const { personId } = useVisitor().person
  const asked = useAsk(`feedback ${personId} ${id}`, () => api.feedback.myFeedback({ personId, id }))
  return (
    <OwnPage title={words.title} back="/gatherings">
      <Shown asked={asked}>
        {(feedback) => (
          <>
            <p className="card">
              <strong>{feedback.title}</strong>
              {dayOf(feedback.startsAt, lang)}
            </p>
            <Former said={feedback.said} />
            {feedback.isOpen ? <Saying id={id} feedback={feedback} /> : <p>{words.over}</p>}
          </>
        )}
      </Shown>
    </OwnPage>
  )
}

function Former({ said }: Pick<Feedback, 'said'>) {
  const words = FEEDBACK[useLang()]
  if (!said) return null
  return (
    <p className="card notice">
      <strong>{words.said(said.stars)}</strong>
      {words.by[said.onBehalf]}
    </p>
  )
}

function Saying({ id, feedback }: { id: string; feedback: Feedback }) {
  const lang = useLang()
  const words = FEEDBACK[lang]
  const { personId } = useVisitor().person
  const { act, isBusy, wrong } = useAct()
  const [stars, setStars] = useState<number | null>(feedback.said?.stars ?? null)
  const [text, setText] = useState(feedback.said?.words ?? '')
  const [isLacking, setLacking] = useState(false)
  const send = () => {
    setLacking(stars === null)
    if (stars === null) return
    act(async () => {
      await api.feedback.giveMyFeedback({ personId, id, stars, words: text.trim() || null })
      tellDone(words.done)
      go('/gatherings')
    })
  }
  return (
    <>
      <p>{words.how}</p>
      {STARS.map((one) => (
        <button type="button" key={one} aria-pressed={stars === one} onClick={() => setStars(one)}>
          {words.stars[one]}
        </button>
      ))}
      <label htmlFor="said">{words.words}</label>
      <textarea id="said" maxLength={300} value={text} onChange={(event) => setText(event.target.value)} />
      <button type="button" className="main" disabled={isBusy} onClick={send}>
        {feedback.said ? words.change : words.send}
      </button>
      {isLacking && stars === null ? (
        <p className="card wrong" role="alert">
          {words.choose}
        </p>
      ) : null}
      <Wrong words={wrong} />
      <p>{words.until(dayOf(feedback.until, lang))}</p>
    </>
  )
}
