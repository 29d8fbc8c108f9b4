import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { FINDING_KINDS, NUMBER_NAMES } from '#modules/volunteering/bank/anomalies/finding/limits.ts'
import { findingKinds } from '#modules/volunteering/bank/anomalies/words.ts'
import { Mark } from '../../../ui/control/mark.tsx'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import { Facts } from '../../../ui/page/facts.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { useMay } from '../../shell/session/me.ts'
import { LimitDialog } from './limit-dialog.tsx'
import { type Finding, type LimitSet, limitsQuery } from './queries.ts'
import { useFindingWords } from './words.ts'

/** The numbers of a limit in words. */
export function useNumbers(): (numbers: Finding['numbers']) => string {
  const { limits } = useFindingWords()
  const { clauses } = usePunctuation()
  return (numbers) =>
    clauses(
      NUMBER_NAMES.flatMap((name) => {
        const number = numbers[name]
        return number === undefined ? [] : [limits[name](number)]
      }),
    )
}

/** What counts as too many and too fast: the limits in force, those to come, those of before. */
export function LimitCards() {
  const may = useMay()
  const limits = useQuery(limitsQuery)
  const [isSetting, setSetting] = useState(false)
  const inForce = limits.data?.items.find(({ standing }) => standing === 'in_force')
  return (
    <Answer query={limits}>
      {({ items }) => (
        <>
          {items
            .filter(({ standing }) => standing !== 'past')
            .map((set) => (
              <LimitCard
                key={set.fromOn}
                set={set}
                onSet={may('bank.manage') && set === inForce ? () => setSetting(true) : undefined}
              />
            ))}
          {isSetting && inForce ? <LimitDialog from={inForce} onClose={() => setSetting(false)} /> : null}
        </>
      )}
    </Answer>
  )
}

function LimitCard({ set, onSet }: { set: LimitSet; onSet: (() => void) | undefined }) {
  const words = useFindingWords()
  const say = useSay()
  const numbers = useNumbers()
  const items = FINDING_KINDS.map((kind) => {
    const limit = set.limits[kind]
    return { label: say(findingKinds[kind]), value: limit?.isOn ? numbers(limit.numbers) : <Mark>{words.off}</Mark> }
  })
  return (
    <Section
      title={set.id ? words.limitsFrom(set.fromOn) : words.shipped}
      note={set.note ?? words.limitsNote}
      actions={
        <>
          {set.standing === 'coming' ? <Mark tone="plain">{words.coming}</Mark> : null}
          {onSet ? <Button onClick={onSet}>{words.setLimits}</Button> : null}
        </>
      }
    >
      <Facts items={items} />
    </Section>
  )
}
