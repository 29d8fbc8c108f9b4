import type { contract } from '#modules/volunteering/own/turns/contract.ts'
import type { Answered } from '#platform/contract.ts'
import { useAct } from '../../../light/ask.ts'
import { whenOf } from '../../../light/dates.ts'
import { Wrong } from '../../kit/notices.tsx'
import { api } from '../../shell/api.ts'
import { tellDone } from '../../shell/done.ts'
import { useLang } from '../../shell/settings.ts'
import { useVisitor } from '../../shell/visitor.ts'
import { useWords } from '../../words/index.ts'

type Swaps = Answered<typeof contract.mySwaps>

/** Turns of others that one is asked to take. */
export function Offers({ offered }: { offered: Swaps['offered'] }) {
  const { swaps: words } = useWords()
  if (offered.length === 0) return null
  return (
    <>
      <h2>{words.offered}</h2>
      <ul>
        {offered.map((one) => (
          <Offer key={one.id} offer={one} />
        ))}
      </ul>
    </>
  )
}

function Offer({ offer: { id, title, by, where, startsAt, status } }: { offer: Swaps['offered'][number] }) {
  const { swaps: words } = useWords()
  const lang = useLang()
  const { personId } = useVisitor().person
  const { act, isBusy, wrong } = useAct()
  const decline = async () => {
    await api.turns.endMySwap({ personId, id })
    tellDone(words.declined(title))
  }
  const take = async () => {
    await api.turns.takeMySwap({ personId, id })
    tellDone(words.taken(title), decline)
  }
  return (
    <li className="card stack">
      <p>
        <strong>{words.asks(by, title)}</strong>
        {whenOf(startsAt, lang)}
        <br />
        {where}
      </p>
      {status === 'taken' ? (
        <p>
          <b>{words.waits}</b>
        </p>
      ) : (
        <button type="button" className="main" disabled={isBusy} onClick={() => act(take)}>
          {words.take}
        </button>
      )}
      <button type="button" disabled={isBusy} onClick={() => act(decline)}>
        {words.decline}
      </button>
      <Wrong words={wrong} />
    </li>
  )
}

/** One’s own turn that somebody is asked to take. */
export function Asked({ swap: { id, to, status } }: { swap: Swaps['mine'][number] }) {
  const { swaps: words } = useWords()
  const { personId } = useVisitor().person
  const { act, isBusy, wrong } = useAct()
  const withdraw = async () => {
    await api.turns.endMySwap({ personId, id })
    tellDone(words.withdrawn(to))
  }
  return (
    <>
      <p>{status === 'taken' ? words.willTake(to) : words.asked(to)}</p>
      <button type="button" disabled={isBusy} onClick={() => act(withdraw)}>
        {words.withdraw}
      </button>
      <Wrong words={wrong} />
    </>
  )
}
