import { Link } from '@tanstack/react-router'
import { turnStates } from '#modules/volunteering/shifts/tasks/index.ts'
import { Mark } from '../../../ui/control/mark.tsx'
import { useSay } from '../../../ui/language/language.ts'
import type { Column } from '../../../ui/table/column.ts'
import { clockOf, dayOf } from '../../gatherings/calendar/days.ts'
import type { WaitingLine } from '../queries.ts'
import css from '../service.module.css'
import { useShiftsWords, useShiftWords } from '../words.ts'

export function useWaitingColumns(): Column<WaitingLine>[] {
  const list = useShiftsWords()
  const words = useShiftWords()
  const say = useSay()
  return [
    {
      key: 'name',
      title: words.name,
      render: (one) =>
        one.isMasked ? (
          <>
            {one.name} <Mark>{words.masked}</Mark>
          </>
        ) : (
          <Link to="/people/$id" params={{ id: one.personId }}>
            {one.name}
          </Link>
        ),
    },
    {
      key: 'shift',
      title: list.name,
      render: (one) => (
        <>
          <Link to="/shifts/$id" params={{ id: one.shiftId }}>
            {one.title}
          </Link>
          <span className={css.sub}>{[one.place, one.team].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    {
      key: 'when',
      title: list.when,
      render: (one) => `${dayOf(one.from)} ${clockOf(one.from)}–${clockOf(one.to)}`,
    },
    { key: 'minutes', title: words.minutes, align: 'right', render: (one) => words.minutesOf(one.minutes) },
    {
      key: 'state',
      title: words.state,
      render: (one) => (
        <>
          <Mark tone="doubtful">{say(turnStates[one.status])}</Mark>
          {one.lateReason ? <span className={css.sub}>{words.lateBy(one.lateBy ?? '', one.lateReason)}</span> : null}
        </>
      ),
    },
  ]
}
