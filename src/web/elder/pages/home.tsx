import { useAsk } from '../../light/ask.ts'
import { Link } from '../kit/link.tsx'
import { Page } from '../kit/page.tsx'
import { api } from '../shell/api.ts'
import { useVisitor } from '../shell/visitor.ts'
import { useWords } from '../words/index.ts'
import { ForWhom } from './for-whom.tsx'
import { Leave } from './leave.tsx'

const TILES = [
  { to: '/gatherings', key: 'gatherings', colour: 'red', path: 'M4 6h16v14H4zM4 10h16M8 3v5M16 3v5' },
  { to: '/help', key: 'help', colour: 'green', path: 'M12 20s-8-5-8-11a4 4 0 0 1 8-1 4 4 0 0 1 8 1c0 6-8 11-8 11z' },
  {
    to: '/points',
    key: 'points',
    colour: 'blue',
    path: 'M12 3l2.8 5.7 6.2.9-4.5 4.4 1 6.2L12 17.3 6.5 20.2l1-6.2L3 9.6l6.2-.9z',
  },
  {
    to: '/needs',
    key: 'needs',
    colour: 'brown',
    path: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-5 3.500-7 8-7s8 2 8 7',
  },
] as const

/** What waits for the elder's word, and what they have not read yet, stands where one begins. */
function Waiting() {
  const { home } = useWords()
  const { personId } = useVisitor().person
  const { data } = useAsk(`waiting ${personId}`, async () => {
    const [{ waiting }, { mine }, { unread }] = await Promise.all([
      api.own.myRecord({ personId }),
      api.gatherings.myGatherings({ personId }),
      api.messages.myMessages({ personId, offset: 0, limit: 1 }),
    ])
    return { visits: waiting.length, changed: mine.filter((one) => one.mine?.waitsForWord).length, unread }
  })
  if (!data) return null
  return (
    <div className="stack">
      {data.changed ? <Link to="/gatherings">{home.word(data.changed)}</Link> : null}
      {data.visits ? <Link to="/record">{home.waits(data.visits)}</Link> : null}
      {data.unread ? <Link to="/messages">{home.unread(data.unread)}</Link> : null}
    </div>
  )
}

export function HomePage() {
  const { home } = useWords()
  return (
    <Page title={home.title}>
      <ForWhom />
      <nav className="tiles" aria-label={home.title}>
        {TILES.map(({ to, key, colour, path }) => (
          <Link key={to} to={to} look={`button tile ${colour}`}>
            <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
              <path d={path} />
            </svg>
            {home[key]}
          </Link>
        ))}
      </nav>
      <Waiting />
      <h2>{home.more}</h2>
      <Link to="/code">{home.code}</Link>
      <Link to="/messages">{home.messages}</Link>
      <Link to="/record">{home.record}</Link>
      <Link to="/family">{home.family}</Link>
      <Leave />
    </Page>
  )
}
