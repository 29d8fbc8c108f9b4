import { Form } from 'antd'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { DayInput } from '../../../ui/form/day-input.tsx'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { UNITS, type UnitRecord } from '../queries.ts'
import { useUnitsWords } from '../words.ts'

export function ReopenUnit({ unit, onClose }: { unit: UnitRecord; onClose: () => void }) {
  const words = useUnitsWords()
  const reopen = useAct(
    ({ on }: { on?: string }) => api.unitChanges.reopenUnit({ id: unit.id, ...(on ? { on } : {}) }),
    { said: words.reopened, refresh: [UNITS], onDone: onClose },
  )
  return (
    <FormDialog<{ on?: string }>
      title={words.reopenOf(unit.name)}
      onClose={onClose}
      act={reopen}
      submitLabel={words.reopen}
    >
      <p style={{ marginBottom: 16 }}>{words.reopenHint}</p>
      <Form.Item label={words.on} name="on" extra={words.onHint}>
        <DayInput />
      </Form.Item>
    </FormDialog>
  )
}
