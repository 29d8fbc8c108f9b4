import { Form, Input } from 'antd'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useKitWords } from '../../../ui/language/words.ts'
import { clockOf, dayOf, instantOf } from '../../gatherings/calendar/days.ts'
import { PersonPicker } from '../../people/fields/person-picker.tsx'
import { SERVICE, type ShiftRecord, type Turn } from '../queries.ts'
import css from '../service.module.css'
import { useShiftsWords, useShiftWords } from '../words.ts'
import { ReasonField } from './fields.tsx'

type Typed = { personId: string; from: string; until: string; reason: string }

type EnterLateProps = {
  record: ShiftRecord
  /** Who took the turn, where it is entered from their line. */
  turn?: Turn
  onClose: () => void
}

export function EnterLate({ record, turn, onClose }: EnterLateProps) {
  const list = useShiftsWords()
  const words = useShiftWords()
  const kit = useKitWords()
  const day = dayOf(record.startsAt)
  const enter = useAct(
    ({ personId, from, until, reason }: Typed) =>
      api.checking.enterLate({
        id: record.id,
        personId: turn?.personId ?? personId,
        from: instantOf(day, from),
        to: instantOf(day, until),
        reason,
      }),
    { said: words.lateDone, refresh: [SERVICE], onDone: onClose },
  )
  const must = (label: string) => [{ required: true, message: kit.required(label) }]
  return (
    <FormDialog<Typed>
      title={`${words.late} · ${turn?.name ?? record.title}`}
      submitLabel={words.late}
      onClose={onClose}
      act={enter}
      initial={{ from: clockOf(record.startsAt), until: clockOf(record.endsAt) }}
    >
      <p>{words.lateHint}</p>
      {turn ? null : (
        <Form.Item label={words.person} name="personId" rules={must(words.person)}>
          <PersonPicker label={words.person} />
        </Form.Item>
      )}
      <div className={css.row}>
        <Form.Item label={list.from} name="from" rules={must(list.from)}>
          <Input type="time" />
        </Form.Item>
        <Form.Item label={list.until} name="until" rules={must(list.until)}>
          <Input type="time" />
        </Form.Item>
      </div>
      <ReasonField />
    </FormDialog>
  )
}
