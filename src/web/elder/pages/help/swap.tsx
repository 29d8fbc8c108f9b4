import { useAct, useAsk } from '../../../light/ask.ts'
import { whenOf } from '../../../light/dates.ts'
import { Shown } from '../../kit/asked.tsx'
import { Wrong } from '../../kit/notices.tsx'
import { api } from '../../shell/api.ts'
import { tellDone } from '../../shell/done.ts'
import { goOn } from '../../shell/router.ts'
import { useLang } from '../../shell/settings.ts'
import { useVisitor } from '../../shell/visitor.ts'
import { useWords } from '../../words/index.ts'
import { OwnPage } from '../own-page.tsx'

/** Who of the team is asked to take the turn; they say yes on their own page, and then the leader or the community. */
export function SwapPage({ id }: { id: string }) {
  const { swaps: words } = useWords()
  const lang = useLang()
  const { personId } = useVisitor().person
  const { act, isBusy, wrong } = useAct()
  const asked = useAsk(`mates ${personId} ${id}`, () => api.turns.mySwapMates({ personId, id }))
  const ask = (toPersonId: string, name: string) =>
    act(async () => {
      const { swapId } = await api.turns.offerMyTurn({ personId, id, toPersonId })
      tellDone(words.asked(name), async () => {
        await api.turns.endMySwap({ personId, id: swapId })
        tellDone(words.withdrawn(name))
      })
      goOn(`/help/${id}/swap`, '/help')
    })
  return (
    <OwnPage title={words.title} back="/help">
      <Shown asked={asked}>
        {({ title, startsAt, items }) =>
          items.length ? (
            <>
              <p>
                <strong>{title}</strong>
                <br />
                {whenOf(startsAt, lang)}
              </p>
              <p>{words.how}</p>
              <ul>
                {items.map((mate) => (
                  <li key={mate.personId}>
                    <button type="button" disabled={isBusy} onClick={() => ask(mate.personId, mate.name)}>
                      {words.ask(mate.name, mate.team)}
                    </button>
                  </li>
                ))}
              </ul>
            </>
          ) : (
            <p className="card notice">{words.nobody}</p>
          )
        }
      </Shown>
      <Wrong words={wrong} />
    </OwnPage>
  )
}
