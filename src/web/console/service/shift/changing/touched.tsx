import { Alert } from 'antd'
import { useEffect, useRef } from 'react'
import type { api } from '../../../../api.ts'
import { useSay } from '../../../../ui/language/language.ts'
import { useTimes } from '../../../../ui/language/times.ts'
import { useShiftWords } from '../../words.ts'

type Shown = Awaited<ReturnType<typeof api.shiftChanges.previewShiftChange>>

/** Whose turn ends, who has something else then, and for whom it would be too much, by the plan as it is about to be. */
export function Touched({ shown: { shifts, turns, people } }: { shown: Shown }) {
  const words = useShiftWords()
  const say = useSay()
  const times = useTimes()
  const here = useRef<HTMLDivElement>(null)
  // A browser may answer a promise here, which is no way to end an effect.
  useEffect(() => {
    here.current?.scrollIntoView({ block: 'end' })
  }, [])
  return (
    <div ref={here}>
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={words.touched(shifts, turns, people.length)}
        description={
          <>
            <p>{words.touchedHint}</p>
            <ul style={{ paddingInlineStart: 20 }}>
              {people.map(({ personId, name, startsAt, outcome, reasons }) => (
                <li key={`${personId} ${startsAt} ${outcome}`}>
                  {name} · {times.minute(startsAt)} · {words.outcomes[outcome]}
                  {reasons.length ? words.because(reasons.map(say)) : ''}
                </li>
              ))}
            </ul>
          </>
        }
      />
    </div>
  )
}
