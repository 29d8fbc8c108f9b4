import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react'
import type { contract as entering } from '#modules/accounts/elder-access/entering/contract.ts'
import type { Answered } from '#platform/contract.ts'
import { type Asked, useAsk } from '../../light/ask.ts'
import { Shown } from '../kit/asked.tsx'
import { Page } from '../kit/page.tsx'
import { ChoosePage } from '../pages/choose.tsx'
import { pageAt } from '../pages/index.tsx'
import { useUndoable } from '../pages/points/undoing.tsx'
import { useWords } from '../words/index.ts'
import { api } from './api.ts'
import { usePath } from './router.ts'
import { Foot, Tools, type ToRing } from './tools.tsx'
import { type Me, VisitorContext } from './visitor.ts'

type Doorway = Answered<typeof entering.readDoorway>

const ClaimPage = lazy(async () => ({ default: (await import('../pages/sign-in/claim.tsx')).ClaimPage }))
const SignInPage = lazy(async () => ({ default: (await import('../pages/sign-in/sign-in.tsx')).SignInPage }))

/** Whoever has no session signs in; whoever acts for several says for whom; then the page of the address. */
export function App() {
  const path = usePath()
  const words = useWords()
  const me = useAsk('me', () => api.affairs.myAffairs())
  const isStranger = me.wrong !== undefined && (me.wrong.status === 401 || me.wrong.status === 403)
  if (isStranger)
    return (
      <DoorFrame>
        {(doorway) => (path === '/claim' ? <ClaimPage /> : <SignInPage doorway={doorway} onEntered={me.again} />)}
      </DoorFrame>
    )
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
  if (!visitor) return <DoorFrame>{() => <ChoosePage me={me} choose={choose} renew={renew} />}</DoorFrame>
  const { phone, community } = visitor.person
  const page = isKnown ? pageAt(path) : <Coming />
  return (
    <VisitorContext.Provider value={visitor}>
      <Frame numbers={phone ? [{ where: community, phone }] : []}>{page}</Frame>
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

/** Nobody is known here yet, so the number is the county's own. */
function DoorFrame({ children }: { children: (doorway: Asked<Doorway>) => ReactNode }) {
  const words = useWords()
  const doorway = useAsk('doorway', () => api.entering.readDoorway())
  const known = doorway.data?.items ?? (doorway.wrong ? [] : undefined)
  const numbers = known?.flatMap(({ name, phone }) => (phone ? [{ where: words.tools.bureau(name), phone }] : []))
  return (
    <Frame numbers={numbers} isDoor>
      {children(doorway)}
    </Frame>
  )
}

type FrameProps = { numbers?: readonly ToRing[] | undefined; isDoor?: boolean; children: ReactNode }

function Frame({ numbers, isDoor = false, children }: FrameProps) {
  const [first, second] = numbers ?? []
  return (
    <div className="page">
      <Tools phone={first && !second ? first.phone : null} />
      <Suspense fallback={<Coming />}>{children}</Suspense>
      <Foot numbers={numbers} isDoor={isDoor} />
    </div>
  )
}
