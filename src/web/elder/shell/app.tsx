import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react'
import { useAsk } from '../../light/ask.ts'
import { Shown } from '../kit/asked.tsx'
import { Page } from '../kit/page.tsx'
import { ChoosePage } from '../pages/choose.tsx'
import { pageAt } from '../pages/index.tsx'
import { useUndoable } from '../pages/points/undoing.tsx'
import { useWords } from '../words/index.ts'
import { api } from './api.ts'
import { usePath } from './router.ts'
import { Foot, Tools } from './tools.tsx'
import { type Me, VisitorContext } from './visitor.ts'

const ClaimPage = lazy(async () => ({ default: (await import('../pages/sign-in/claim.tsx')).ClaimPage }))
const SignInPage = lazy(async () => ({ default: (await import('../pages/sign-in/sign-in.tsx')).SignInPage }))

/** Whoever has no session signs in; whoever acts for several says for whom; then the page of the address. */
export function App() {
  const path = usePath()
  const words = useWords()
  const me = useAsk('me', () => api.affairs.myAffairs())
  const isStranger = me.wrong !== undefined && (me.wrong.status === 401 || me.wrong.status === 403)
  if (isStranger) return <Frame>{path === '/claim' ? <ClaimPage /> : <SignInPage onEntered={me.again} />}</Frame>
  if (!me.data)
    return (
      <Frame>
        <Page title={words.name}>
          <Shown asked={me}>{() => null}</Shown>
        </Page>
      </Frame>
    )
  return <Inside me={me.data} path={path} renew={me.again} />
}

function Inside({ me, path, renew }: { me: Me; path: string; renew: () => void }) {
  const [chosen, choose] = useState<string | null>(null)
  const only = me.people.length === 1 ? me.people[0] : undefined
  const person = me.people.find(({ personId }) => personId === chosen) ?? only
  const visitor = useMemo(() => (person ? { me, person, choose, renew } : null), [me, person, renew])
  const isKnown = useUndoable(person?.personId)
  if (!visitor)
    return (
      <Frame>
        <ChoosePage me={me} choose={choose} renew={renew} />
      </Frame>
    )
  const { phone, community } = visitor.person
  const page = isKnown ? pageAt(path) : <Coming />
  return (
    <VisitorContext.Provider value={visitor}>
      <Frame phone={phone} community={community}>
        {page}
      </Frame>
    </VisitorContext.Provider>
  )
}

function Coming() {
  const { name, tools } = useWords()
  return (
    <Page title={name}>
      <p role="status">{tools.loading}</p>
    </Page>
  )
}

type FrameProps = { phone?: string | null; community?: string | null; children: ReactNode }

function Frame({ phone = null, community = null, children }: FrameProps) {
  return (
    <div className="page">
      <Tools phone={phone} />
      <Suspense fallback={<Coming />}>{children}</Suspense>
      <Foot phone={phone} community={community} />
    </div>
  )
}
