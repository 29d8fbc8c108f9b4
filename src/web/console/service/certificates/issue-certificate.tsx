import { useNavigate } from '@tanstack/react-router'
import { Form } from 'antd'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { DayInput } from '../../../ui/form/day-input.tsx'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useKitWords } from '../../../ui/language/words.ts'
import { PersonPicker } from '../../people/fields/person-picker.tsx'
import { SERVICE } from '../queries.ts'
import css from '../service.module.css'
import { useCertificatesWords } from '../words.ts'

type Typed = {
  personId: string
  fromOn?: string
  toOn?: string
  head: string
  handler?: string
  phone?: string
}

export function IssueCertificate({ personId, onClose }: { personId: string | null; onClose: () => void }) {
  const words = useCertificatesWords()
  const kit = useKitWords()
  const navigate = useNavigate()
  const issue = useAct(
    (typed: Typed) =>
      api.certificates.issueCertificate({
        personId: typed.personId,
        fromOn: typed.fromOn ?? null,
        toOn: typed.toOn ?? null,
        head: typed.head,
        handler: typed.handler || null,
        phone: typed.phone || null,
      }),
    {
      said: ({ number }) => words.issued(number),
      refresh: [SERVICE],
      onDone: ({ id }) => {
        onClose()
        navigate({ to: '/service/certificates/$id', params: { id } }).catch(() => undefined)
      },
    },
  )
  return (
    <FormDialog<Typed>
      title={words.issue}
      submitLabel={words.issue}
      onClose={onClose}
      act={issue}
      initial={personId ? { personId } : {}}
    >
      <Form.Item label={words.person} name="personId" rules={[{ required: true, message: kit.required(words.person) }]}>
        <PersonPicker label={words.person} />
      </Form.Item>
      <div className={css.row}>
        <Form.Item label={words.fromOn} name="fromOn">
          <DayInput />
        </Form.Item>
        <Form.Item label={words.toOn} name="toOn">
          <DayInput />
        </Form.Item>
      </div>
      <TextField label={words.head} name="head" most={40} required />
      <TextField label={words.handler} name="handler" most={40} />
      <TextField label={words.phone} name="phone" most={40} />
    </FormDialog>
  )
}
