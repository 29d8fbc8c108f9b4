import { useState } from 'react'
import type { contract } from '#modules/gatherings/own/contract.ts'
import type { Answered } from '#platform/contract.ts'
import { useAct } from '../../../light/ask.ts'
import { whenOf } from '../../../light/dates.ts'
import { Wrong } from '../../kit/notices.tsx'
import { api } from '../../shell/api.ts'
import { tellDone } from '../../shell/done.ts'
import { useLang } from '../../shell/settings.ts'
import { useVisitor } from '../../shell/visitor.ts'
import { useWords } from '../../words/index.ts'
import { Field } from '../sign-in/field.tsx'

type Gathering = Answered<typeof contract.myGathering>
type Before = NonNullable<NonNullable<Gathering['mine']>['waitsForWord']>

/** The plan changed after they said yes: what is new, why a word is needed, and the word itself. */
export function WordOnChange({ gathering, before }: { gathering: Gathering; before: Before }) {
  const { word, companion: withWhom, leave: leaveWord, left } = useWords().gatherings
  const { personId } = useVisitor().person
  const { act, isBusy, wrong } = useAct()
  const [companion, setCompanion] = useState(gathering.mine?.companion ?? '')
  const [isLacking, setLacking] = useState(false)
  const { id, title, kind, strength } = gathering
  const agree = async () => {
    await api.gatherings.joinGathering({ personId, id, companion: companion.trim() || null })
    tellDone(word.done(title))
  }
  const leave = async () => {
    await api.gatherings.leaveGathering({ personId, id })
    tellDone(left(title))
  }
  const isBeyond = strength === 'refuse'
  const press = () => {
    setLacking(!companion.trim())
    if (companion.trim()) act(agree)
  }
  return (
    <>
      <WhatChanged gathering={gathering} before={before} />
      {isBeyond ? null : (
        <>
          <Field label={withWhom} value={companion} onChange={setCompanion} mode="text" />
          <button type="button" className="main" disabled={isBusy} onClick={press}>
            {word.agree}
          </button>
          {isLacking && !companion.trim() ? (
            <p className="card wrong" role="alert">
              {word.who}
            </p>
          ) : null}
        </>
      )}
      {kind === 'shift' ? null : (
        <button type="button" disabled={isBusy} onClick={() => act(leave)}>
          {leaveWord}
        </button>
      )}
      <Wrong words={wrong} />
    </>
  )
}

function WhatChanged({ gathering, before }: { gathering: Gathering; before: Before }) {
  const lang = useLang()
  const { gatherings: words, tools } = useWords()
  const { word } = words
  const { startsAt, intensity, strength, reasons } = gathering
  const isBeyond = strength === 'refuse'
  const effort = (level: number) => word.intensities[level as keyof typeof word.intensities] // the contract says 1 to 4
  const isMoved = before.startsAt !== null && Date.parse(before.startsAt) !== Date.parse(startsAt)
  const isOther = before.intensity !== null && before.intensity !== intensity
  return (
    <section className="card notice">
      <p>
        <strong>{isBeyond ? word.beyond : word.waits}</strong>
      </p>
      <p>{word.changed}</p>
      {isMoved && before.startsAt ? <p>{word.wasAt(whenOf(before.startsAt, lang))}</p> : null}
      {isOther && before.intensity ? <p>{word.wasStrength(effort(before.intensity), effort(intensity))}</p> : null}
      <p>
        {isBeyond ? words.refuse : words.consent} {reasons.map((reason) => reason[lang]).join(tools.comma)}
      </p>
      {isBeyond ? <p>{word.none}</p> : null}
    </section>
  )
}
