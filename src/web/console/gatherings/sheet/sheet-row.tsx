import { Button } from 'antd'
import { type AttendanceState, attendanceStates } from '#modules/gatherings/codes/index.ts'
import { Mark } from '../../../ui/control/mark.tsx'
import { useSheetWords } from '../words.ts'
import type { Listed } from './marks.ts'
import css from './sheet.module.css'

const STATES = Object.keys(attendanceStates) as AttendanceState[] // the keys of a closed record

type SheetRowProps = {
  one: Listed
  state: AttendanceState | null
  isChanged: boolean
  onMark: (state: AttendanceState) => void
  /** Given where the office refused this line. */
  onDrop: (() => void) | undefined
}

/** One person with the four things that can be said of them, each a finger wide. */
export function SheetRow({ one, state, isChanged, onMark, onDrop }: SheetRowProps) {
  const words = useSheetWords()
  return (
    <li className={isChanged ? `${css.row} ${css.changed}` : css.row}>
      <span className={css.who}>
        <span className={css.name}>{one.name}</span>
        {one.isSignedUp ? null : <Mark tone="brand">{words.walkIn}</Mark>}
        {one.way === 'code' ? <Mark>{words.wayCode}</Mark> : null}
        {one.isMasked ? <Mark>{words.masked}</Mark> : null}
        <span className={css.soft}>{one.community}</span>
        {onDrop ? (
          <>
            <Mark tone="bad">{words.notListed}</Mark>
            <Button size="small" aria-label={words.dropOf(one.name)} onClick={onDrop}>
              {words.drop}
            </Button>
          </>
        ) : null}
      </span>
      <span className={css.states} role="group" aria-label={words.stateOf(one.name)}>
        {STATES.map((each) => (
          <button
            key={each}
            type="button"
            className={each === state ? `${css.state} ${css[each] ?? ''}` : css.state}
            aria-pressed={each === state}
            onClick={() => onMark(each)}
          >
            {words.states[each]}
          </button>
        ))}
      </span>
    </li>
  )
}
