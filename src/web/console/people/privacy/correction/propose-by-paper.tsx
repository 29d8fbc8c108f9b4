import { Form, Input } from 'antd'
import { useRef, useState } from 'react'
import { api } from '../../../../api.ts'
import { useAct } from '../../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { useKitWords } from '../../../../ui/language/words.ts'
import { PaperInput } from '../person/evidence-input.tsx'
import { PRIVACY } from '../queries.ts'
import { usePrivacyWords } from '../words.ts'
import { type Proposal, ProposalFields, proposalOf } from './proposal-fields.tsx'

type Typed = Proposal & { paperName: string; paperId: string }

/** A correction for somebody outside the own area, by what stands on a paper. */
export function ProposeByPaper({ onClose }: { onClose: () => void }) {
  const words = usePrivacyWords()
  const kit = useKitWords()
  const [paper, setPaper] = useState<File>()
  const taken = useRef<string>(undefined)
  const send = useAct(
    async (typed: Typed) => {
      const asked = { name: typed.paperName, idNumber: typed.paperId, ...proposalOf(typed) }
      const id = taken.current ?? (await api.corrections.proposeByPaper(asked)).requestId
      // Whose it is, is known only once it is taken in. A paper that is refused is chosen anew without asking twice.
      taken.current = id
      if (paper)
        await api.corrections.bringPaper({ id, name: paper.name, bytes: new Uint8Array(await paper.arrayBuffer()) })
    },
    { said: words.proposed, refresh: [PRIVACY], onDone: onClose },
  )
  const box = (name: 'paperName' | 'paperId', label: string, maxLength: number) => (
    <Form.Item name={name} label={label} rules={[{ required: true, whitespace: true, message: kit.required(label) }]}>
      <Input maxLength={maxLength} autoComplete="off" />
    </Form.Item>
  )
  return (
    <FormDialog<Typed> title={words.byPaper} onClose={onClose} act={send} submitLabel={words.send}>
      <p style={{ marginBottom: 16 }}>{words.byPaperLead}</p>
      {box('paperName', words.nameOnPaper, 60)}
      {box('paperId', words.idOnPaper, 20)}
      <ProposalFields />
      <Form.Item label={words.evidence}>
        <PaperInput paper={paper} onChoose={setPaper} />
      </Form.Item>
    </FormDialog>
  )
}
