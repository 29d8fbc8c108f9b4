import { Form, Input } from 'antd'
import { api } from '../../../../api.ts'
import { useAct } from '../../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { PEOPLE, type PersonRecord, type SectionRecord } from '../../queries.ts'
import { usePersonWords } from '../../words.ts'

type VerifySectionProps = { person: PersonRecord; section: SectionRecord; title: string; onClose: () => void }
type Typed = { source?: string }

/** Confirms that a section was checked with the person or the archive today. */
export function VerifySection({ person, section, title, onClose }: VerifySectionProps) {
  const words = usePersonWords()
  const verify = useAct(
    ({ source }: Typed) =>
      api.record.verifySection({ id: person.id, section: section.key, ...(source ? { source } : {}) }),
    { said: words.isVerified, refresh: [PEOPLE], onDone: onClose },
  )
  return (
    <FormDialog<Typed> title={words.verifyOf(title)} onClose={onClose} act={verify} submitLabel={words.verify}>
      <Form.Item name="source" label={words.verifySource} extra={words.verifyHint}>
        <Input maxLength={100} />
      </Form.Item>
    </FormDialog>
  )
}
