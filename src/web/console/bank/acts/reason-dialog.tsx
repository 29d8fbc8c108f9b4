import { Form, Input } from 'antd'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useKitWords } from '../../../ui/language/words.ts'

type Typed = { text: string }
type ReasonProps = {
  title: string
  label: string
  /** What it answers, in the words it was said. */
  about?: string | null
  onClose: () => void
  act: { mutate: (text: string) => void; isPending: boolean; error: unknown }
}

/** An act that takes one sentence: a reason, an answer, a number. */
export function ReasonDialog({ title, label, about, onClose, act }: ReasonProps) {
  const kit = useKitWords()
  const { mutate, isPending, error } = act
  return (
    <FormDialog<Typed> title={title} onClose={onClose} act={{ mutate: ({ text }) => mutate(text), isPending, error }}>
      {about ? <blockquote style={{ margin: '0 0 16px' }}>{about}</blockquote> : null}
      <Form.Item label={label} name="text" rules={[{ required: true, message: kit.required(label) }]}>
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </FormDialog>
  )
}
