import { type SubmitEvent, useState } from 'react'
import { punctuationOf } from '#platform/language/punctuation.ts'
import { type Asked, useAct, useAsk } from '../../light/ask.ts'
import { dateOf, timeOf } from '../../light/dates.ts'
import { api } from '../shell/api.ts'
import { textIn } from '../shell/form.ts'
import { Heading } from '../shell/heading.tsx'
import { useLang, useWords } from '../shell/words.ts'
import { Wrong } from '../shell/wrong.tsx'
import { Shown } from './shown.tsx'

type Statement = Awaited<ReturnType<typeof api.statements.readStatement>>

export function StatementPage({ id, leave }: { id: string; leave: () => void }) {
  const word = useWords()
  const asked: Asked<Statement> = useAsk(`statement ${id}`, () => api.statements.readStatement({ id }))
  return (
    <section className="stack">
      <button type="button" className="plain" onClick={leave}>
        ← {word('back')}
      </button>
      <Shown asked={asked}>
        {(one) => (
          <>
            <Heading>
              {one.month} · {word(one.status)}
              {one.version > 1 ? ` · ${word('version')} ${one.version}` : null}
            </Heading>
            <Sums of={one} />
            <Answer of={one} renew={asked.again} />
            <Files id={one.id} />
            <h2>{word('lines')}</h2>
            <ul className="lines">
              {one.lines.map((line) => (
                <li key={line.redemptionId + line.kind}>
                  <span>
                    <strong>
                      {line.item} × {line.quantity}
                    </strong>
                    <small>
                      {dateOf(line.at)} {timeOf(line.at)} {line.name}
                      {line.isStruck ? ` · ${word('struck')}` : null}
                    </small>
                  </span>
                  <span className="number">{line.kind === 'reversed' ? `−${line.points}` : line.points}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Shown>
    </section>
  )
}

function Sums({ of }: { of: Statement }) {
  const word = useWords()
  const { aside } = punctuationOf(useLang())
  const rows = [
    [word('opening'), of.opening],
    [word('redeemed'), of.redeemed],
    [word('reversedSum'), of.reversed],
    [word('paidBefore'), of.paidBefore],
    [word('closing'), of.closing],
    [word('due'), of.due],
    ...(of.voucher ? [[word('voucher'), of.voucher] as const] : []),
    ...(of.dispute ? [[word('dispute'), of.dispute] as const] : []),
    ...(of.answer ? [[word(of.outcome ?? 'answer'), of.answer] as const] : []),
    ...(of.can.confirm
      ? [[word('answerBy'), of.isByWeekdays ? aside(of.answerBy, word('byWeekdays')) : of.answerBy] as const]
      : []),
  ]
  return (
    <dl className="card sums">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Answer({ of, renew }: { of: Statement; renew: () => void }) {
  const word = useWords()
  const [isWrong, setWrong] = useState(false)
  const { act, isBusy, wrong } = useAct()
  if (!of.can.confirm) return null
  const confirm = () => act(() => api.statements.confirmStatement({ id: of.id }).then(renew))
  const dispute = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = textIn(event.currentTarget, 'reason')
    act(() => api.statements.disputeStatement({ id: of.id, reason }).then(renew))
  }
  return (
    <div className="stack">
      <button type="button" className="main" onClick={confirm} disabled={isBusy}>
        {word('agree')}
      </button>
      {isWrong ? (
        <form className="stack" onSubmit={dispute}>
          <label>
            {word('reason')}
            <textarea name="reason" rows={3} required minLength={2} maxLength={500} />
          </label>
          <button type="submit" disabled={isBusy}>
            {word('send')}
          </button>
        </form>
      ) : (
        <button type="button" onClick={() => setWrong(true)}>
          {word('disagree')}
        </button>
      )}
      <Wrong words={wrong} />
    </div>
  )
}

function Files({ id }: { id: string }) {
  const word = useWords()
  const { act, isBusy, wrong } = useAct()
  const take = (format: 'xlsx' | 'pdf') =>
    act(async () => {
      const { name, bytes } = await api.statements.downloadStatement({ id, format })
      const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)]))
      const link = document.createElement('a')
      link.href = url
      link.download = name
      link.click()
      setTimeout(() => URL.revokeObjectURL(url), 10_000)
    })
  return (
    <div className="pair">
      <button type="button" onClick={() => take('xlsx')} disabled={isBusy}>
        {word('excel')}
      </button>
      <button type="button" onClick={() => take('pdf')} disabled={isBusy}>
        {word('pdf')}
      </button>
      <Wrong words={wrong} />
    </div>
  )
}
