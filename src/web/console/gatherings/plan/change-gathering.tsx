import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { GATHERINGS, type GatheringRecord } from '../queries.ts'
import { useGatheringWords } from '../words.ts'
import { factsOf, type Typed, typedOf } from './plan-draft.ts'
import { PlanFields } from './plan-fields.tsx'

export function ChangeGathering({ record, onClose }: { record: GatheringRecord; onClose: () => void }) {
  const words = useGatheringWords()
  const change = useAct(
    (typed: Typed) => api.gatherings.changeGathering({ ...factsOf(typed), id: record.id, version: record.version }),
    { said: words.changed, refresh: [GATHERINGS], onDone: onClose },
  )
  return (
    <FormDialog<Typed>
      title={`${words.change} · ${record.title}`}
      onClose={onClose}
      act={change}
      initial={typedOf(record)}
    >
      <PlanFields place={{ value: record.placeCode, label: record.place }} />
    </FormDialog>
  )
}
