import { Link } from '@tanstack/react-router'
import { checkWays, turnStates } from '#modules/volunteering/shifts/tasks/index.ts'
import { Mark, type Tone } from '../../../ui/control/mark.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { clockOf } from '../../gatherings/calendar/days.ts'
import type { ShiftRecord, Turn } from '../queries.ts'
import css from '../service.module.css'
import { useShiftsWords, useShiftWords } from '../words.ts'
import { TurnActs } from './turn-acts.tsx'

/** Who serves, who waits, who was there and for how long. */
export function Turns({ record }: { record: ShiftRecord }) {
  const list = useShiftsWords()
  const words = useShiftWords()
  const columns = useColumns(record)
  return (
    <Section title={words.turns} note={list.peopleOf(record.taken, record.capacity)} flush>
      <DataTable
        label={words.turns}
        columns={columns}
        rows={record.turns}
        rowKey={(turn) => turn.id}
        empty={record.others ? <span /> : <EmptyState title={words.nobody} hint={words.nobodyHint} />}
      />
      {record.others ? <p className={css.note}>{words.others(record.others)}</p> : null}
    </Section>
  )
}

const TONES: Record<Turn['status'], Tone> = {
  waiting: 'plain',
  claimed: 'brand',
  started: 'doubtful',
  late: 'doubtful',
  served: 'doubtful',
  confirmed: 'good',
  refused: 'bad',
  cancelled: 'plain',
  missed: 'bad',
  reversed: 'bad',
}

function useColumns(record: ShiftRecord): Column<Turn>[] {
  const words = useShiftWords()
  return [
    {
      key: 'name',
      title: words.name,
      render: (turn) => (
        <>
          {turn.isMasked ? (
            <>
              {turn.name} <Mark>{words.masked}</Mark>
            </>
          ) : (
            <Link to="/people/$id" params={{ id: turn.personId }}>
              {turn.name}
            </Link>
          )}
          <span className={css.sub}>{[turn.community, words.onBehalf[turn.onBehalf]].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    { key: 'state', title: words.state, render: (turn) => <State turn={turn} /> },
    { key: 'checked', title: words.checked, render: (turn) => <Checked turn={turn} /> },
    {
      key: 'minutes',
      title: words.minutes,
      align: 'right',
      render: (turn) => (turn.minutes === null ? null : words.minutesOf(turn.minutes)),
    },
    {
      key: 'rating',
      title: words.rating,
      render: (turn) => (turn.rating === null ? null : words.stars(turn.rating)),
    },
    { key: 'acts', title: words.acts, render: (turn) => <TurnActs record={record} turn={turn} /> },
  ]
}

function State({ turn }: { turn: Turn }) {
  const words = useShiftWords()
  const say = useSay()
  const { swap } = turn
  return (
    <>
      <Mark tone={TONES[turn.status]}>{say(turnStates[turn.status])}</Mark>{' '}
      {turn.lateReason ? <Mark tone="doubtful">{words.entered}</Mark> : null}
      {turn.isOffered ? <span className={css.sub}>{words.offered}</span> : null}
      {turn.judgedAgain ? (
        <span className={css.sub}>{turn.judgedAgain === 'refuse' ? words.talkFirst : words.waitsForWord}</span>
      ) : null}
      {swap ? (
        <span className={css.sub}>{swap.status === 'taken' ? words.swapTaken(swap.to) : words.swapOpen(swap.to)}</span>
      ) : null}
      {turn.handedOn ? (
        <span className={css.sub}>
          {words.handedOn(turn.handedOn.to, turn.handedOn.leader ?? turn.handedOn.by ?? '')}
        </span>
      ) : null}
      {turn.lateReason ? <span className={css.sub}>{words.lateBy(turn.lateBy ?? '', turn.lateReason)}</span> : null}
      {turn.approvedBy ? <span className={css.sub}>{words.approvedBy(turn.approvedBy)}</span> : null}
      {turn.takenBack.map(({ at, by, reason }) => (
        <span key={at} className={css.sub}>
          {words.wasTakenBack(by ?? '', reason)}
        </span>
      ))}
      {turn.refusedReason ? <span className={css.sub}>{turn.refusedReason}</span> : null}
    </>
  )
}

function Checked({ turn }: { turn: Turn }) {
  const say = useSay()
  if (!turn.inAt) return null
  const ways = [...new Set([turn.inWay, turn.outWay].filter((way) => way !== null))]
  return (
    <>
      {clockOf(turn.inAt)}–{turn.outAt ? clockOf(turn.outAt) : ''}
      <span className={css.sub}>{ways.map((way) => say(checkWays[way])).join(' · ')}</span>
    </>
  )
}
