import { Form } from 'antd'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { SERVICE } from '../../service/queries.ts'
import { GATHERINGS } from '../queries.ts'
import { useGatheringWords } from '../words.ts'

type Typed = { consentBy: 'self' | 'family'; companion: string }
type GiveWordProps = { gatheringId: string; signUp: { id: string; name: string }; onClose: () => void }

/** The word a changed plan waits for: who consents, and who goes along. */
export function GiveWord({ gatheringId, signUp, onClose }: GiveWordProps) {
  const words = useGatheringWords()
  const give = useAct(
    (typed: Typed) => api.signUps.consentToChange({ ...typed, id: gatheringId, signUpId: signUp.id }),
    {
      said: words.wordGiven,
      refresh: [GATHERINGS, SERVICE],
      onDone: onClose,
    },
  )
  const consents = (['self', 'family'] as const).map((value) => ({ value, label: words.consents[value] }))
  return (
    <FormDialog<Typed>
      title={`${words.giveWord} · ${signUp.name}`}
      onClose={onClose}
      act={give}
      initial={{ consentBy: 'family' }}
    >
      <Form.Item label={words.consentBy} name="consentBy">
        <PlainSelect label={words.consentBy} options={consents} />
      </Form.Item>
      <TextField label={words.companion} name="companion" most={60} required />
    </FormDialog>
  )
}
