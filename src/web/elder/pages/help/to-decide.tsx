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

type Waiting = Answered<typeof contract.swapsToDecide>['items']

/** Swaps in the team one leads; nothing stands here for who leads none. */
export function ToDecide({ waiting }: { waiting: Waiting }) {
  const { swaps: words } = useWords()
  if (waiting.length === 0) return null
  return (
    <>
      <h2>{words.toDecide}</h2>
      <ul>
        {waiting.map((one) => (
          <Swap key={one.id} swap={one} />
        ))}
      </ul>
    </>
  )
}

function Swap({ swap: { id, title, where, startsAt, from, to } }: { swap: Waiting[number] }) {
  const { swaps: words } = useWords()
  const lang = useLang()
  const { personId } = useVisitor().person
  const { act, isBusy, wrong } = useAct()
  const decide = (agrees: boolean) => async () => {
    await api.turns.decideSwap({ personId, id, agrees })
    tellDone(agrees ? words.agreed(to) : words.refused(from))
  }
  return (
    <li className="card stack">
      <p>
        <strong>{words.wishes(from, to)}</strong>
        {title} · {whenOf(startsAt, lang)}
        <br />
        {where}
      </p>
      <button type="button" className="main" disabled={isBusy} onClick={() => act(decide(true))}>
        {words.agree}
      </button>
      <button type="button" disabled={isBusy} onClick={() => act(decide(false))}>
        {words.refuse}
      </button>
      <Wrong words={wrong} />
    </li>
  )
}
