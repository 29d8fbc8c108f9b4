import type { contract } from '#modules/volunteering/bank/own/contract.ts'
import type { Answered } from '#platform/contract.ts'
import { useAct, useAsk } from '../../../light/ask.ts'
import { dayOf } from '../../../light/dates.ts'
import { Shown } from '../../kit/asked.tsx'
import { Wrong } from '../../kit/notices.tsx'
import { api } from '../../shell/api.ts'
import { tellDone } from '../../shell/done.ts'
import { useLang } from '../../shell/settings.ts'
import { useVisitor } from '../../shell/visitor.ts'
import { useWords } from '../../words/index.ts'
import { OwnPage } from '../own-page.tsx'

type Standing = Answered<typeof contract.myNaming>

/** Whether one stands in the monthly notice by name: one press either way, and the notice on the wall follows at once. */
export function NamingPage() {
  const { naming: words } = useWords()
  const { personId } = useVisitor().person
  const asked = useAsk(`naming ${personId}`, () => api.bank.myNaming({ personId }))
  return (
    <OwnPage title={words.title} back="/points">
      <Shown asked={asked}>{(standing) => <Choice standing={standing} onChanged={asked.again} />}</Shown>
    </OwnPage>
  )
}

function Choice({ standing, onChanged }: { standing: Standing; onChanged: () => void }) {
  const { naming: words, tools } = useWords()
  const lang = useLang()
  const { personId } = useVisitor().person
  const { act, isBusy, wrong } = useAct()
  const { isNamed, shown, since, onBehalf } = standing
  const set = async (next: boolean) => {
    await api.bank.setMyNaming({ personId, isNamed: next })
    onChanged()
  }
  const change = async () => {
    await set(!isNamed)
    tellDone(isNamed ? words.hid : words.shown, async () => {
      await set(isNamed)
      tellDone(isNamed ? words.shown : words.hid)
    })
  }
  const by = onBehalf ? words.by[onBehalf] : ''
  return (
    <>
      <p>{words.how}</p>
      <p className="card">
        <strong>{shown}</strong>
      </p>
      <p className="card notice">
        <strong>{isNamed ? words.listed : words.hidden}</strong>
        {since ? `${words.since(dayOf(since, lang))}${by ? `${tools.comma}${by}` : ''}` : null}
      </p>
      <button type="button" className="main" onClick={() => act(change)} disabled={isBusy}>
        {isNamed ? words.hide : words.show}
      </button>
      <Wrong words={wrong} />
    </>
  )
}
