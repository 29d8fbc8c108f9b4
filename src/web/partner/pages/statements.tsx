import { useState } from 'react'
import { useAsk } from '../../light/ask.ts'
import { api } from '../shell/api.ts'
import { Heading } from '../shell/heading.tsx'
import { useWords } from '../shell/words.ts'
import { Shown } from './shown.tsx'
import { StatementPage } from './statement.tsx'

export function StatementsPage({ onAnswered }: { onAnswered: () => void }) {
  const word = useWords()
  const [id, setId] = useState<string | null>(null)
  const list = useAsk('statements', () => api.statements.listStatements())
  const leave = () => {
    setId(null)
    list.again()
    onAnswered()
  }
  if (id) return <StatementPage id={id} leave={leave} />
  return (
    <section className="stack">
      <Heading>{word('statements')}</Heading>
      <Shown asked={list}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{word('noStatements')}</p>
          ) : (
            <ul className="lines">
              {items.map((one) => (
                <li key={one.id}>
                  <button type="button" className="row" onClick={() => setId(one.id)}>
                    <span>
                      <strong>{one.month}</strong>
                      <small>{word(one.status)}</small>
                    </span>
                    <span className="number">{one.due}</span>
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </section>
  )
}
