import { useState } from 'react'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { GATHERINGS, type GatheringRecord } from '../queries.ts'
import { useGatheringWords } from '../words.ts'
import { HeldBack } from './held-back.tsx'
import { factsOf, type Typed, typedOf } from './plan-draft.ts'
import { PlanFields } from './plan-fields.tsx'
import { type Span, SpanField } from './span-field.tsx'

type Changed = Typed & { span?: Span }
type Asked = Parameters<typeof api.gatherings.changeGathering>[0]
type Shown = Awaited<ReturnType<typeof api.gatherings.previewChange>>['people']

/** Saves at once where the change holds nobody back; else it shows who that is, and saves when it is sent again. */
export function ChangeGathering({ record, onClose }: { record: GatheringRecord; onClose: () => void }) {
  const words = useGatheringWords()
  const [held, setHeld] = useState<Shown | null>(null)
  const save = useAct((asked: Asked) => api.gatherings.changeGathering(asked), {
    said: words.changed,
    refresh: [GATHERINGS],
    onDone: onClose,
  })
  const look = useAct((asked: Asked) => api.gatherings.previewChange(asked), {
    onDone: ({ people }, asked) => (people.length ? setHeld(people) : save.mutate(asked)),
  })
  const change = {
    isPending: look.isPending || save.isPending,
    error: save.error ?? look.error,
    mutate: ({ span = 'one', ...typed }: Changed) => {
      const asked = { ...factsOf(typed), id: record.id, version: record.version, span }
      if (held) save.mutate(asked)
      else look.mutate(asked)
    },
  }
  return (
    <FormDialog<Changed>
      title={`${words.change} · ${record.title}`}
      onClose={onClose}
      act={change}
      {...(held ? { submitLabel: words.saveAnyway, danger: true } : {})}
      onChange={() => setHeld(null)}
      initial={{ ...typedOf(record), span: 'one' }}
    >
      <SpanField record={record} />
      <PlanFields place={{ value: record.placeCode, label: record.place }} />
      {held ? <HeldBack people={held} /> : null}
    </FormDialog>
  )
}
