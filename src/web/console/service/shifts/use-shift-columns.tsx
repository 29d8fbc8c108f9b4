import { Link } from '@tanstack/react-router'
import { openness, tasks } from '#modules/volunteering/shifts/tasks/index.ts'
import { Mark } from '../../../ui/control/mark.tsx'
import { useSay } from '../../../ui/language/language.ts'
import type { Column } from '../../../ui/table/column.ts'
import { clockOf, dayOf } from '../../gatherings/calendar/days.ts'
import type { ShiftLine } from '../queries.ts'
import css from '../service.module.css'
import { useShiftsWords } from '../words.ts'

const taskWords: Record<string, { zh: string; en: string }> = tasks

export function useTaskName(): (task: string) => string {
  const say = useSay()
  return (task) => {
    const words = taskWords[task]
    return words ? say(words) : task
  }
}

export function useShiftColumns(): Column<ShiftLine>[] {
  const words = useShiftsWords()
  const say = useSay()
  const taskName = useTaskName()
  return [
    {
      key: 'name',
      title: words.name,
      width: 180,
      render: (one) => (
        <>
          <Link to="/shifts/$id" params={{ id: one.id }}>
            {one.title}
          </Link>
          {one.team ? <span className={css.sub}>{one.team}</span> : null}
        </>
      ),
    },
    {
      key: 'when',
      title: words.when,
      width: 170,
      render: (one) => `${dayOf(one.startsAt)} ${clockOf(one.startsAt)}–${clockOf(one.endsAt)}`,
    },
    { key: 'where', title: words.where, render: (one) => [one.place, one.address].filter(Boolean).join(' · ') },
    { key: 'task', title: words.task, render: (one) => taskName(one.task) },
    { key: 'openTo', title: words.openTo, render: (one) => say(openness[one.openTo]) },
    { key: 'people', title: words.people, render: (one) => <Counts one={one} /> },
    { key: 'status', title: words.status, render: (one) => <ShiftStatus shift={one} /> },
  ]
}

function Counts({ one }: { one: ShiftLine }) {
  const words = useShiftsWords()
  return (
    <>
      {words.peopleOf(one.taken, one.capacity)}
      {one.waiting ? <span className={css.sub}>{words.waitingCount(one.waiting)}</span> : null}
      {one.served ? (
        <span className={css.sub}>
          <Mark tone="doubtful">{words.toConfirm(one.served)}</Mark>
        </span>
      ) : null}
    </>
  )
}

/** Over is a shift whose time is over, whether its sheet was closed or not. */
export function ShiftStatus({ shift }: { shift: Pick<ShiftLine, 'status' | 'isOver'> }) {
  const words = useShiftsWords()
  const status = shift.status === 'planned' && shift.isOver ? 'held' : shift.status
  const tone = { planned: 'good', held: 'plain', cancelled: 'bad' } as const
  return <Mark tone={tone[status]}>{words.statuses[status]}</Mark>
}
