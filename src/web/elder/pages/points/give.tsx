import { useState } from 'react'
import type { contract } from '#modules/volunteering/bank/own/contract.ts'
import type { Answered } from '#platform/contract.ts'
import { useAct, useAsk } from '../../../light/ask.ts'
import { newKey } from '../../../light/key.ts'
import { Shown } from '../../kit/asked.tsx'
import { Wrong } from '../../kit/notices.tsx'
import { api } from '../../shell/api.ts'
import { tellDone } from '../../shell/done.ts'
import { go } from '../../shell/router.ts'
import { useVisitor } from '../../shell/visitor.ts'
import { useWords } from '../../words/index.ts'
import { OwnPage } from '../own-page.tsx'
import { Field } from '../sign-in/field.tsx'
import { givenIn, undoGivenOf } from './undoing.tsx'

type Bank = Answered<typeof contract.myBank>
type Relative = Bank['family'][number]
type Wish = { points: number; taker: Relative | null }

export function GivePage() {
  const { giving } = useWords()
  return <Giving title={giving.give} isGift />
}

export function DonatePage() {
  const { giving } = useWords()
  return <Giving title={giving.donate} isGift={false} />
}

function Giving({ title, isGift }: { title: string; isGift: boolean }) {
  const { personId } = useVisitor().person
  const [wish, setWish] = useState<Wish | null>(null)
  const asked = useAsk(`giving ${personId}`, () => api.bank.myBank({ personId }))
  if (wish) return <LookAgainPage wish={wish} leave={() => setWish(null)} />
  return (
    <OwnPage title={title} back="/points">
      <Shown asked={asked}>{(bank) => <Choice bank={bank} isGift={isGift} onChosen={setWish} />}</Shown>
    </OwnPage>
  )
}

type ChoiceProps = { bank: Bank; isGift: boolean; onChosen: (wish: Wish) => void }

/** To whom and how many; where it cannot be, why, and what helps. */
function Choice({ bank, isGift, onChosen }: ChoiceProps) {
  const { giving, points: words } = useWords()
  const [taker, setTaker] = useState<Relative | null>(null)
  const [typed, setTyped] = useState('')
  const [isTried, setTried] = useState(false)
  const why = bank.isFrozen
    ? words.frozen
    : bank.free < 1
      ? giving.none
      : isGift && !bank.family.length
        ? giving.noFamily
        : null
  if (why) return <p className="card notice">{why}</p>
  const points = countOf(typed)
  const isWithin = points >= 1 && points <= bank.free
  const isWhole = isWithin && (!isGift || taker !== null)
  const next = () => {
    setTried(true)
    if (isWhole) onChosen({ points, taker })
  }
  return (
    <>
      <p>{isGift ? giving.how : giving.pool}</p>
      {isGift ? <h2>{giving.whom}</h2> : null}
      {isGift
        ? bank.family.map((one) => (
            <button
              type="button"
              key={one.personId}
              aria-pressed={taker?.personId === one.personId}
              onClick={() => setTaker(one)}
            >
              {one.name}
            </button>
          ))
        : null}
      <Field label={giving.howMany(bank.free)} value={typed} onChange={setTyped} />
      <button type="button" className="main" onClick={next}>
        {giving.next}
      </button>
      {isTried && !isWhole ? (
        <p className="card wrong" role="alert">
          {isWithin ? giving.chooseWhom : giving.between(bank.free)}
        </p>
      ) : null}
    </>
  )
}

/** What was typed, full-width digits too; nothing where it is no number. */
function countOf(typed: string): number {
  const digits = typed.normalize('NFKC').trim()
  return /^\d{1,7}$/.test(digits) ? Number(digits) : 0
}

function LookAgainPage({ wish: { points, taker }, leave }: { wish: Wish; leave: () => void }) {
  const words = useWords()
  const { giving, shop } = words
  const { personId } = useVisitor().person
  const { act, isBusy, wrong } = useAct()
  // One key for one decision: pressed twice, or sent again by a poor line, it is one gift.
  const [id] = useState(newKey)
  const send = () =>
    act(async () => {
      const asked = { personId, id, points }
      const { undoSeconds } = taker
        ? await api.bank.giveMyPoints({ ...asked, takerId: taker.personId })
        : await api.bank.donateMyPoints(asked)
      const given = { id, kind: taker ? 'gift' : 'donation', taker: taker?.name ?? null, points, undoSeconds } as const
      tellDone(givenIn(given, words), undoGivenOf(personId, given, words))
      go('/points')
    })
  return (
    <OwnPage title={shop.confirmTitle}>
      <p>
        <strong>{taker ? giving.confirmGift(points, taker.name) : giving.confirmDonation(points)}</strong>
      </p>
      <p className="card notice">{taker ? giving.finalGift : giving.finalDonation}</p>
      <button type="button" className="main" onClick={send} disabled={isBusy}>
        {giving.yes}
      </button>
      <button type="button" onClick={leave}>
        {giving.no}
      </button>
      <Wrong words={wrong} />
    </OwnPage>
  )
}
