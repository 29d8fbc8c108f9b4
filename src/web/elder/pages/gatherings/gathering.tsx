import { useState } from 'react'
import type { contract } from '#modules/gatherings/own/contract.ts'
import type { Answered } from '#platform/contract.ts'
import { punctuationOf } from '#platform/language/punctuation.ts'
import { useAct, useAsk } from '../../../light/ask.ts'
import { whenOf } from '../../../light/dates.ts'
import { Shown } from '../../kit/asked.tsx'
import { Wrong } from '../../kit/notices.tsx'
import { api } from '../../shell/api.ts'
import { tellDone, useDone } from '../../shell/done.ts'
import { useLang } from '../../shell/settings.ts'
import { useVisitor } from '../../shell/visitor.ts'
import { useWords } from '../../words/index.ts'
import { OwnPage } from '../own-page.tsx'
import { Field } from '../sign-in/field.tsx'
import { WordOnChange } from './word-on-change.tsx'

type Gathering = Answered<typeof contract.myGathering>

export function GatheringPage({ id }: { id: string }) {
  const { gatherings: words } = useWords()
  const { personId } = useVisitor().person
  const done = useDone()
  const asked = useAsk(`gathering ${personId} ${id} ${done?.words ?? ''}`, () =>
    api.gatherings.myGathering({ personId, id }),
  )
  return (
    <OwnPage title={asked.data?.title ?? words.title} back="/gatherings">
      <Shown asked={asked}>{(gathering) => <Facts gathering={gathering} />}</Shown>
    </OwnPage>
  )
}

function Facts({ gathering }: { gathering: Gathering }) {
  const lang = useLang()
  const { gatherings: words } = useWords()
  const { free, mine, note, hosts, status, reason } = gathering
  return (
    <>
      {mine ? <p className="for-whom">{words.state[mine.status]}</p> : null}
      {status === 'cancelled' ? (
        <p className="card notice">
          {words.cancelled} {reason}
        </p>
      ) : null}
      <dl>
        <dt>{words.when}</dt>
        <dd>{whenOf(gathering.startsAt, lang)}</dd>
        <dt>{words.where}</dt>
        <dd>{gathering.where}</dd>
        {hosts.length ? <dt>{words.host}</dt> : null}
        {hosts.length ? <dd>{punctuationOf(lang).enumerate(hosts)}</dd> : null}
        {note ? <dt>{words.about}</dt> : null}
        {note ? <dd>{note}</dd> : null}
      </dl>
      {status === 'planned' && !mine && free !== null ? <p>{words.free(free)}</p> : null}
      {status !== 'planned' ? null : mine?.waitsForWord ? (
        <WordOnChange gathering={gathering} before={mine.waitsForWord} />
      ) : (
        <Choice gathering={gathering} />
      )}
    </>
  )
}

function Choice({ gathering }: { gathering: Gathering }) {
  const words = useWords().gatherings
  const lang = useLang()
  const { personId } = useVisitor().person
  const { act, isBusy, wrong } = useAct()
  const [companion, setCompanion] = useState('')
  const { id, title, mine, strength, reasons } = gathering
  const withWhom = companion.trim() || mine?.companion || null
  const join = async () => {
    const { status } = await api.gatherings.joinGathering({ personId, id, companion: withWhom })
    tellDone(status === 'in' ? words.joined(title) : words.queued(title), leave)
  }
  const leave = async () => {
    await api.gatherings.leaveGathering({ personId, id })
    tellDone(words.left(title), mine?.status === 'invited' ? undefined : join)
  }
  const isMine = mine?.status === 'in' || mine?.status === 'waiting'
  const isClosed = !mine && gathering.signUp !== 'open'
  const isBeyond = strength === 'refuse' && !isMine
  return (
    <>
      {isMine || isClosed ? null : (
        <p>
          {words[strength]}
          {punctuationOf(lang).sentences(reasons.map((reason) => reason[lang]))}
        </p>
      )}
      {isClosed ? <p>{gathering.signUp === 'none' ? words.noSignUp : words.byInvitation}</p> : null}
      {strength === 'consent' && !isMine && !isClosed ? (
        <Field label={words.companion} value={companion} onChange={setCompanion} mode="text" />
      ) : null}
      {isMine || isClosed || isBeyond ? null : (
        <button type="button" className="main" disabled={isBusy} onClick={() => act(join)}>
          {mine?.status === 'offered' ? words.take : words.join}
        </button>
      )}
      {mine ? (
        <button type="button" disabled={isBusy} onClick={() => act(leave)}>
          {isMine ? words.leave : words.decline}
        </button>
      ) : null}
      <Wrong words={wrong} />
    </>
  )
}
