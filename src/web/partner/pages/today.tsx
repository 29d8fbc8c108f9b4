import { punctuationOf } from '#platform/language/punctuation.ts'
import { useAsk } from '../../light/ask.ts'
import { timeOf } from '../../light/dates.ts'
import { api } from '../shell/api.ts'
import { Heading } from '../shell/heading.tsx'
import { useLang, useWords } from '../shell/words.ts'
import { Shown } from './shown.tsx'

export function TodayPage() {
  const word = useWords()
  const { clauses } = punctuationOf(useLang())
  const today = useAsk('today', () => api.counter.listHandings())
  return (
    <section className="stack">
      <Heading>{word('today')}</Heading>
      <Shown asked={today}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{word('nothingToday')}</p>
          ) : (
            <>
              <p>
                {clauses([`${word('total')} ${items.length} ${word('count')}`, `${sumOf(items)} ${word('points')}`])}
              </p>
              <ul className="lines">
                {items.map((one) => (
                  <li key={one.id}>
                    <span>
                      <strong>
                        {one.item} × {one.quantity}
                      </strong>
                      <small>
                        {one.handedOverAt ? timeOf(one.handedOverAt) : ''} {one.name}
                        {one.status === 'reversed' ? ` · ${word('reversed')}` : ''}
                      </small>
                    </span>
                    <span className="number">{one.points}</span>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Shown>
    </section>
  )
}

const sumOf = (items: readonly { status: string; points: number }[]) =>
  items.reduce((sum, { status, points }) => (status === 'handed_over' ? sum + points : sum), 0)
