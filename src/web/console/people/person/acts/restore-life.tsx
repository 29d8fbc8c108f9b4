import { Form, Input } from 'antd'
import { api } from '../../../../api.ts'
import { useAct } from '../../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { PEOPLE, type PersonRecord } from '../../queries.ts'
import { usePersonWords } from '../../words.ts'
import css from './acts.module.css'

type Typed = { reason: string }

export function RestoreLife({ person, onClose }: { person: PersonRecord; onClose: () => void }) {
  const words = usePersonWords()
  const restore = useAct(({ reason }: Typed) => api.record.restoreLife({ id: person.id, reason }), {
    said: words.lifeRestored,
    refresh: [PEOPLE],
    onDone: onClose,
  })
  return (
    <FormDialog<Typed>
      title={words.restoreLifeOf(person.name)}
      onClose={onClose}
      act={restore}
      submitLabel={words.restoreLife}
    >
      <p className={css.lead}>{words.restoreLead}</p>
      <Form.Item
        name="reason"
        label={words.reason}
        rules={[{ required: true, whitespace: true, min: 2, message: words.reasonNeeded }]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
