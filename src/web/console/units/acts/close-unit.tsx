import { Form } from 'antd'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { DayInput } from '../../../ui/form/day-input.tsx'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { UNITS, type UnitRecord } from '../queries.ts'
import { UnitPicker } from '../unit-picker.tsx'
import { useUnitsWords } from '../words.ts'

type Typed = { successor?: string | null; on?: string }

export function CloseUnit({ unit, onClose }: { unit: UnitRecord; onClose: () => void }) {
  const words = useUnitsWords()
  const close = useAct(
    ({ successor, on }: Typed) =>
      api.unitChanges.closeUnit({ id: unit.id, ...(on ? { on } : {}), ...(successor ? { successor } : {}) }),
    {
      said: ({ people }) => words.closed(people),
      refresh: [UNITS],
      onDone: onClose,
    },
  )
  return (
    <FormDialog<Typed> title={words.closeOf(unit.name)} danger onClose={onClose} act={close} submitLabel={words.close}>
      <p style={{ marginBottom: 16 }}>{words.closeHint}</p>
      <Form.Item label={words.successor} name="successor">
        <UnitPicker except={[unit.id]} />
      </Form.Item>
      <Form.Item label={words.on} name="on" extra={words.onHint}>
        <DayInput />
      </Form.Item>
    </FormDialog>
  )
}
