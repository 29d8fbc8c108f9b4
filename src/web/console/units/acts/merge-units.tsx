import { useNavigate } from '@tanstack/react-router'
import { Form } from 'antd'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { DayInput } from '../../../ui/form/day-input.tsx'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useKitWords } from '../../../ui/language/words.ts'
import { UNITS, type UnitLine } from '../queries.ts'
import { UnitPicker } from '../unit-picker.tsx'
import { useUnitsWords } from '../words.ts'

type Typed = { into: string; on?: string }
type MergeUnitsProps = { from: readonly Pick<UnitLine, 'id' | 'name'>[]; onClose: () => void }

/** One unit takes over others, with all their people. */
export function MergeUnits({ from, onClose }: MergeUnitsProps) {
  const words = useUnitsWords()
  const kit = useKitWords()
  const navigate = useNavigate()
  const ids = from.map((unit) => unit.id)
  const merge = useAct(
    ({ into, on }: Typed) => api.unitChanges.mergeUnits({ from: ids, into, ...(on ? { on } : {}) }),
    {
      said: ({ people }) => words.merged(people),
      refresh: [UNITS],
      onDone: ({ id }) => {
        onClose()
        navigate({ to: '/units/$id', params: { id } }).catch(() => undefined)
      },
    },
  )
  return (
    <FormDialog<Typed> title={words.mergeTitle} onClose={onClose} act={merge} submitLabel={words.mergeTitle}>
      <p>{words.mergeHint(from.length)}</p>
      <p>{words.mergeFrom(from.map((unit) => unit.name))}</p>
      <Form.Item
        label={words.mergeInto}
        name="into"
        rules={[{ required: true, message: kit.required(words.mergeInto) }]}
      >
        <UnitPicker except={ids} />
      </Form.Item>
      <Form.Item label={words.on} name="on" extra={words.onHint}>
        <DayInput />
      </Form.Item>
    </FormDialog>
  )
}
