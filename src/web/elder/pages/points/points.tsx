import { useState } from 'react'
import type { contract } from '#modules/volunteering/bank/own/contract.ts'
import type { Answered } from '#platform/contract.ts'
import { useAsk } from '../../../light/ask.ts'
import { dayOf, lengthOf } from '../../../light/dates.ts'
import { Shown } from '../../kit/asked.tsx'
import { Link } from '../../kit/link.tsx'
import { api } from '../../shell/api.ts'
import { useDone } from '../../shell/done.ts'
import { useLang } from '../../shell/settings.ts'
import { useVisitor } from '../../shell/visitor.ts'
import { useWords } from '../../words/index.ts'
import type { Words } from '../../words/zh.ts'
import { OwnPage } from '../own-page.tsx'
import { givenIn, UndoButton, undoGivenOf, undoOf } from './undoing.tsx'

type Bank = Answered<typeof contract.myBank>
type Move = Answered<typeof contract.myBankStatement>['items'][number]

export function PointsPage() {
  const { points: words, naming, tools } = useWords()
  const lang = useLang()
  const { personId } = useVisitor().person
  const done = useDone()
  const asked = useAsk(`bank ${personId} ${done?.words ?? ''}`, () => api.bank.myBank({ personId }))
  return (
    <OwnPage title={words.title}>
      <Shown asked={asked}>
        {(bank) => (
          <>
            {bank.isFrozen ? <p className="card wrong">{words.frozen}</p> : null}
            <dl>
              <dt>{words.have}</dt>
              <dd>{words.score(bank.points)}</dd>
              <dt>{words.free}</dt>
              <dd>{words.score(bank.free)}</dd>
              <dt>{words.hours}</dt>
              <dd>{lengthOf(bank.minutes, lang)}</dd>
              <dt>{words.month}</dt>
              <dd>
                {words.score(bank.month.points)}
                {tools.comma}
                {lengthOf(bank.month.minutes, lang)}
              </dd>
            </dl>
            <Waiting bank={bank} />
            <Given bank={bank} />
            <Link to="/shop" look="button main">
              {words.redeem}
            </Link>
            <Link to="/give">{words.give}</Link>
            <Link to="/donate">{words.donate}</Link>
            <Link to="/naming">{naming.link}</Link>
          </>
        )}
      </Shown>
      <Statement personId={personId} />
    </OwnPage>
  )
}

function Waiting({ bank }: { bank: Bank }) {
  const words = useWords()
  const { personId } = useVisitor().person
  if (!bank.waiting.length) return null
  return (
    <>
      <h2>{words.points.waiting}</h2>
      {bank.waiting.map((one) => (
        <section className="card stack" key={one.id}>
          <p>
            <strong>{one.item}</strong>
            {one.partner}
          </p>
          <Link to={`/redemptions/${one.id}`}>{words.points.showCode}</Link>
          <UndoButton undo={undoOf(personId, one, words)} />
        </section>
      ))}
    </>
  )
}

/** What the notice above offers to take back is not said twice. */
function Given({ bank }: { bank: Bank }) {
  const words = useWords()
  const { personId } = useVisitor().person
  const about = useDone()?.undo?.about
  const others = bank.given.filter(({ id }) => id !== about)
  if (!others.length) return null
  return (
    <>
      <h2>{words.points.lately}</h2>
      {others.map((one) => (
        <section className="card stack" key={one.id}>
          <p>{givenIn(one, words)}</p>
          <UndoButton undo={undoGivenOf(personId, one, words)} />
        </section>
      ))}
    </>
  )
}

/** What a line was, for whom it reads: given or received, taken back by whom. */
function whatOf({ code, refKind, amount }: Move, { points: words }: Words): string {
  const isOut = amount < 0
  if (code === 'gift' && isOut) return words.gaveAway
  if (code === 'reverse' && refKind === 'gift') return isOut ? words.takenBack : words.tookBack
  if (code === 'reverse' && refKind === 'donation') return words.undonated
  return words.moves[code]
}

/** Of service the books say the day; nobody here reads 2026-01-03. */
const isDay = (about: string): boolean => /^\d{4}-\d\d-\d\d$/.test(about)

/** The latest few; who looks for more asks for more. */
const AT_ONCE = 5

const isGiven = ({ code }: Move): boolean => code === 'gift' || code === 'donate'

function Statement({ personId }: { personId: string }) {
  const words = useWords()
  const { points, tools } = words
  const lang = useLang()
  const done = useDone()
  const [count, setCount] = useState(AT_ONCE)
  const asked = useAsk(`statement ${personId} ${done?.words ?? ''}`, () => api.bank.myBankStatement({ personId }))
  return (
    <>
      <h2>{points.statement}</h2>
      <Shown asked={asked}>
        {({ items }) =>
          items.length ? (
            <>
              <ul>
                {items.slice(0, count).map((one) => (
                  <li key={one.id} className="card">
                    <strong>
                      {whatOf(one, words)}
                      {one.isReversed ? (isGiven(one) ? points.undone : points.corrected) : ''}
                    </strong>
                    {one.about ? (
                      <>
                        {isDay(one.about) ? points.served(dayOf(`${one.about}T12:00:00+08:00`, lang)) : one.about}
                        <br />
                      </>
                    ) : null}
                    {points.entered(dayOf(one.at, lang))}
                    <br />
                    <b>{one.amount < 0 ? points.minus(-one.amount) : points.plus(one.amount)}</b>
                    {tools.comma}
                    {points.after(one.after)}
                  </li>
                ))}
              </ul>
              {items.length > count ? (
                <button type="button" onClick={() => setCount(count + 2 * AT_ONCE)}>
                  {points.older}
                </button>
              ) : null}
            </>
          ) : (
            <p>{points.none}</p>
          )
        }
      </Shown>
    </>
  )
}
