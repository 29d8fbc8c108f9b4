import { useAsk } from '../../../light/ask.ts'
import { dayOf, lengthOf } from '../../../light/dates.ts'
import { Shown } from '../../kit/asked.tsx'
import { Link } from '../../kit/link.tsx'
import { api } from '../../shell/api.ts'
import { useDone } from '../../shell/done.ts'
import { useLang } from '../../shell/settings.ts'
import { useVisitor } from '../../shell/visitor.ts'
import { useWords } from '../../words/index.ts'
import { OwnPage } from '../own-page.tsx'
import { UndoButton } from './undoing.tsx'

export function PointsPage() {
  const { points: words, tools } = useWords()
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
            {bank.waiting.length ? <h2>{words.waiting}</h2> : null}
            {bank.waiting.map((one) => (
              <section className="card stack" key={one.id}>
                <p>
                  <strong>{one.item}</strong>
                  {one.partner}
                </p>
                <Link to={`/redemptions/${one.id}`}>{words.showCode}</Link>
                <UndoButton redemption={one} />
              </section>
            ))}
            <Link to="/shop" look="button main">
              {words.redeem}
            </Link>
            <Link to="/give">{words.give}</Link>
            <Link to="/donate">{words.donate}</Link>
          </>
        )}
      </Shown>
      <Statement personId={personId} />
    </OwnPage>
  )
}

/** Of service the books say the day; nobody here reads 2026-01-03. */
const isDay = (about: string): boolean => /^\d{4}-\d\d-\d\d$/.test(about)

function Statement({ personId }: { personId: string }) {
  const { points: words, tools } = useWords()
  const lang = useLang()
  const asked = useAsk(`statement ${personId}`, () => api.bank.myBankStatement({ personId }))
  return (
    <>
      <h2>{words.statement}</h2>
      <Shown asked={asked}>
        {({ items }) =>
          items.length ? (
            <ul>
              {items.map((one) => (
                <li key={one.id} className="card">
                  <strong>{words.moves[one.code]}</strong>
                  {one.about ? (
                    <>
                      {isDay(one.about) ? words.served(dayOf(`${one.about}T12:00:00+08:00`, lang)) : one.about}
                      <br />
                    </>
                  ) : null}
                  {words.entered(dayOf(one.at, lang))}
                  <br />
                  <b>{one.amount < 0 ? words.minus(-one.amount) : words.plus(one.amount)}</b>
                  {tools.comma}
                  {words.after(one.after)}
                </li>
              ))}
            </ul>
          ) : (
            <p>{words.none}</p>
          )
        }
      </Shown>
    </>
  )
}
