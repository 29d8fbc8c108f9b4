import { useNavigate } from '@tanstack/react-router'
import { Form, InputNumber } from 'antd'
import { api } from '../../api.ts'
import { useAct } from '../../ui/feedback/use-act.ts'
import { DayInput } from '../../ui/form/day-input.tsx'
import { FormDialog } from '../../ui/form/form-dialog.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useKitWords } from '../../ui/language/words.ts'
import { PlacePicker } from '../places/place-picker.tsx'
import { VOLUNTEERING } from '../teams/queries.ts'
import { useTrainingWords } from './words.ts'

type Typed = { title: string; heldOn: string; minutes: number; trainer?: string; placeCode: string }

/** First what it was; who was there is entered on its record. */
export function RecordTraining({ onClose }: { onClose: () => void }) {
  const words = useTrainingWords()
  const kit = useKitWords()
  const navigate = useNavigate()
  const record = useAct(
    ({ trainer, ...typed }: Typed) => api.training.recordTraining({ ...typed, trainer: trainer || null }),
    {
      said: words.recorded,
      refresh: [VOLUNTEERING],
      onDone: ({ trainingId }) => {
        onClose()
        navigate({ to: '/training/$id', params: { id: trainingId } }).catch(() => undefined)
      },
    },
  )
  const required = (label: string) => [{ required: true, message: kit.required(label) }]
  return (
    <FormDialog<Typed>
      title={words.record}
      onClose={onClose}
      act={record}
      submitLabel={words.record}
      initial={{ minutes: 90 }}
    >
      <TextField label={words.name} name="title" most={80} required />
      <Form.Item label={words.heldOn} name="heldOn" rules={required(words.heldOn)}>
        <DayInput />
      </Form.Item>
      <Form.Item label={words.minutes} name="minutes" rules={required(words.minutes)}>
        <InputNumber min={1} max={2880} step={30} />
      </Form.Item>
      <TextField label={words.trainer} name="trainer" most={60} />
      <Form.Item label={words.place} name="placeCode" rules={required(words.place)}>
        <PlacePicker label={words.place} />
      </Form.Item>
    </FormDialog>
  )
}
