import { useState } from 'react'
import { needKinds } from '#modules/volunteering/codes/index.ts'
import type { contract } from '#modules/volunteering/own/contract.ts'
import type { Answered } from '#platform/contract.ts'
import { useAct, useAsk } from '../../../light/ask.ts'
import { dayOf, whenOf } from '../../../light/dates.ts'
import { newKey } from '../../../light/key.ts'
import { Shown } from '../../kit/asked.tsx'
import { Link } from '../../kit/link.tsx'
import { Wrong } from '../../kit/notices.tsx'
import { Qr } from '../../kit/qr.tsx'
import { api } from '../../shell/api.ts'
import { tellDone, useDone } from '../../shell/done.ts'
import { useLang } from '../../shell/settings.ts'
import { useVisitor } from '../../shell/visitor.ts'
import { useWords } from '../../words/index.ts'
import { OwnPage } from '../own-page.tsx'
import { WordOf } from '../visits/word.tsx'

type Need = Answered<typeof contract.myNeeds>['items'][number]

export function NeedsPage() {
  const { needs: words } = useWords()
  const { personId } = useVisitor().person
  const done = useDone()
  const asked = useAsk(`needs ${personId} ${done?.words ?? ''}`, () => api.own.myNeeds({ personId }))
  return (
    <OwnPage title={words.title}>
      <Link to="/needs/new" look="button main">
        {words.ask}
      </Link>
      <h2>{words.mine}</h2>
      <Shown asked={asked}>
        {({ items }) =>
          items.length ? (
            <ul>
              {items.map((need) => (
                <NeedCard key={need.id} need={need} />
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

function NeedCard({ need }: { need: Need }) {
  const { needs: words, visits, tools } = useWords()
  const lang = useLang()
  const { personId } = useVisitor().person
  const { act, isBusy, wrong } = useAct()
  const [wish] = useState(newKey)
  const { id, helper, comesAt, code, qr, can } = need
  const withdraw = async () => {
    await api.own.withdrawMyNeed({ personId, id })
    tellDone(words.withdrawn, async () => {
      await api.own.askForHelp({ personId, id: wish, kind: need.kind, words: need.words })
    })
  }
  const hasCounted = need.status === 'served'
  return (
    <li className="card stack">
      <p>
        <strong>{needKinds[need.kind][lang]}</strong>
        {need.words}
        <br />
        {dayOf(need.raisedAt, lang)}
        <br />
        <b>{words.state[need.status]}</b>
        {helper ? `${tools.comma}${words.helper(helper)}` : ''}
      </p>
      {comesAt ? <p>{words.comes(whenOf(comesAt, lang))}</p> : null}
      {code && !can.answer ? (
        <>
          <p>{words.codeHow}</p>
          {qr ? <Qr rows={qr} label={words.qr} /> : null}
          <p className="code" data-signs>
            {code}
          </p>
        </>
      ) : null}
      {can.answer ? (
        <WordOf
          question={hasCounted ? visits.how : visits.hasCome}
          hint={hasCounted ? null : visits.counts}
          plain={visits.plain}
          send={(satisfaction) => api.own.answerMyNeed({ personId, id, satisfaction })}
        />
      ) : null}
      {can.withdraw ? (
        <button type="button" disabled={isBusy} onClick={() => act(withdraw)}>
          {words.withdraw}
        </button>
      ) : null}
      <Wrong words={wrong} />
    </li>
  )
}
