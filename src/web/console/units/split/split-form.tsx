import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { DayInput } from '../../../ui/form/day-input.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { UNITS, type UnitRecord } from '../queries.ts'
import { useUnitsWords } from '../words.ts'
import { RestChoice } from './rest-choice.tsx'
import { peopleOf, type Split, sendSplit } from './split.ts'
import { SplitParts } from './split-parts.tsx'
import { SplitPeople } from './split-people.tsx'

const FIRST: Split = { parts: [{ key: '1', name: '' }], goes: {}, rest: null, on: undefined }

export function SplitForm({ unit }: { unit: UnitRecord }) {
  const words = useUnitsWords()
  const navigate = useNavigate()
  const [split, setSplit] = useState<Split>(FIRST)
  const people = useQuery({ queryKey: [...UNITS, unit.id, 'people'], queryFn: () => peopleOf(unit.id) })
  const change = (part: Partial<Split>) => setSplit((old) => ({ ...old, ...part }))
  const send = useAct(() => sendSplit(unit, split), {
    said: words.splitDone,
    refresh: [UNITS],
    onDone: () => {
      navigate({ to: '/units/$id', params: { id: unit.id } }).catch(() => undefined)
    },
  })
  const isReady = split.parts.every((part) => part.name.trim().length > 1)
  return (
    <>
      <SplitParts parts={split.parts} onChange={(parts) => change({ parts })} />
      <Section title={words.splitPeople} flush>
        <Answer query={people}>
          {(all) => (
            <SplitPeople people={all} parts={split.parts} goes={split.goes} onChange={(goes) => change({ goes })} />
          )}
        </Answer>
      </Section>
      <Section title={words.splitRest}>
        <RestChoice parts={split.parts} value={split.rest} onChange={(rest) => change({ rest })} />
        <p style={{ margin: '16px 0 4px' }}>{words.on}</p>
        <DayInput label={words.on} value={split.on ?? ''} onChange={(on) => change({ on })} />
        <div style={{ margin: '16px 0 0' }}>
          <ErrorNotice error={send.error} />
        </div>
        <Button
          type="primary"
          size="large"
          style={{ marginTop: 16 }}
          disabled={!isReady}
          loading={send.isPending}
          onClick={() => send.mutate()}
        >
          {words.splitNow}
        </Button>
      </Section>
    </>
  )
}
