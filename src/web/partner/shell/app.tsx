import { type ReactNode, useState } from 'react'
import { useAsk } from '../../light/ask.ts'
import { CounterPage } from '../pages/counter.tsx'
import { SignInPage } from '../pages/sign-in.tsx'
import { StatementsPage } from '../pages/statements.tsx'
import { TodayPage } from '../pages/today.tsx'
import { api } from './api.ts'
import { Heading } from './heading.tsx'
import { applyLanguage, useLang, useWords } from './words.ts'
import { Wrong } from './wrong.tsx'

const TABS = ['redeem', 'today', 'statements'] as const
type Tab = (typeof TABS)[number]

/** Whoever has no session signs in; whoever stands behind a counter sees it and nothing else. */
export function App() {
  const word = useWords()
  const counter = useAsk('counter', () => api.counter.readCounter())
  const [tab, setTab] = useState<Tab>('redeem')
  const isStranger = counter.wrong && (counter.wrong.status === 401 || counter.wrong.code === 'auth.forbidden')
  if (isStranger) return <Frame><SignInPage onEntered={counter.again} /></Frame> // biome-ignore format: one glance
  if (counter.wrong)
    return (
      <Frame isInside>
        <Heading>{word('name')}</Heading>
        <Wrong words={counter.wrong.words} />
        <button type="button" onClick={counter.again}>
          {word('again')}
        </button>
      </Frame>
    )
  if (!counter.data) return <Frame><p role="status">{word('loading')}</p></Frame> // biome-ignore format: one glance
  const { partner, clerk, isOpen, statements } = counter.data
  return (
    <Frame isInside title={partner} note={clerk}>
      <nav className="tabs">
        {TABS.map((one) => (
          <button key={one} type="button" aria-current={tab === one ? 'page' : undefined} onClick={() => setTab(one)}>
            {word(one)}
            {one === 'statements' && statements > 0 ? <span className="badge">{statements}</span> : null}
          </button>
        ))}
      </nav>
      {isOpen ? null : <p className="card notice">{word('closed')}</p>}
      {tab === 'redeem' ? <CounterPage onDone={counter.again} /> : null}
      {tab === 'today' ? <TodayPage /> : null}
      {tab === 'statements' ? <StatementsPage onAnswered={counter.again} /> : null}
    </Frame>
  )
}

type FrameProps = { children: ReactNode; isInside?: boolean; title?: string; note?: string }

function Frame({ children, isInside = false, title, note }: FrameProps) {
  const word = useWords()
  const lang = useLang()
  const leave = () => {
    api.sessions.signOut().then(
      () => window.location.reload(),
      () => undefined,
    )
  }
  return (
    <div className="page">
      <header>
        <div>
          <strong>{title || word('name')}</strong>
          {note ? <small>{note}</small> : null}
        </div>
        <button type="button" className="plain" onClick={() => applyLanguage(lang === 'zh' ? 'en' : 'zh')}>
          {word('other')}
        </button>
        {isInside ? (
          <button type="button" className="plain" onClick={leave}>
            {word('signOut')}
          </button>
        ) : null}
      </header>
      <main>{children}</main>
    </div>
  )
}
