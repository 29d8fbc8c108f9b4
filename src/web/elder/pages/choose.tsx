import { punctuationOf } from '#platform/language/punctuation.ts'
import { Page } from '../kit/page.tsx'
import { useLang } from '../shell/settings.ts'
import type { Me } from '../shell/visitor.ts'
import { useWords } from '../words/index.ts'
import { Leave } from './leave.tsx'

type Props = { me: Me; choose: (personId: string) => void; renew: () => void }

/** For whom today: asked before anything else of whoever acts for several. */
export function ChoosePage({ me, choose, renew }: Props) {
  const { forWhom, tools } = useWords()
  const { aside } = punctuationOf(useLang())
  return (
    <Page title={forWhom.choose}>
      {me.people.length === 0 ? <p>{forWhom.nobody}</p> : null}
      {me.people.map((one) => (
        <button type="button" key={one.personId} className="main" onClick={() => choose(one.personId)}>
          {one.as === 'self' ? forWhom.own : aside(one.name, one.relation ?? '')}
        </button>
      ))}
      {me.waiting > 0 ? <p>{forWhom.waiting(me.waiting)}</p> : null}
      <button type="button" onClick={renew}>
        {tools.again}
      </button>
      <Leave />
    </Page>
  )
}
