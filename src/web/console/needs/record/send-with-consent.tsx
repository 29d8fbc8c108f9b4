import { Form } from 'antd'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { NEEDS, type NeedRecord } from '../queries.ts'
import { useNeedsWords } from '../words.ts'

export type Chosen = { helperId: string } | { teamId: string }
type Typed = { consentBy: 'self' | 'family'; companion: string }
type SendWithConsentProps = { need: NeedRecord; chosen: Chosen; refused: Error; onClose: () => void }

/** Why care is asked for, and whose word lets them go. */
export function SendWithConsent({ need, chosen, refused, onClose }: SendWithConsentProps) {
  const words = useNeedsWords()
  const send = useAct((typed: Typed) => api.needs.matchNeed({ ...typed, id: need.id, ...chosen }), {
    said: words.sent,
    refresh: [NEEDS],
    onDone: onClose,
  })
  const consents = (['self', 'family'] as const).map((value) => ({ value, label: words.consents[value] }))
  return (
    <FormDialog<Typed>
      title={words.withConsent}
      submitLabel={words.send}
      onClose={onClose}
      act={send}
      initial={{ consentBy: 'self' }}
    >
      <div style={{ marginBottom: 16 }}>
        <ErrorNotice error={refused} />
      </div>
      <Form.Item label={words.consentBy} name="consentBy">
        <PlainSelect label={words.consentBy} options={consents} />
      </Form.Item>
      <TextField label={words.companion} name="companion" most={60} required />
    </FormDialog>
  )
}
