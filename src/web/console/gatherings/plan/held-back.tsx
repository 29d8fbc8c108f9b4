import { Alert } from 'antd'
import { useEffect, useRef } from 'react'
import type { api } from '../../../api.ts'
import { useSay } from '../../../ui/language/language.ts'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { useGatheringWords } from '../words.ts'

type Shown = Awaited<ReturnType<typeof api.gatherings.previewChange>>['people']

/** Who would be beyond their strength, or need a consent, by the plan as it is about to be. */
export function HeldBack({ people }: { people: Shown }) {
  const words = useGatheringWords()
  const say = useSay()
  const { aside, sentences } = usePunctuation()
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
        title={words.heldBack(people.length)}
        description={
          <>
            <p>{words.heldBackHint}</p>
            <ul>
              {people.map(({ personId, name, startsAt, outcome, reasons }) => (
                <li key={`${personId} ${startsAt}`}>
                  {name} · {times.minute(startsAt)} ·{' '}
                  {reasons.length ? aside(words.judged[outcome], sentences(reasons.map(say))) : words.judged[outcome]}
                </li>
              ))}
            </ul>
          </>
        }
      />
    </div>
  )
}
