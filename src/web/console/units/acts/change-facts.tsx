import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { UNITS, type UnitRecord } from '../queries.ts'
import { useUnitsWords } from '../words.ts'
import { cleaned, FactFields, type TypedFacts } from './fact-fields.tsx'

export function ChangeFacts({ unit, onClose }: { unit: UnitRecord; onClose: () => void }) {
  const words = useUnitsWords()
  const change = useAct(
    (typed: TypedFacts) => api.unitFacts.changeUnitFacts({ ...cleaned(typed), id: unit.id, version: unit.version }),
    { said: words.saved, refresh: [UNITS], onDone: onClose },
  )
  return (
    <FormDialog<TypedFacts> title={`${words.changeFacts} · ${unit.name}`} onClose={onClose} act={change} initial={unit}>
      <FactFields unit={unit} />
    </FormDialog>
  )
}
