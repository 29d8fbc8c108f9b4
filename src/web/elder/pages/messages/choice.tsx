import { useState } from 'react'
import type { contract } from '#modules/messages/own/contract.ts'
import { type Kind, kinds } from '#modules/messages/templates/shipped/index.ts'
import type { Answered } from '#platform/contract.ts'
import { useAct, useAsk } from '../../../light/ask.ts'
import { dayOf, hourOf } from '../../../light/dates.ts'
import { Shown } from '../../kit/asked.tsx'
import { Wrong } from '../../kit/notices.tsx'
import { api } from '../../shell/api.ts'
import { tellDone } from '../../shell/done.ts'
import { useLang } from '../../shell/settings.ts'
import { useVisitor } from '../../shell/visitor.ts'
import { OwnPage } from '../own-page.tsx'
import { MESSAGE_WORDS } from './words.ts'

type Choice = Answered<typeof contract.myMessageChoice>
type Wish = Pick<Choice, 'way' | 'declined'>

const WAYS = ['own', 'family', 'paper'] as const
const MAY_DECLINE = (Object.keys(kinds) as Kind[]).filter((kind) => kinds[kind].mayDecline) // the record's own keys

export function MessageChoicePage() {
  const words = MESSAGE_WORDS[useLang()]
  const { personId } = useVisitor().person
  const asked = useAsk(`choice ${personId}`, () => api.messages.myMessageChoice({ personId }))
  return (
    <OwnPage title={words.choose} back="/messages">
      <Shown asked={asked}>{(choice) => <Wishes choice={choice} again={asked.again} />}</Shown>
    </OwnPage>
  )
}

/** Every tap is an act of its own, and can be taken back. */
function Wishes({ choice, again }: { choice: Choice; again: () => void }) {
  const lang = useLang()
  const words = MESSAGE_WORDS[lang]
  const { personId } = useVisitor().person
  const { act, isBusy, wrong } = useAct()
  const { hasPhone, onBehalf, at, quiet } = choice
  // What was just chosen holds at once: a quick next tap must not bring back what stood before it.
  const [chosen, setChosen] = useState<Wish>(choice)
  const { way, declined } = chosen
  const set = async (next: Wish) => {
    await api.messages.chooseMyWay({ personId, ...next })
    setChosen(next)
    again()
  }
  const change = (next: Partial<Wish>) =>
    act(async () => {
      await set({ way, declined, ...next })
      tellDone(words.saved, () => set({ way, declined }))
    })
  const without = (kind: Kind) => declined.filter((one) => one !== kind)
  return (
    <>
      <p>{words.how}</p>
      {onBehalf && at ? <p>{words.since(dayOf(at, lang), words.by[onBehalf])}</p> : null}
      <h2>{words.way}</h2>
      {WAYS.map((one) => (
        <button
          type="button"
          key={one}
          aria-pressed={way === one}
          disabled={isBusy}
          onClick={() => change({ way: one })}
        >
          {words.ways[one]}
        </button>
      ))}
      {hasPhone || way === 'paper' ? null : <p className="card notice">{words.noPhone}</p>}
      <p>{words.quiet(clockOf(quiet.from, lang), clockOf(quiet.to, lang))}</p>
      <h2>{words.kinds}</h2>
      <p>{words.kindsHow}</p>
      {MAY_DECLINE.map((kind) => {
        const isDeclined = declined.includes(kind)
        const next = isDeclined ? without(kind) : [...declined, kind]
        return (
          <button
            type="button"
            key={kind}
            aria-pressed={isDeclined}
            disabled={isBusy}
            onClick={() => change({ declined: next })}
          >
            {isDeclined ? words.accept(kinds[kind][lang]) : words.decline(kinds[kind][lang])}
          </button>
        )
      })}
      <Wrong words={wrong} />
      <p>{words.must}</p>
    </>
  )
}

/** 21:00 as one says it. */
const clockOf = (time: string, lang: 'zh' | 'en') => hourOf(`2000-01-01T${time}:00+08:00`, lang)
