import { Fragment } from 'react'
import { HrefLink } from '../../../ui/control/href-link.tsx'
import { Mark } from '../../../ui/control/mark.tsx'
import { useTimes } from '../../../ui/language/times.ts'
import type { ServiceLedger } from '../queries.ts'
import css from '../service.module.css'
import { useServiceLedgerWords } from '../words.ts'
import { recordsHref } from './records-href.ts'

type LedgerClosingProps = { ledger: ServiceLedger; place: string | undefined }

/** What the book said when it was closed, and what was put right since; each figure opens the records as they stood then. */
export function LedgerClosing({ ledger, place }: LedgerClosingProps) {
  const words = useServiceLedgerWords()
  const times = useTimes()
  const { closing, isWhole } = ledger
  const note = isWhole ? null : <p className={css.note}>{words.ownArea}</p>
  if (!closing) return note
  const { entered, reversed } = closing.corrections
  const since = recordsHref(ledger, place, { changedAfter: closing.at })
  return (
    <>
      {note}
      <p className={css.note}>
        <Mark tone="good">{words.closed}</Mark> {words.closedBy(times.minute(closing.at), closing.by ?? '')} ·{' '}
        <ClosedFigures ledger={ledger} place={place} />
        {entered + reversed ? (
          <>
            {' · '}
            <HrefLink href={since}>{words.corrections(entered, reversed)}</HrefLink>
          </>
        ) : null}
      </p>
    </>
  )
}

function ClosedFigures({ ledger, place }: LedgerClosingProps) {
  const words = useServiceLedgerWords()
  const { closing } = ledger
  if (!closing) return null
  const { services, people, minutes, late, reversed } = closing.figures
  const said = [
    { text: words.figures.services(services), standing: 'valid' },
    { text: words.figures.people(people), standing: 'valid' },
    { text: words.figures.hours((minutes / 60).toFixed(1)), standing: 'valid' },
    { text: words.figures.late(late), standing: 'late' },
    { text: words.figures.reversed(reversed), standing: 'reversed' },
  ]
  return (
    <>
      {words.closedFigures}{' '}
      {said.map(({ text, standing }, at) => (
        <Fragment key={text}>
          {at ? ' · ' : ''}
          <HrefLink href={recordsHref(ledger, place, { standing, stoodAt: closing.at })}>{text}</HrefLink>
        </Fragment>
      ))}
    </>
  )
}
