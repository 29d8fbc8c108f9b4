import { Alert, Form, Input } from 'antd'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useKitWords } from '../../../ui/language/words.ts'
import { KEYS, type KeyLine } from './queries.ts'
import { useKeyWords } from './words.ts'

type DestroyKeyProps = { subject: KeyLine; onClose: () => void; onAsked: () => void }

/** Asks for a reason, because nobody can take it back. */
export function DestroyKey({ subject, onClose, onAsked }: DestroyKeyProps) {
  const words = useKeyWords()
  const kit = useKitWords()
  const act = useAct(({ note }: { note: string }) => api.keys.destroyKey({ id: subject.id, note }), {
    said: words.destroyed,
    refresh: [KEYS],
    onDone: () => {
      onAsked()
      onClose()
    },
  })
  return (
    <FormDialog<{ note: string }>
      title={words.destroyTitle(subject.id)}
      onClose={onClose}
      act={act}
      submitLabel={words.destroy}
      danger
    >
      <Alert type="warning" showIcon title={words.destroyLead} style={{ marginBottom: 16 }} />
      <Form.Item
        name="note"
        label={words.reason}
        extra={words.reasonHelp}
        rules={[{ required: true, whitespace: true, min: 2, message: kit.required(words.reason) }]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
