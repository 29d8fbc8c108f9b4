import { Link } from '@tanstack/react-router'
import { needKinds, urgencies } from '#modules/volunteering/codes/index.ts'
import type { NeedAct } from '#modules/volunteering/needs/rules.ts'
import { Mark } from '../../../ui/control/mark.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { ActMenu } from '../acts/act-menu.tsx'
import { actsOf } from '../acts/acts.ts'
import type { NeedLine } from '../queries.ts'
import { useNeedsWords } from '../words.ts'
import css from './board.module.css'

type NeedCardProps = {
  need: NeedLine
  /** Who would fit best, where somebody asked. */
  proposed: readonly string[] | undefined
  onAct: (act: NeedAct) => void
  onDrag: (need: NeedLine | null) => void
}

export function NeedCard({ need, proposed, onAct, onDrag }: NeedCardProps) {
  const words = useNeedsWords()
  const say = useSay()
  const times = useTimes()
  const { colon, enumerate } = usePunctuation()
  const tone = need.urgency === 'today' ? 'bad' : need.urgency === 'week' ? 'doubtful' : 'plain'
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging is a third way beside the menu and the keys
    <li
      className={`${css.card} ${need.isOverdue ? css.late : ''}`}
      draggable={actsOf(need).length > 0}
      onDragStart={() => onDrag(need)}
      onDragEnd={() => onDrag(null)}
    >
      <Link to="/needs/$id" params={{ id: need.id }} className={css.title ?? ''} data-card draggable={false}>
        {say(needKinds[need.kind])} · {need.name ?? words.forHouse}
      </Link>
      {need.words ? <p className={css.what}>{need.words}</p> : null}
      <p className={css.small}>{[need.community ?? need.place, need.number, times.day(need.raisedAt)].join(' · ')}</p>
      {need.helper || need.team ? (
        <p className={css.small}>
          {words.helper}
          {colon}
          {need.helper ?? need.team}
        </p>
      ) : null}
      {proposed ? (
        <p className={css.small}>
          {words.proposed}
          {colon}
          {enumerate(proposed) || words.nobodyFits}
        </p>
      ) : null}
      <div className={css.foot}>
        <span>
          <Mark tone={tone}>{say(urgencies[need.urgency])}</Mark>{' '}
          {need.isOverdue ? <Mark tone="bad">{words.overdue}</Mark> : null}
        </span>
        <ActMenu need={need} onAct={onAct} />
      </div>
    </li>
  )
}
