import { useEffect, useState } from 'react'
import type { contract } from '#modules/messages/own/contract.ts'
import type { Answered } from '#platform/contract.ts'
import { useAct, useAsk } from '../../../light/ask.ts'
import { whenOf } from '../../../light/dates.ts'
import { Shown } from '../../kit/asked.tsx'
import { Link } from '../../kit/link.tsx'
import { Wrong } from '../../kit/notices.tsx'
import { api } from '../../shell/api.ts'
import { useLang } from '../../shell/settings.ts'
import { useVisitor } from '../../shell/visitor.ts'
import { OwnPage } from '../own-page.tsx'
import { MESSAGE_WORDS } from './words.ts'

type Told = Answered<typeof contract.myMessages>

const AT_ONCE = 5

export function MessagesPage() {
  const lang = useLang()
  const words = MESSAGE_WORDS[lang]
  const { personId } = useVisitor().person
  const [offset, setOffset] = useState(0)
  const asked = useAsk(`messages ${personId} ${offset}`, () =>
    api.messages.myMessages({ personId, offset, limit: AT_ONCE }),
  )
  const turn = (to: number) => {
    setOffset(to)
    window.scrollTo(0, 0)
  }
  return (
    <OwnPage title={words.title}>
      <Link to="/message-choice">{words.choose}</Link>
      <Shown asked={asked}>
        {(told) => (
          <>
            <Messages told={told} again={asked.again} />
            {offset + told.items.length < told.total ? (
              <button type="button" className="main" onClick={() => turn(offset + AT_ONCE)}>
                {words.older}
              </button>
            ) : null}
            {offset > 0 ? (
              <button type="button" onClick={() => turn(Math.max(0, offset - AT_ONCE))}>
                {words.newer}
              </button>
            ) : null}
          </>
        )}
      </Shown>
    </OwnPage>
  )
}

/** Whoever reads their own has read them; a relative says so, for the elder may not have seen them. */
function Messages({ told, again }: { told: Told; again: () => void }) {
  const lang = useLang()
  const words = MESSAGE_WORDS[lang]
  const { personId, as } = useVisitor().person
  const { act, isBusy, wrong } = useAct()
  const ids = told.items.filter(({ readAt }) => readAt === null).map(({ id }) => id)
  const about = ids.join()
  useEffect(() => {
    // What could not be noted stays new: the next look notes it.
    if (as === 'self' && about)
      api.messages.markMyMessagesRead({ personId, ids: about.split(',') }).catch(() => undefined)
  }, [as, about, personId])
  const seen = async () => {
    await api.messages.markMyMessagesRead({ personId, ids })
    again()
  }
  if (told.total === 0) return <p>{words.none}</p>
  return (
    <>
      {told.unread ? <p>{words.unread(told.unread)}</p> : null}
      <ul>
        {told.items.map(({ id, text, createdAt, readAt }) => (
          <li className={readAt ? 'card' : 'card notice'} key={id}>
            <strong>
              {whenOf(createdAt, lang)}
              {readAt ? '' : ` · ${words.fresh}`}
            </strong>
            {text[lang]}
          </li>
        ))}
      </ul>
      {as === 'family' && ids.length ? (
        <button type="button" disabled={isBusy} onClick={() => act(seen)}>
          {words.seen}
        </button>
      ) : null}
      <Wrong words={wrong} />
    </>
  )
}
