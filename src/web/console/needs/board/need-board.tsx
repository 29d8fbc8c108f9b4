import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { needStates } from '#modules/volunteering/codes/index.ts'
import type { NeedAct } from '#modules/volunteering/needs/rules.ts'
import { Mark } from '../../../ui/control/mark.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { actTo } from '../acts/acts.ts'
import { useNeedAct } from '../acts/use-need-act.tsx'
import { type BoardColumn, type NeedLine, proposalsQuery } from '../queries.ts'
import type { NeedSearch } from '../routes.ts'
import { useNeedsWords } from '../words.ts'
import { moveByArrows } from './arrows.ts'
import css from './board.module.css'
import { NeedCard } from './need-card.tsx'

/** A column for each state. Cards go on by menu, by key, or dragged. */
export function NeedBoard({ columns, search }: { columns: BoardColumn[]; search: NeedSearch }) {
  const words = useNeedsWords()
  const { message } = App.useApp()
  const { begin, around } = useNeedAct()
  const [dragged, setDragged] = useState<NeedLine | null>(null)
  const [isProposing, setProposing] = useState(false)
  const proposals = useQuery({ ...proposalsQuery, enabled: isProposing })
  const isWaiting = columns.some(({ items }) => items.some(({ can }) => can.match))
  const drop = (column: BoardColumn) => {
    if (!dragged || dragged.status === column.status) return
    const act = actTo(dragged, column.status)
    if (act) begin(dragged, act)
    else message.info(words.notHere).then(undefined, () => undefined)
  }
  return (
    <>
      {around}
      <p className={css.hint}>{words.boardHint}</p>
      {isWaiting ? (
        <p className={css.hint}>
          <Button loading={proposals.isFetching} onClick={() => setProposing(true)} disabled={isProposing}>
            {words.propose}
          </Button>
        </p>
      ) : null}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys are those of the links inside */}
      <div className={css.board} onKeyDown={moveByArrows}>
        {columns.map((column) => (
          <Column
            key={column.status}
            column={column}
            search={search}
            proposed={proposals.data}
            isTarget={dragged !== null && actTo(dragged, column.status) !== undefined}
            onAct={begin}
            onDrag={setDragged}
            onDrop={() => drop(column)}
          />
        ))}
      </div>
    </>
  )
}

type ColumnProps = {
  column: BoardColumn
  search: NeedSearch
  proposed: ReadonlyMap<string, readonly string[]> | undefined
  isTarget: boolean
  onAct: (need: NeedLine, act: NeedAct) => void
  onDrag: (need: NeedLine | null) => void
  onDrop: () => void
}

function Column({ column, search, proposed, isTarget, onAct, onDrag, onDrop }: ColumnProps) {
  const words = useNeedsWords()
  const say = useSay()
  const { status, total, overdue, items } = column
  const rest = total - items.length
  const name = say(needStates[status])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging is a third way beside the menu and the keys
    <section
      className={`${css.column} ${isTarget ? css.over : ''}`}
      aria-label={name}
      data-column={status}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <h3 className={css.head}>
        <span>{name}</span>
        <span className={css.count}>
          {overdue ? <Mark tone="bad">{words.overdueCount(overdue)}</Mark> : null} {total}
        </span>
      </h3>
      {items.length ? null : <p className={css.none}>{words.emptyColumn}</p>}
      <ul className={css.cards}>
        {items.map((need) => (
          <NeedCard
            key={need.id}
            need={need}
            proposed={proposed?.get(need.id)}
            onAct={(act) => onAct(need, act)}
            onDrag={onDrag}
          />
        ))}
      </ul>
      {rest > 0 ? (
        <p className={css.none}>
          <Link to="/needs" search={{ ...search, view: 'list', status }}>
            {words.moreInList(rest)}
          </Link>
        </p>
      ) : null}
    </section>
  )
}
