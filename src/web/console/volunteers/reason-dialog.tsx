import { Form, Input } from 'antd'
import { useAct } from '../../ui/feedback/use-act.ts'
import { FormDialog } from '../../ui/form/form-dialog.tsx'
import { useKitWords } from '../../ui/language/words.ts'
import { VOLUNTEERING } from '../teams/queries.ts'

type ReasonDialogProps = {
  title: string
  hint?: string
  label: string
  submit: string
  said: string
  send: (reason: string) => Promise<unknown>
  onClose: () => void
}

/** Ends something, with the reason. */
export function ReasonDialog({ title, hint, label, submit, said, send, onClose }: ReasonDialogProps) {
  const kit = useKitWords()
  const act = useAct(({ reason }: { reason: string }) => send(reason), {
    said,
    refresh: [VOLUNTEERING],
    onDone: onClose,
  })
  return (
    <FormDialog<{ reason: string }> title={title} danger onClose={onClose} act={act} submitLabel={submit}>
      {hint ? <p style={{ marginBottom: 16 }}>{hint}</p> : null}
      <Form.Item label={label} name="reason" rules={[{ required: true, message: kit.required(label) }]}>
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </FormDialog>
  )
}
