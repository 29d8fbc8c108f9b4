import { useNavigate } from '@tanstack/react-router'
import { Form, Input } from 'antd'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { GATHERINGS } from '../queries.ts'
import { useCalendarWords, useGatheringWords } from '../words.ts'
import css from './plan.module.css'
import { factsOf, repeatOf, type Typed } from './plan-draft.ts'
import { PlanFields } from './plan-fields.tsx'

/** Plans one gathering, or a series at once; then one stands before the first. */
export function PlanGathering({ day, onClose }: { day: string; onClose: () => void }) {
  const words = useCalendarWords()
  const navigate = useNavigate()
  const plan = useAct((typed: Typed) => api.gatherings.planGathering({ ...factsOf(typed), repeat: repeatOf(typed) }), {
    said: ({ ids }) => words.planned(ids.length),
    refresh: [GATHERINGS],
    onDone: ({ ids: [id = ''] }) => {
      onClose()
      navigate({ to: '/gatherings/$id', params: { id } }).catch(() => undefined)
    },
  })
  return (
    <FormDialog<Typed>
      title={words.plan}
      onClose={onClose}
      act={plan}
      initial={{
        kind: 'activity',
        day,
        from: '09:00',
        until: '11:00',
        signUp: 'open',
        offerHours: '24',
        repeat: 'once',
        times: '4',
      }}
    >
      <PlanFields />
      <RepeatFields />
    </FormDialog>
  )
}

function RepeatFields() {
  const words = useGatheringWords()
  const repeat = Form.useWatch<Typed['repeat']>('repeat')
  const options = (['once', 'week', 'fortnight', 'month'] as const).map((value) => ({
    value,
    label: words.repeats[value],
  }))
  return (
    <div className={css.row}>
      <Form.Item label={words.repeat} name="repeat">
        <PlainSelect label={words.repeat} options={options} />
      </Form.Item>
      {repeat === undefined || repeat === 'once' ? null : (
        <Form.Item label={words.times} name="times">
          <Input type="number" min={2} max={53} inputMode="numeric" />
        </Form.Item>
      )}
    </div>
  )
}
