import { Form, Input } from 'antd'
import { type AttendanceState, attendanceStates } from '#modules/gatherings/codes/index.ts'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useKitWords } from '../../../ui/language/words.ts'
import { GATHERINGS, type GatheringRecord, type SheetLine } from '../queries.ts'
import { useSheetWords } from '../words.ts'

type Typed = { state: AttendanceState; minutes?: string; reason: string }
type CorrectLineProps = { record: GatheringRecord; line: SheetLine; onClose: () => void }

export function CorrectLine({ record, line, onClose }: CorrectLineProps) {
  const words = useSheetWords()
  const kit = useKitWords()
  const [form] = Form.useForm<Typed>()
  const state = Form.useWatch('state', form)
  const correct = useAct(
    (typed: Typed) =>
      api.attendance.correctAttendance({
        id: record.id,
        personId: line.personId,
        state: typed.state,
        ...(typed.minutes ? { minutes: Number(typed.minutes) } : {}),
        reason: typed.reason,
      }),
    { said: words.corrected, refresh: [GATHERINGS], onDone: onClose },
  )
  const states = Object.keys(attendanceStates).map((value) => ({
    value: value as AttendanceState, // the record's own keys
    label: words.states[value as AttendanceState], // as above
  }))
  return (
    <FormDialog<Typed>
      title={words.correctOf(line.name)}
      submitLabel={words.correct}
      onClose={onClose}
      act={correct}
      form={form}
      initial={{ state: line.state ?? 'present', minutes: line.minutes === null ? '' : String(line.minutes) }}
    >
      <Form.Item label={words.title} name="state">
        <PlainSelect label={words.title} options={states} />
      </Form.Item>
      {state === 'present' || state === 'home' ? (
        <Form.Item label={words.minutes} name="minutes">
          <Input type="number" min={1} max={1440} inputMode="numeric" />
        </Form.Item>
      ) : null}
      <Form.Item
        label={words.reason}
        name="reason"
        rules={[{ required: true, min: 2, message: kit.required(words.reason) }]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
