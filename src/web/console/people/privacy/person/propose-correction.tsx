import { Form } from 'antd'
import { api } from '../../../../api.ts'
import { useAct } from '../../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { PEOPLE, type PersonRecord } from '../../queries.ts'
import { type Proposal, ProposalFields, proposalOf } from '../correction/proposal-fields.tsx'
import { usePrivacyWords } from '../words.ts'
import { EvidenceInput } from './evidence-input.tsx'

type Typed = Proposal & { evidenceId?: string }

/** Says what should be otherwise, with the paper that shows it. */
export function ProposeCorrection({ person, onClose }: { person: PersonRecord; onClose: () => void }) {
  const words = usePrivacyWords()
  const send = useAct(
    (typed: Typed) =>
      api.corrections.proposeCorrection({
        id: person.id,
        ...proposalOf(typed),
        evidenceId: typed.evidenceId ?? null,
      }),
    { said: words.proposed, refresh: [PEOPLE], onDone: onClose },
  )
  return (
    <FormDialog<Typed> title={words.proposeOf(person.name)} onClose={onClose} act={send} submitLabel={words.send}>
      <p style={{ marginBottom: 16 }}>{words.proposeLead}</p>
      <ProposalFields />
      <Form.Item name="evidenceId" label={words.evidence} rules={[{ required: true, message: words.paperNeeded }]}>
        <EvidenceInput personId={person.id} />
      </Form.Item>
    </FormDialog>
  )
}
