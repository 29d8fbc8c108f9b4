import { type SubmitEvent, useId, useState } from 'react'
import { type NeedKindCode, needKinds } from '#modules/volunteering/codes/index.ts'
import { useAct } from '../../../light/ask.ts'
import { newKey } from '../../../light/key.ts'
import { Wrong } from '../../kit/notices.tsx'
import { api } from '../../shell/api.ts'
import { tellDone } from '../../shell/done.ts'
import { go } from '../../shell/router.ts'
import { useLang } from '../../shell/settings.ts'
import { useVisitor } from '../../shell/visitor.ts'
import { useWords } from '../../words/index.ts'
import { OwnPage } from '../own-page.tsx'

const KINDS = Object.keys(needKinds) as NeedKindCode[] // the keys of a closed record

/** One tap says what; words of one's own are welcome and not asked for. */
export function AskPage() {
  const { needs: words } = useWords()
  const lang = useLang()
  const [kind, setKind] = useState<NeedKindCode | null>(null)
  if (kind) return <SendPage kind={kind} leave={() => setKind(null)} />
  return (
    <OwnPage title={words.ask} back="/needs">
      <p>{words.what}</p>
      <div className="tools">
        {KINDS.map((one) => (
          <button type="button" key={one} onClick={() => setKind(one)}>
            {needKinds[one][lang]}
          </button>
        ))}
      </div>
    </OwnPage>
  )
}

function SendPage({ kind, leave }: { kind: NeedKindCode; leave: () => void }) {
  const { needs: words } = useWords()
  const lang = useLang()
  const id = useId()
  const { personId } = useVisitor().person
  const { act, isBusy, wrong } = useAct()
  const [said, setSaid] = useState('')
  // One key for one wish: pressed twice, or sent again by a poor line, it is one need.
  const [wish] = useState(newKey)
  const [isUrgent, setUrgent] = useState(false)
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    act(async () => {
      const urgency = isUrgent ? 'today' : 'normal'
      const { needId } = await api.own.askForHelp({ personId, id: wish, kind, words: said, urgency })
      tellDone(words.asked(needKinds[kind][lang]), async () => {
        await api.own.withdrawMyNeed({ personId, id: needId })
        tellDone(words.withdrawn)
      })
      go('/needs')
    })
  }
  return (
    <OwnPage title={needKinds[kind][lang]}>
      <form className="stack" onSubmit={send}>
        <label htmlFor={id}>{words.say}</label>
        <textarea id={id} value={said} maxLength={500} onChange={(event) => setSaid(event.target.value)} />
        <div className="tools">
          <button type="button" aria-pressed={!isUrgent} onClick={() => setUrgent(false)}>
            {words.normal}
          </button>
          <button type="button" aria-pressed={isUrgent} onClick={() => setUrgent(true)}>
            {words.today}
          </button>
        </div>
        <button type="submit" className="main" disabled={isBusy}>
          {words.send}
        </button>
        <button type="button" onClick={leave}>
          {words.other}
        </button>
        <Wrong words={wrong} />
      </form>
    </OwnPage>
  )
}
