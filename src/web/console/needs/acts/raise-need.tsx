import { useNavigate } from '@tanstack/react-router'
import { Form } from 'antd'
import { askers, channels } from '#modules/volunteering/codes/index.ts'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useNamesOf } from '../../../ui/language/names-of.ts'
import { PersonPicker } from '../../people/fields/person-picker.tsx'
import { NEEDS } from '../queries.ts'
import { useNeedsWords } from '../words.ts'
import { NeedFields } from './need-fields.tsx'

type Typed = Parameters<typeof api.needs.raiseNeed>[0]

/** Whoever comes, calls or writes: one form for all of them. */
export function RaiseNeed({ onClose }: { onClose: () => void }) {
  const words = useNeedsWords()
  const navigate = useNavigate()
  const namesOf = useNamesOf()
  const raise = useAct(
    ({ asker, wishedOn, ...typed }: Typed) =>
      api.needs.raiseNeed({ ...typed, asker: asker || null, wishedOn: wishedOn ?? null }),
    {
      said: ({ number }) => words.raised(number),
      refresh: [NEEDS],
      onDone: ({ needId }) => {
        onClose()
        navigate({ to: '/needs/$id', params: { id: needId } }).catch(() => undefined)
      },
    },
  )
  return (
    <FormDialog<Typed>
      title={words.raise}
      onClose={onClose}
      act={raise}
      submitLabel={words.raise}
      initial={{ kind: 'clinic', urgency: 'normal', channel: 'visit', onBehalf: 'self' }}
    >
      <Form.Item label={words.person} name="personId">
        <PersonPicker label={words.person} />
      </Form.Item>
      <NeedFields />
      <Form.Item label={words.channel} name="channel">
        <PlainSelect label={words.channel} options={namesOf(channels)} />
      </Form.Item>
      <Form.Item label={words.onBehalf} name="onBehalf">
        <PlainSelect label={words.onBehalf} options={namesOf(askers)} />
      </Form.Item>
      <TextField label={words.asker} name="asker" most={100} hint={words.askerHint} />
    </FormDialog>
  )
}
