import { Link } from '@tanstack/react-router'
import { Mark } from '../../../ui/control/mark.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { clockOf } from '../../gatherings/calendar/days.ts'
import type { ServiceRecord } from '../queries.ts'
import css from '../service.module.css'
import { useTaskName } from '../shifts/use-shift-columns.tsx'
import { useRecordsWords, useShiftWords } from '../words.ts'
import { ReversalActs } from './reversal-acts.tsx'

/** The fields of 志愿服务记录, with what was put right. */
export function useRecordColumns(): Column<ServiceRecord>[] {
  const words = useRecordsWords()
  const shift = useShiftWords()
  return [
    {
      key: 'name',
      title: words.name,
      render: (one) => (
        <>
          <Link to="/people/$id" params={{ id: one.personId }}>
            {one.name}
          </Link>
          {one.volunteerNumber ? <span className={css.sub}>{one.volunteerNumber}</span> : null}
        </>
      ),
    },
    {
      key: 'what',
      title: words.what,
      render: (one) => <What one={one} />,
    },
    {
      key: 'day',
      title: words.day,
      width: 130,
      render: (one) => (
        <>
          {one.servedOn}
          <span className={css.sub}>
            {clockOf(one.from)}–{clockOf(one.to)}
          </span>
        </>
      ),
    },
    { key: 'minutes', title: words.minutes, align: 'right', render: (one) => words.minutesOf(one.minutes) },
    {
      key: 'confirmed',
      title: words.confirmedBy,
      render: (one) => (
        <>
          {words.ways[one.confirmedWay]}
          <span className={css.sub}>{one.confirmedBy}</span>
        </>
      ),
    },
    {
      key: 'rating',
      title: words.rating,
      render: (one) => (one.rating === null ? null : shift.stars(one.rating)),
    },
    { key: 'standing', title: words.standing, render: (one) => <Standing one={one} /> },
    { key: 'acts', title: words.acts, render: (one) => <ReversalActs one={one} /> },
  ]
}

function What({ one }: { one: ServiceRecord }) {
  const taskName = useTaskName()
  return (
    <>
      <Link to="/shifts/$id" params={{ id: one.shiftId }}>
        {one.title}
      </Link>
      <span className={css.sub}>
        {[taskName(one.task), one.place, one.address, one.team, one.organiser].filter(Boolean).join(' · ')}
      </span>
    </>
  )
}

function Standing({ one }: { one: ServiceRecord }) {
  const words = useRecordsWords()
  return (
    <>
      {one.reversedAt ? <Mark tone="bad">{words.reversed}</Mark> : null}
      {one.reversal?.status === 'asked' ? <Mark tone="doubtful">{words.asked}</Mark> : null}
      {one.reversal ? null : <Mark tone="good">{words.standings.valid}</Mark>}{' '}
      {one.isLate ? <Mark tone="doubtful">{words.late}</Mark> : null}
      {one.reversal ? <span className={css.sub}>{one.reversal.reason}</span> : null}
    </>
  )
}
