import { Mark } from '../../../ui/control/mark.tsx'
import { useTimes } from '../../../ui/language/times.ts'
import type { ServiceLedger } from '../queries.ts'
import css from '../service.module.css'
import { useServiceLedgerWords } from '../words.ts'

/** What the book said when it was closed, and whether it says something else now. */
export function LedgerClosing({ ledger }: { ledger: ServiceLedger }) {
  const words = useServiceLedgerWords()
  const times = useTimes()
  const { closing, totals, isWhole } = ledger
  const note = isWhole ? null : <p className={css.note}>{words.ownArea}</p>
  if (!closing) return note
  const { services, people, minutes } = closing.figures
  const differs = services !== totals.services || minutes !== totals.minutes || people !== totals.people
  return (
    <>
      {note}
      <p className={css.note}>
        <Mark tone="good">{words.closed}</Mark> {words.closedBy(times.minute(closing.at), closing.by ?? '')} ·{' '}
        {words.closedFigures(services, people, (minutes / 60).toFixed(1))}{' '}
        {differs ? <Mark tone="doubtful">{words.differs}</Mark> : null}
      </p>
    </>
  )
}
